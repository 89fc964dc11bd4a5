package org.oncall.rota.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The requests of data/bench that are made by chance: the same seed gives the same text. A generator whose algorithm is
 * specified draws, so that they can be made again on any JDK.
 */
public final class Instances {
    private static final List<String> NAMES = List.of(
            "Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo", "Kit", "Lea", "Max", "Nia", "Oli", "Pia",
            "Quin", "Ray", "Sue", "Tom", "Una", "Vic", "Wen", "Xia", "Yan", "Zoe", "Abe", "Bea", "Cal", "Dot", "Eli",
            "Fay", "Gil", "Hope", "Ian", "Jan", "Kai", "Liv", "Mo", "Ned", "Ola", "Pat", "Rae", "Sid", "Tia", "Uri",
            "Val", "Wim", "Yul", "Zac", "Amy", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gwen", "Hugo", "Isa", "Jed");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalTime HANDOVER = LocalTime.NOON;
    private static final MonthDay CHRISTMAS_LEAVE = MonthDay.of(12, 24);
    private static final int CHRISTMAS_LEAVE_DAYS = 11;
    private static final MonthDay BEFORE_CHRISTMAS = MonthDay.of(12, 16);
    private static final MonthDay AFTER_CHRISTMAS = MonthDay.of(1, 10);
    private static final int[] LEAVE_DAYS = {5, 7, 10, 14};
    private static final double[] SHARES = {0.5, 0.6, 0.8};
    private static final int HISTORY_WEEKS = 3;
    private static final int MOST_DRAWS = 20;

    /** What makes a team awkward. */
    enum Feature {
        /** Three in ten work part time. */
        PART_TIME,
        /** The last tier asks for a skill that two in three have. */
        SKILLS,
        /** One in eight is a novice who knows three others. */
        NOVICES,
        /** Everybody asks for a few days off, and some for days on. */
        WISHES,
        /** Three weeks before the period, and the Christmas before, are worked. */
        HISTORY,
        /** One in eight joins after a quarter of the period, one in eight leaves after three quarters. */
        COMINGS_AND_GOINGS,
        /** One of the tiers is a rotation of its own, in office hours. */
        OFFICE_HOURS
    }

    /**
     * One request.
     *
     * @param leaves how many leaves each member asks for; those that would leave too few people are not granted
     * @param mostAway how many people may be on leave at the same time
     */
    public record Instance(
            int members, int weeks, int tiers, LocalDate from, int leaves, int mostAway, Set<Feature> features) {
        /** Members, weeks, tiers. */
        public String name() {
            return members + "x" + weeks + "x" + tiers;
        }

        /** The request as JSON, a member and a shift a line. */
        public String json() {
            return new Instances(this).request();
        }
    }

    private final Instance instance;
    private final Random random;
    private final LocalDate to;
    private final List<Person> people = new ArrayList<>();

    private static final class Person {
        private final String name;
        private final List<String> fields = new ArrayList<>();
        private final Set<LocalDate> away = new java.util.HashSet<>();
        private boolean senior;

        private Person(String name) {
            this.name = name;
        }

        private String id() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private Instances(Instance instance) {
        this.instance = instance;
        this.random = new Random(10_000L * instance.members + 100L * instance.weeks + instance.tiers);
        this.to = instance.from.plusWeeks(instance.weeks);
    }

    /** From the smallest to the largest. */
    public static List<Instance> all() {
        LocalDate overChristmas = LocalDate.parse("2026-10-06");
        return List.of(
                instance(6, 13, 2, LocalDate.parse("2027-06-01"), 2, 2),
                instance(6, 26, 2, overChristmas, 2, 1, Feature.HISTORY),
                instance(8, 26, 3, LocalDate.parse("2027-02-02"), 2, 2),
                instance(8, 52, 2, overChristmas, 5, 3, Feature.PART_TIME, Feature.WISHES),
                instance(10, 26, 2, overChristmas, 3, 3, Feature.SKILLS, Feature.NOVICES),
                instance(12, 26, 3, overChristmas, 3, 4, Feature.PART_TIME, Feature.WISHES, Feature.HISTORY),
                instance(12, 104, 2, overChristmas, 10, 4, Feature.WISHES),
                instance(14, 26, 3, overChristmas, 3, 4, Feature.OFFICE_HOURS, Feature.PART_TIME),
                instance(16, 52, 3, overChristmas, 6, 5, Feature.SKILLS, Feature.COMINGS_AND_GOINGS, Feature.WISHES),
                instance(20, 26, 4, overChristmas, 3, 7, Feature.NOVICES, Feature.PART_TIME, Feature.HISTORY),
                instance(24, 52, 4, overChristmas, 6, 8, Feature.WISHES, Feature.COMINGS_AND_GOINGS),
                instance(40, 26, 5, overChristmas, 3, 12, Feature.SKILLS, Feature.PART_TIME, Feature.WISHES),
                instance(60, 52, 6, overChristmas, 5, 18, EnumSet.allOf(Feature.class)),
                instance(60, 104, 6, overChristmas, 8, 18, Feature.PART_TIME, Feature.WISHES));
    }

    private static Instance instance(
            int members, int weeks, int tiers, LocalDate from, int leaves, int mostAway, Feature... features) {
        return instance(members, weeks, tiers, from, leaves, mostAway, Set.copyOf(Arrays.asList(features)));
    }

    private static Instance instance(
            int members, int weeks, int tiers, LocalDate from, int leaves, int mostAway, Set<Feature> features) {
        return new Instance(members, weeks, tiers, from, leaves, mostAway, features);
    }

    /** Writes them all to where they are read from. */
    static void write() throws IOException {
        for (Instance instance : all()) {
            Files.writeString(Bench.data("bench/" + instance.name() + ".json"), instance.json());
        }
    }

    private boolean has(Feature feature) {
        return instance.features.contains(feature);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String request() {
        for (int m = 0; m < instance.members; m++) {
            people.add(new Person(NAMES.get(m)));
        }
        for (int m = 0; m < instance.members; m++) {
            describe(m);
        }
        grantLeave();
        if (has(Feature.WISHES)) {
            people.forEach(this::wish);
        }
        StringBuilder json = new StringBuilder("{\n  \"team\": {\n    \"name\": \"%d members, %d weeks, %d tiers\",\n"
                .formatted(instance.members, instance.weeks, instance.tiers));
        json.append("    \"members\": ")
                .append(lines(people.stream().map(this::member).toList(), "    "));
        json.append(",\n    \"rotations\": ").append(lines(rotations(), "    ")).append("\n  },\n");
        json.append("  \"from\": \"%s\",\n  \"to\": \"%s\"".formatted(instance.from, to));
        if (has(Feature.HISTORY)) {
            json.append(",\n  \"history\": ").append(lines(history(), "  "));
        }
        return json.append("\n}\n").toString();
    }

    private static String lines(List<String> entries, String indent) {
        return entries.stream().collect(Collectors.joining(",\n  " + indent, "[\n  " + indent, "\n" + indent + "]"));
    }

    private String member(Person person) {
        return "{\"id\": \"%s\", \"name\": \"%s\"%s}"
                .formatted(
                        person.id(),
                        person.name,
                        person.fields.stream().map(field -> ", " + field).collect(Collectors.joining()));
    }

    private void describe(int m) {
        Person person = people.get(m);
        if (has(Feature.PART_TIME) && chance(30)) {
            person.fields.add("\"share\": " + SHARES[random.nextInt(SHARES.length)]);
        }
        person.senior = m % 3 != 2;
        if (has(Feature.SKILLS) && person.senior) {
            person.fields.add("\"skills\": [\"senior\"]");
        }
        if (has(Feature.NOVICES) && m % 8 == 5) {
            Set<String> knows = new java.util.TreeSet<>();
            while (knows.size() < 3) {
                int other = random.nextInt(instance.members);
                if (other % 8 != 5) {
                    knows.add("\"" + people.get(other).id() + "\"");
                }
            }
            person.fields.add("\"novice\": true, \"knows\": " + knows);
        }
        if (has(Feature.COMINGS_AND_GOINGS) && m % 8 == 3) {
            person.fields.add("\"from\": \"%s\"".formatted(instance.from.plusDays(7L * instance.weeks / 4)));
        } else if (has(Feature.COMINGS_AND_GOINGS) && m % 8 == 7) {
            person.fields.add("\"until\": \"%s\"".formatted(instance.from.plusDays(21L * instance.weeks / 4)));
        }
    }

    /** Christmas goes to another third of the team each year, then everybody asks in turn. */
    private void grantLeave() {
        List<List<String>> granted = IntStream.range(0, people.size())
                .<List<String>>mapToObj(m -> new ArrayList<>())
                .toList();
        for (int year = instance.from.getYear(); year <= to.getYear(); year++) {
            LocalDate christmas = CHRISTMAS_LEAVE.atYear(year);
            for (int m = year % 3; m < people.size(); m += 3) {
                if (!christmas.isBefore(instance.from) && christmas.isBefore(to)) {
                    grant(m, christmas, CHRISTMAS_LEAVE_DAYS, granted.get(m));
                }
            }
        }
        for (int l = 0; l < instance.leaves; l++) {
            for (int m = 0; m < people.size(); m++) {
                int days = LEAVE_DAYS[random.nextInt(LEAVE_DAYS.length)];
                boolean done = false;
                for (int draw = 0; draw < MOST_DRAWS && !done; draw++) {
                    done = grant(
                            m, instance.from.plusDays(random.nextInt(7 * instance.weeks - days)), days, granted.get(m));
                }
            }
        }
        for (int m = 0; m < people.size(); m++) {
            if (!granted.get(m).isEmpty()) {
                people.get(m)
                        .fields
                        .add("\"leave\": [" + granted.get(m).stream().sorted().collect(Collectors.joining(", ")) + "]");
            }
        }
    }

    /** Whether enough others are there on each of the days, and of those with the skill; then it is written down. */
    private boolean grant(int m, LocalDate first, int days, List<String> granted) {
        Person asks = people.get(m);
        List<LocalDate> dates = first.datesUntil(first.plusDays(days)).toList();
        for (LocalDate date : dates) {
            long away =
                    people.stream().filter(person -> person.away.contains(date)).count();
            long seniors = people.stream()
                    .filter(person -> person.senior && person.away.contains(date))
                    .count();
            int mostAway = mostAway(date);
            boolean tooManySeniors = asks.senior && seniors >= (mostAway + 1) / 2;
            if (away >= mostAway || tooManySeniors || asks.away.contains(date)) {
                return false;
            }
        }
        asks.away.addAll(dates);
        granted.add("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(first, first.plusDays(days - 1)));
        return true;
    }

    /** Short shifts with rest between them need more people, so around Christmas only half as many may be away. */
    private int mostAway(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean festive = day.isAfter(BEFORE_CHRISTMAS) || day.isBefore(AFTER_CHRISTMAS);
        return festive ? instance.mostAway / 2 : instance.mostAway;
    }

    private void wish(Person person) {
        List<String> wishes = new ArrayList<>();
        for (int half = 0; half < instance.weeks; half += 26) {
            LocalDate first =
                    instance.from.plusDays(7L * half + random.nextInt(7 * Math.min(26, instance.weeks - half)));
            wishes.add("{\"from\": \"%s\", \"to\": \"%s\", \"want\": %s}"
                    .formatted(first, first.plusDays(random.nextInt(3)), chance(30)));
        }
        person.fields.add("\"wishes\": [" + String.join(", ", wishes) + "]");
    }

    private int onCallTiers() {
        return has(Feature.OFFICE_HOURS) ? instance.tiers - 1 : instance.tiers;
    }

    private List<String> rotations() {
        String tiers = IntStream.range(0, onCallTiers())
                .mapToObj(t ->
                        "{\"id\": \"%s\"%s}".formatted(tier(t), asksForSkill(t) ? ", \"skills\": [\"senior\"]" : ""))
                .collect(Collectors.joining(", ", "[", "]"));
        List<String> result = new ArrayList<>();
        result.add("{\"id\": \"on-call\", \"tiers\": " + tiers + "}");
        if (has(Feature.OFFICE_HOURS)) {
            result.add("{\"id\": \"first-line\", \"kind\": \"IN_HOURS\", \"tiers\": [{\"id\": \"help\"}],"
                    + " \"coverage\": {\"workingDays\": [\"09:00-17:00\"]},"
                    + " \"festive\": {\"longest\": \"P7D\", \"rest\": \"P7D\"}}");
        }
        return result;
    }

    private boolean asksForSkill(int tier) {
        return has(Feature.SKILLS) && tier == onCallTiers() - 1;
    }

    private static String tier(int t) {
        return t == 0 ? "primary" : t == 1 ? "secondary" : "tier-" + (t + 1);
    }

    /** Everybody in turn, or those with the skill where the tier asks for it, with the longest rest that gives. */
    private List<String> history() {
        List<String> result = new ArrayList<>();
        List<Person> queue = new ArrayList<>(people);
        for (int year = instance.from.getYear() - 1; year < instance.from.getYear(); year++) {
            for (String first : List.of(year + "-12-24", year + "-12-31")) {
                work(queue, LocalDate.parse(first), 2, result);
            }
        }
        for (int week = HISTORY_WEEKS; week > 0; week--) {
            work(queue, instance.from.minusWeeks(week), 7, result);
        }
        return result;
    }

    private void work(List<Person> queue, LocalDate first, int days, List<String> shifts) {
        for (int t = 0; t < onCallTiers(); t++) {
            boolean seniorOnly = asksForSkill(t);
            Person next = queue.stream()
                    .filter(person -> person.senior || !seniorOnly)
                    .findFirst()
                    .orElseThrow();
            queue.remove(next);
            queue.add(next);
            shifts.add(
                    "{\"rotation\": \"on-call\", \"tier\": \"%s\", \"member\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}"
                            .formatted(tier(t), next.id(), instant(first), instant(first.plusDays(days))));
        }
    }

    private static String instant(LocalDate date) {
        return date.atTime(HANDOVER).atZone(ZONE).toInstant().toString();
    }
}
