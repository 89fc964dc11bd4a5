package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/** What holds for every rota that is written by the hour, over rotas by chance. */
class WrittenRotaPropertyTest {
    private static final int SEEDS = 60;
    private static final List<String> TIERS = List.of("primary", "secondary");

    private static final String TEAM = """
            {"team": {"members": ["Ana", "Bo", "Cy", "Di", {"name": "Nia", "novice": true},
                                  {"name": "Ed", "leave": [{"from": "%s", "to": "%s"}]}],
                      "zone": "Europe/London", "holidays": "GB-ENG", "rotations": [{"rest": "P%dD", "handover": {"time": "%s"}}]},
             "from": "%s", "to": "%s", "shifts": [%s]}
            """;

    /** A stretch of one tier, from the middle of a coverage day or its start. */
    private record Part(String tier, Instant start, Instant end, String member) {
        private String json() {
            return "{\"rotation\": \"on-call\", \"tier\": \"" + tier + "\", \"member\": \"" + member
                    + "\", \"from\": \"" + start + "\", \"to\": \"" + end + "\"}";
        }
    }

    /** A period by chance, around Christmas or a clock change as often as not, and rotas of it. */
    private static final class Chance {
        private final Random random;
        private final String from;
        private final int rest;
        private final String handover;
        private final RotaProblem problem;

        private Chance(long seed) {
            random = new Random(seed);
            from = List.of("2027-01-05", "2026-12-15", "2027-03-16", "2027-10-19")
                    .get(random.nextInt(4));
            rest = random.nextInt(8);
            handover = List.of("12:00", "09:00", "00:00").get(random.nextInt(3));
            problem = written(List.of()).rota().problem();
        }

        private AuditIntake.Accepted written(List<Part> parts) {
            LocalDate first = LocalDate.parse(from);
            return Requests.audited(TEAM.formatted(
                    first.plusDays(9),
                    first.plusDays(12),
                    rest,
                    handover,
                    from,
                    first.plusDays(35),
                    parts.stream().map(Part::json).collect(Collectors.joining(","))));
        }

        private List<OnCallDay> days() {
            return problem.schedules().getFirst().planned();
        }

        private String anybody() {
            return List.of("Ana", "Bo", "Cy", "Di", "Nia", "Ed").get(random.nextInt(6));
        }

        /** Runs of whole days; written in one piece, or in as many as chance has it. */
        private List<Part> wholeDays(int mostPieces) {
            List<Part> result = new ArrayList<>();
            for (String tier : TIERS) {
                for (int d = 0; d < days().size(); ) {
                    int last = Math.min(days().size() - 1, d + random.nextInt(8));
                    String member = anybody();
                    if (random.nextInt(10) > 0) {
                        for (int first = d; first <= last; ) {
                            int end = mostPieces == 1 ? last : Math.min(last, first + random.nextInt(mostPieces));
                            result.add(new Part(
                                    tier,
                                    days().get(first).span().start(),
                                    days().get(end).span().end(),
                                    member));
                            first = end + 1;
                        }
                    }
                    d = last + 1;
                }
            }
            Collections.shuffle(result, random);
            return result;
        }

        /** Runs of quarters of days. */
        private List<Part> quarters() {
            List<Part> result = new ArrayList<>();
            for (String tier : TIERS) {
                int quarters = 4 * days().size();
                for (int q = 0; q < quarters; ) {
                    int end = Math.min(quarters, q + 1 + random.nextInt(random.nextBoolean() ? 4 : 28));
                    if (random.nextInt(10) > 0) {
                        result.add(new Part(tier, quarter(q), quarter(end), anybody()));
                    }
                    q = end;
                }
            }
            return result;
        }

        private Instant quarter(int q) {
            if (q == 4 * days().size()) {
                return days().getLast().span().end();
            }
            OnCallDay day = days().get(q / 4);
            return day.span().start().plus(day.span().duration().dividedBy(4).multipliedBy(q % 4));
        }
    }

    private static AuditReport report(AuditIntake.Accepted audited) {
        return Audit.of(audited.rota(), audited.cuts());
    }

    private static List<Finding> findings(AuditIntake.Accepted audited) {
        return report(audited).rules().stream()
                .flatMap(rule -> rule.findings().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_001})
    void wholeDays_haveNoCuts(long start) {
        for (long seed = start; seed < start + SEEDS; seed++) {
            Chance chance = new Chance(seed);
            assertThat(chance.written(chance.wholeDays(1)).cuts())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(chance.written(chance.wholeDays(3)).cuts())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2_001, 3_001})
    void wholeDaysWrittenInHalves_areJudgedTheSame(long start) {
        for (long seed = start; seed < start + SEEDS; seed++) {
            Chance chance = new Chance(seed);
            List<Part> whole = chance.wholeDays(1);
            List<Part> halves = new ArrayList<>();
            for (Part part : whole) {
                Instant middle = part.start()
                        .plus(Duration.between(part.start(), part.end()).dividedBy(2));
                halves.add(new Part(part.tier(), middle, part.end(), part.member()));
                halves.add(new Part(part.tier(), part.start(), middle, part.member()));
            }

            assertThat(chance.written(halves).cuts()).as("seed %d", seed).isEmpty();
            assertThat(findings(chance.written(halves))).as("seed %d", seed).isEqualTo(findings(chance.written(whole)));
        }
    }

