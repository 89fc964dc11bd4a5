package org.oncall.rota.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.export.text.RotaText;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.csv.CsvRota;
import org.oncall.rota.intake.csv.CsvWeeks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audits a rota, however it was made, and says by its exit code whether it will do. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a rota from a file, what each member carries, and every finding.",
            "It may come from a solve, a spreadsheet or a hand: half days and odd handovers are cut to whole days, and"
                    + " what that loses is listed."
        },
        footer = {
            "",
            "Exit codes: 0 clean, 3 gaps, 1 a hard rule is broken or a cost is over its --max-cost, 2 bad input."
        })
final class AuditCommand implements Callable<Integer> {
    private static final String SHIFTS = "shifts";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TEAM.json", description = "The request: a team and a range of dates.")
    @SuppressWarnings("NullAway.Init")
    private Path team;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ROTA",
            description =
                    "The rota: CSV with the columns rotation,tier,member,from,to, or with a row a week and a column a tier, or JSON with \"shifts\" such as an"
                            + " answer. Without it, TEAM.json has the shifts.")
    private @Nullable Path rota;

    @Option(
            names = "--max-cost",
            paramLabel = "RULE=N",
            description = "Ends with 1 where the rule costs more than N. May be given for several rules.")
    private List<String> maxCosts = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the answer as JSON too.")
    private @Nullable Path json;

    @Option(
            names = "--prove",
            description =
                    "Decides exactly whether a legal and complete rota exists, and where none does, says why and what would"
                            + " have to change.")
    private boolean prove;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Long> limits = limits(err);
        boolean usable = limits != null;
        usable &= CommandFiles.isReadable(team, err);
        usable &= rota == null || CommandFiles.isReadable(rota, err);
        usable &= CommandFiles.isWritable(json, err);
        if (!usable) {
            return ExitCode.BAD_INPUT;
        }
        byte[] request = Files.readAllBytes(team);
        if (rota == null) {
            return audit(request, null, limits);
        }
        JsonNode root = tree(request);
        byte[] written = Files.readAllBytes(rota);
        CsvRota csv = null;
        if (root != null && CsvWeeks.isWeeks(written)) {
            csv = weeks(written, root, err);
            if (csv == null) {
                return ExitCode.BAD_INPUT;
            }
        } else if (!isJson(written)) {
            csv = CsvRota.read(written, root);
        }
        JsonNode shifts = csv == null ? shifts(written, err) : csv.shifts();
        if (shifts == null) {
            return ExitCode.BAD_INPUT;
        }
        if (root instanceof ObjectNode object) {
            request = mapper.writeValueAsBytes(object.set(SHIFTS, shifts));
        }
        return audit(request, csv, limits);
    }

    /** The shifts of a table of weeks; null where the request does not say which days there are, of which the user is told. */
    private @Nullable CsvRota weeks(byte[] written, JsonNode root, PrintWriter err) throws IOException {
        JsonNode request = root.deepCopy();
        if (request instanceof ObjectNode object) {
            object.remove(SHIFTS);
        }
        return switch (new RotaIntake(Clock.systemUTC()).read(mapper.writeValueAsBytes(request))) {
            case Intake.Refused refused -> {
                RequestFile.complain(team, refused, err);
                yield null;
            }
            case Intake.Accepted accepted -> CsvWeeks.read(written, accepted.problem(), root);
        };
    }

    /** The shifts of an answer; null where there are none, of which the user is told. */
    private @Nullable JsonNode shifts(byte[] written, PrintWriter err) throws IOException {
        JsonNode given = tree(written);
        JsonNode shifts = given == null ? null : given.get(SHIFTS);
        if (shifts == null) {
            CommandFiles.complain(
                    err,
                    rota + "#/shifts",
                    given == null ? "malformed-json" : "missing",
                    "The file must be a JSON object with shifts, such as an answer, but "
                            + (given == null ? "is not JSON." : "has none.")
                            + "\nMaybe write {\"shifts\": [...]}, or CSV with the columns rotation,tier,member,from,to.");
        }
        return shifts;
    }

    private int audit(byte[] request, @Nullable CsvRota csv, @Nullable Map<String, Long> limits) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        List<CsvRota.LineIssue> badLines = csv == null ? List.of() : csv.issues();
        badLines.forEach(line -> complain(err, line));
        return switch (new RotaIntake(Clock.systemUTC()).readAudit(request)) {
            case Intake.Refused refused -> {
                for (Issue issue : refused.issues()) {
                    CsvRota.LineIssue line = csv == null ? null : csv.byLine(issue);
                    if (line == null) {
                        complain(err, issue);
                    } else {
                        complain(err, line);
                    }
                }
                yield ExitCode.BAD_INPUT;
            }
            case AuditIntake.Accepted accepted -> badLines.isEmpty() ? audit(accepted, limits) : ExitCode.BAD_INPUT;
        };
    }

    private void complain(PrintWriter err, CsvRota.LineIssue line) {
        CommandFiles.complain(err, rota + ":" + line.line(), line.code(), line.sentence());
    }

    private void complain(PrintWriter err, Issue issue) {
        Path file = rota != null && issue.pointer().startsWith("/" + SHIFTS) ? rota : team;
        CommandFiles.complain(err, file + "#" + issue.pointer(), issue.code(), issue.sentence());
    }

    private int audit(AuditIntake.Accepted accepted, @Nullable Map<String, Long> limits) throws IOException {
        AuditReport report = Audit.of(accepted.rota(), accepted.cuts());
        PrintWriter out = spec.commandLine().getOut();
        Diagnosis diagnosis = prove ? Diagnosis.of(report, Diagnosis.Limits.DEFAULT, () -> false) : null;
        out.print(RotaText.of(report, diagnosis));
        boolean over = false;
        for (Map.Entry<String, Long> limit : Objects.requireNonNull(limits).entrySet()) {
            long cost = report.costs().getOrDefault(limit.getKey(), 0L);
            if (cost > limit.getValue()) {
                over = true;
                out.printf(
                        Locale.UK,
                        "OVER THE LIMIT: rule %s costs %d, and at most %d is allowed.%n",
                        limit.getKey(),
                        cost,
                        limit.getValue());
            }
        }
        out.flush();
        if (json != null) {
            Files.writeString(
                    json, mapper.writeValueAsString(JsonAnswers.audit(accepted.request(), report, diagnosis)) + "\n");
        }
        return over ? ExitCode.ILLEGAL : ExitCode.of(report);
    }

    /** The most that rules may cost, by id; null where an option has none, of which the user is told. */
    private @Nullable Map<String, Long> limits(PrintWriter err) {
        Map<String, Long> limits = new LinkedHashMap<>();
        boolean sound = true;
        for (String text : maxCosts) {
            int equals = text.indexOf('=');
            String rule = equals < 0 ? text : text.substring(0, equals);
            String limit = equals < 0 ? "" : text.substring(equals + 1);
            if (!Audit.ruleIds().contains(rule)) {
                err.println("The rule (" + rule + ") of --max-cost does not exist. Known rules are "
                        + String.join(", ", Audit.ruleIds()) + ".");
                sound = false;
            } else if (!limit.matches("-?\\d{1,15}")) {
                err.println("The limit (" + limit + ") of --max-cost for rule (" + rule
                        + ") must be a whole number. Maybe write " + rule + "=100.");
                sound = false;
            } else {
                limits.put(rule, Long.parseLong(limit));
            }
        }
        return sound ? limits : null;
    }

    /** Null where it is no JSON; intake says where it is malformed. */
    private @Nullable JsonNode tree(byte[] bytes) throws IOException {
        try {
            return mapper.readTree(bytes);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Whether the first character that is no space begins a JSON object or list, which no heading of CSV does. */
    private static boolean isJson(byte[] bytes) {
        for (byte one : bytes) {
            if (one == '{' || one == '[') {
                return true;
            }
            if (one > ' ') {
                return false;
            }
        }
        return false;
    }
}
