package org.oncall.rota.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house: which room may use which. Whatever the table does not allow is forbidden. */
class ArchitectureTest {
    private static final String ROOT = "org.oncall.rota";

    /**
     * What a room may use besides itself, the Java library and nullness annotations.
     *
     * @param rooms other packages of ours; a format's package counts as {@code export}
     * @param libraries packages of others, with all below them
     */
    private record Room(List<String> rooms, List<String> libraries) {}

    private static final Map<String, Room> HOUSE = Map.ofEntries(
            room("domain", List.of()),
            room("calendar", List.of("domain"), "de.focus_shift.jollyday", "org.apache.commons.csv"),
            room("rules", List.of("domain")),
            room("pay", List.of("domain", "calendar")),
            room("wire", List.of(), "org.eclipse.microprofile.openapi.annotations", "com.fasterxml.jackson.annotation"),
            room(
                    "intake",
                    List.of("wire", "domain", "calendar", "rules", "pay"),
                    "com.fasterxml.jackson",
                    "org.apache.commons.text"),
            room("intake.csv.CsvRota", List.of("intake"), "com.fasterxml.jackson", "org.apache.commons.csv"),
            room("intake.ical.FeedReader", List.of("domain"), "net.fortuna.ical4j"),
            room("intake.ical.FeedZones", List.of(), "net.fortuna.ical4j"),
            room("intake.csv.CsvAlerts", List.of("intake"), "com.fasterxml.jackson"),
            room("intake.csv.CsvTable", List.of("intake"), "org.apache.commons.csv"),
            room("solver", List.of("domain", "rules"), "ai.timefold.solver"),
            room("assess", List.of("domain", "rules")),
            room("audit", List.of("domain", "rules", "assess")),
            room("proof", List.of("domain"), "com.google.ortools"),
            room("diagnosis", List.of("domain", "rules", "audit", "proof")),
            room("repair", List.of("domain", "solver", "audit", "proof")),
            room("swap", List.of("domain", "rules", "audit")),
            room(
                    "export",
                    List.of(
                            "domain",
                            "assess",
                            "audit",
                            "diagnosis",
                            "proof",
                            "repair",
                            "swap",
                            "wire",
                            "rules",
                            "pay"),
                    "org.apache.commons.csv"),
            room("export.ical.RotaFeed", List.of("export", "domain", "audit"), "net.fortuna.ical4j"),
            room("export.ical.TimeZones", List.of("domain"), "net.fortuna.ical4j"),
            room("export.exchange.ExchangeJson", List.of("export"), "com.fasterxml.jackson"),
            room("export.pagerduty.PagerDutyJson", List.of("export", "domain"), "com.fasterxml.jackson.databind"),
            room("export.opsgenie.OpsgenieJson", List.of("export", "domain"), "com.fasterxml.jackson.databind"),
            room("push", List.of("domain", "export"), "com.fasterxml.jackson"),
            room("store", List.of("domain"), "javax.sql"),
            room("store.StoreSetUp", List.of(), "io.agroal", "io.quarkus", "jakarta"),
            room(
                    "jobs",
                    List.of(
                            "intake",
                            "solver",
                            "audit",
                            "diagnosis",
                            "proof",
                            "repair",
                            "store",
                            "domain",
                            "wire",
                            "export"),
                    "com.fasterxml.jackson",
                    "io.quarkus",
                    "io.micrometer",
                    "jakarta",
                    "org.eclipse.microprofile",
                    "org.jboss.logging"),
            room(
                    "teams",
                    List.of(
                            "store",
                            "jobs",
                            "intake",
                            "calendar",
                            "audit",
                            "repair",
                            "swap",
                            "export",
                            "push",
                            "domain",
                            "wire",
                            "rules"),
                    "com.fasterxml.jackson"),
            room(
                    "teams.TeamsSetUp",
                    List.of("store", "jobs", "intake", "push"),
                    "jakarta",
                    "io.quarkus.runtime",
                    "org.eclipse.microprofile.config"),
            room(
                    "rest",
                    List.of(
                            "teams",
                            "store",
                            "jobs",
                            "wire",
                            "export",
                            "intake",
                            "calendar",
                            "assess",
                            "audit",
                            "diagnosis",
                            "pay",
                            "domain"),
                    "io.quarkus",
                    "io.smallrye",
                    "io.vertx",
                    "jakarta",
                    "org.eclipse.microprofile",
                    "org.jboss",
                    "com.fasterxml.jackson"),
            room(
                    "cli",
                    List.of(
                            "jobs",
                            "wire",
                            "export",
                            "intake",
                            "assess",
                            "push",
                            "audit",
                            "diagnosis",
                            "proof",
                            "repair",
                            "swap",
                            "pay",
                            "domain",
                            "solver"),
                    "picocli",
                    "com.fasterxml.jackson"),
            room("cli.ServeCommand", List.of(), "picocli", "io.quarkus"),
            room("", List.of("cli"), "io.quarkus.runtime"));

    private static final List<String> EVERYWHERE = List.of("java", "org.jspecify.annotations");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static Map.Entry<String, Room> room(String name, List<String> rooms, String... libraries) {
        return Map.entry(name, new Room(rooms, List.of(libraries)));
    }

    /** The package below the root, without what is below that: {@code export} for a format. */
    private static String stage(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
    }

    private static Room roomOf(JavaClass type) {
        String stage = stage(type);
        String topLevel = type.getName().replaceAll("\\$.*", "").substring(ROOT.length() + 1);
        Room own = HOUSE.get(topLevel);
        return own != null ? own : HOUSE.get(stage);
    }

    private static boolean isWithin(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }

    private static boolean isAllowed(JavaClass from, JavaClass target) {
        String packageName = target.getPackageName();
        if (isWithin(packageName, ROOT)) {
            return stage(target).equals(stage(from)) || roomOf(from).rooms().contains(stage(target));
        }
        return Stream.concat(EVERYWHERE.stream(), roomOf(from).libraries().stream())
                .anyMatch(library -> isWithin(packageName, library));
    }

    private static JavaClass element(JavaClass type) {
        return type.isArray() ? type.getBaseComponentType() : type;
    }

    @Test
    void house_everyClass_isInTheTable() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
        assertThat(CLASSES.stream().filter(type -> !HOUSE.containsKey(stage(type))))
                .as("classes in packages that the table does not know")
                .isEmpty();
    }

    @Test
    void house_everyRoom_namesRoomsThatAreInTheTable() {
        assertThat(HOUSE.values().stream().flatMap(room -> room.rooms().stream()))
                .isSubsetOf(HOUSE.keySet());
    }

    @Test
    void house_everyClass_usesOnlyWhatItsRoomMay() {
        TreeSet<String> strangers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = element(dependency.getTargetClass());
                if (!target.isPrimitive() && !isAllowed(type, target)) {
                    strangers.add(type.getName() + " uses " + target.getName());
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void house_packages_haveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void domain_fields_areFinal() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + ".domain")
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void staticFields_everywhere_areFinal() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void packages_everyOne_isNullMarked() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            JavaPackage itsPackage = type.getPackage();
            Optional<?> marked = itsPackage.tryGetAnnotationOfType(NullMarked.class);
            if (marked.isEmpty()) {
                unmarked.add(itsPackage.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }
}