    /** Half a day handed to somebody else may add findings; what whole days said of anybody else stays. */
    @ParameterizedTest
    @ValueSource(longs = {4_001, 5_001})
    void halfADayGivenAway_hidesNoBreachOfTheOthers(long start) {
        for (long seed = start; seed < start + SEEDS; seed++) {
            Chance chance = new Chance(seed);
            List<Part> parts = chance.wholeDays(1);
            Part given = parts.removeFirst();
            Instant middle = given.start().plus(Duration.ofHours(13));
            List<Part> changed = new ArrayList<>(parts);
            changed.add(new Part(given.tier(), given.start(), middle, given.member()));
            changed.add(new Part(given.tier(), middle, given.end(), chance.anybody()));
            parts.add(given);
            AuditIntake.Accepted after = chance.written(changed);

            if (after.rota().holders().equals(chance.written(parts).rota().holders())) {
                Set<String> before = hard(chance.written(parts));
                Set<String> now = hard(after);
                before.removeIf(rule -> rule.startsWith("on-leave"));
                assertThat(now).as("seed %d", seed).containsAll(before);
            }
        }
    }

    private static Set<String> hard(AuditIntake.Accepted audited) {
        return report(audited).rules().stream()
                .filter(rule -> rule.rule().level() == Level.HARD)
                .flatMap(rule -> rule.findings().stream())
                .map(finding -> finding.rule() + " " + finding.member())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The rules, asked of every day that a member touches, bound what the hours can say from both sides. */
    @ParameterizedTest
    @ValueSource(longs = {6_001, 7_001, 8_001})
    void hours_sayNothingThatTouchedDaysDoNot_andEverythingTheySayByAFewDays(long start) {
        Set<Cut.Code> seen = new HashSet<>();
        int plain = 0;
        for (long seed = start; seed < start + SEEDS; seed++) {
            Chance chance = new Chance(seed);
            List<Part> parts = chance.quarters();
            AuditIntake.Accepted audited = chance.written(parts);
            AuditReport report = report(audited);
            RuleFacts facts = new RuleFacts(audited.rota().problem());
            for (int m = 0; m < facts.memberCount(); m++) {
                MemberTimeline touched = touched(facts, m, parts);
                MemberId member = facts.member(m).id();
                Map<Cut.Code, String> rules = Map.of(
                        Cut.Code.BACK_TO_BACK, "back-to-back",
                        Cut.Code.LONG_STINT, "long-stint",
                        Cut.Code.HALF_THE_TIME, "half-the-time",
                        Cut.Code.BOTH_FESTIVE_DAYS, "both-festive-days");
                for (Map.Entry<Cut.Code, String> rule : rules.entrySet()) {
                    long size = largest(rule.getValue(), touched);
                    boolean cut = report.cuts().stream()
                            .anyMatch(one -> one.code() == rule.getKey() && member.equals(one.member()));
                    if (cut) {
                        seen.add(rule.getKey());
                        assertThat(size)
                                .as("seed %d, %s, %s", seed, rule, member)
                                .isPositive();
                    }
                    boolean dayRule = rule.getKey() == Cut.Code.BACK_TO_BACK || rule.getKey() == Cut.Code.LONG_STINT;
                    if (dayRule && size >= 3 && chance.rest >= 3) {
                        // With less rest, hours on days running may have all the rest there must be between them.
                        plain++;
                        boolean said = report.rules().stream()
                                .flatMap(one -> one.findings().stream())
                                .anyMatch(one -> (one.rule().equals("back-to-back")
                                                || one.rule().equals("long-stint"))
                                        && member.equals(one.member()));
                        boolean saidByHours = report.cuts().stream()
                                .anyMatch(one ->
                                        (one.code() == Cut.Code.BACK_TO_BACK || one.code() == Cut.Code.LONG_STINT)
                                                && member.equals(one.member()));
                        assertThat(said || saidByHours)
                                .as("seed %d, %s, %s", seed, rule, member)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(seen).contains(Cut.Code.BACK_TO_BACK, Cut.Code.LONG_STINT);
        assertThat(plain).isGreaterThan(20);
    }

    private static long largest(String rule, MemberTimeline timeline) {
        long[] largest = {0};
        ((MemberRule) RuleBook.find(rule).orElseThrow())
                .check(
                        timeline,
                        (size, member, rotation, tier, first, last, have, want) ->
                                largest[0] = Math.max(largest[0], size));
        return largest[0];
    }

    private static MemberTimeline touched(RuleFacts facts, int member, List<Part> parts) {
        MemberTimeline result = new MemberTimeline(facts, member);
        Map<List<Integer>, Boolean> held = new HashMap<>();
        List<OnCallDay> days = facts.problem().schedules().getFirst().planned();
        for (Part part : parts) {
            if (!part.member().equals(facts.member(member).id().value())) {
                continue;
            }
            for (int d = 0; d < days.size(); d++) {
                boolean touches = days.get(d).span().start().isBefore(part.end())
                        && part.start().isBefore(days.get(d).span().end());
                if (touches && held.put(List.of(TIERS.indexOf(part.tier()), d), true) == null) {
                    result.hold(0, TIERS.indexOf(part.tier()), d);
                }
            }
        }
        return result;
    }
}
