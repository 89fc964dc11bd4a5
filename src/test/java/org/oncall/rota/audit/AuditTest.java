package org.oncall.rota.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.oncall.rota.support.MemberBuilder.id;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.AuditReport.Change;
import org.oncall.rota.audit.AuditReport.MemberLoad;
import org.oncall.rota.audit.AuditReport.RuleCost;
import org.oncall.rota.audit.AuditReport.Stretch;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Gap;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;

class AuditTest {
    private static final RotationId ON_CALL = new RotationId("on-call");
    private static final TierId PRIMARY = new TierId("primary");
    private static final TierId SECONDARY = new TierId("secondary");

    private static AuditReport audit(Draft rota) {
        return Audit.of(rota.rota());
    }

    private static Interval span(String from, String to) {
        return new Interval(Instant.parse(from), Instant.parse(to));
    }

    private static RuleCost rule(AuditReport report, String id) {
        return report.rules().stream()
                .filter(cost -> cost.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static MemberLoad load(AuditReport report, String name) {
        return report.members().stream()
                .filter(load -> load.member().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    // The score

    @Test
    void score_everyLevel_isTheSumOfItsRules() {
        for (long seed = 0; seed < 50; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            AuditReport report = Audit.of(RandomProblems.rota(problem, seed));

            assertThat(report.score())
                    .as("seed %d", seed)
                    .isEqualTo(
                            new Score(cost(report, Level.HARD), cost(report, Level.MEDIUM), cost(report, Level.SOFT)));
            assertThat(report.rules()).extracting(RuleCost::rule).containsExactlyElementsOf(RuleBook.rules());
            assertThat(report.rules())
                    .allSatisfy(rule -> assertThat(rule.size())
                            .isEqualTo(rule.findings().stream()
                                    .mapToLong(Finding::size)
                                    .sum()));
        }
    }

    private static long cost(AuditReport report, Level level) {
        return report.rules().stream()
                .filter(cost -> cost.rule().level() == level)
                .mapToLong(cost -> cost.weight() * cost.size())
                .sum();
    }

    @Test
    void score_weightOfTheProblem_replacesTheDefault() {
        ProblemBuilder problem = problem()
                .member(member("Ana").avoids("2027-01-06", "2027-01-07"))
                .period("2027-01-05", "2027-01-12");
        Draft light = Draft.of(problem).put("Ana", "primary", "2027-01-05", 7);
        Draft heavy = Draft.of(problem.weight("wish", 25)).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rule(audit(light), "wish").cost()).isEqualTo(20);
        assertThat(rule(audit(heavy), "wish").cost()).isEqualTo(50);
        assertThat(audit(heavy).score().soft() - audit(light).score().soft()).isEqualTo(30);
    }

    @Test
    void score_wishKept_isNegative() {
        AuditReport report = audit(Draft.of(problem().member(member("Ana").wants("2027-01-06", "2027-01-07")))
                .put("Ana", "primary", "2027-01-05", 7));

        assertThat(rule(report, "wish").size()).isEqualTo(-2);
        assertThat(rule(report, "wish").cost()).isEqualTo(-20);
        assertThat(rule(report, "wish").findings()).extracting(Finding::size).containsExactly(-1L, -1L);
    }

    @Test
    void isLegal_oneSlotOnLeave_isNot() {
        Draft rota = Draft.of(problem().member(member("Ana").leave("2027-01-06", "2027-01-06")))
                .put("Ana", "primary", "2027-01-06", 1);

        assertThat(audit(rota).isLegal()).isFalse();
        assertThat(audit(rota).score().hard()).isEqualTo(1);
    }

    @Test
    void isComplete_emptyRota_isNotAndIsLegal() {
        AuditReport report = Audit.of(Rota.empty(problem("Ana", "Bo").build()));

        assertThat(report.isComplete()).isFalse();
        assertThat(report.isLegal()).isTrue();
        assertThat(report.score().medium()).isEqualTo(112);
    }

    // Shifts and gaps

    @Test
    void shifts_slotsOfOneHolder_areJoined() {
        AuditReport report = audit(Draft.of(problem("Ana", "Bo").period("2027-01-05", "2027-01-19"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 3)
                .put("Bo", "secondary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-17", 2));

        assertThat(report.shifts())
                .containsExactly(
                        new Shift(
                                ON_CALL,
                                PRIMARY,
                                id("Ana"),
                                LocalDate.parse("2027-01-05"),
                                span("2027-01-05T12:00:00Z", "2027-01-12T12:00:00Z")),
                        new Shift(
                                ON_CALL,
                                PRIMARY,
                                id("Bo"),
                                LocalDate.parse("2027-01-12"),
                                span("2027-01-12T12:00:00Z", "2027-01-15T12:00:00Z")),
                        new Shift(
                                ON_CALL,
                                PRIMARY,
                                id("Bo"),
                                LocalDate.parse("2027-01-17"),
                                span("2027-01-17T12:00:00Z", "2027-01-19T12:00:00Z")),
                        new Shift(
                                ON_CALL,
                                SECONDARY,
                                id("Bo"),
                                LocalDate.parse("2027-01-05"),
                                span("2027-01-05T12:00:00Z", "2027-01-12T12:00:00Z")));
        assertThat(report.gaps())
                .containsExactly(
                        new Gap(
                                ON_CALL,
                                PRIMARY,
                                LocalDate.parse("2027-01-15"),
                                span("2027-01-15T12:00:00Z", "2027-01-17T12:00:00Z")),
                        new Gap(
                                ON_CALL,
                                SECONDARY,
                                LocalDate.parse("2027-01-12"),
                                span("2027-01-12T12:00:00Z", "2027-01-19T12:00:00Z")));
        assertThat(report.shifts().get(2).id()).isEqualTo("on-call.primary.2027-01-17");
    }

    @Test
    void shifts_overDaysThatAreNotPlanned_areOne() {
        AuditReport report = audit(
                Draft.of(problem("Ana", "Bo").period("2027-01-04", "2027-01-18").rotation(officeHours("support")))
                        .put("Ana", "desk", "2027-01-07", 5)
                        .put("Bo", "desk", "2027-01-13", 1));

        // Thursday, Friday and Monday; an on-call day runs from 09:00 to 09:00.
        assertThat(report.shifts())
                .extracting(Shift::span)
                .containsExactly(
                        span("2027-01-07T09:00:00Z", "2027-01-12T09:00:00Z"),
                        span("2027-01-13T09:00:00Z", "2027-01-14T09:00:00Z"));
        assertThat(report.gaps())
                .extracting(Gap::span)
                .containsExactly(
                        span("2027-01-04T09:00:00Z", "2027-01-07T09:00:00Z"),
                        span("2027-01-12T09:00:00Z", "2027-01-13T09:00:00Z"),
                        span("2027-01-14T09:00:00Z", "2027-01-16T09:00:00Z"));
    }

    @Test
    void shifts_anyRota_coverEverySlotThatIsHeldOnce() {
        for (long seed = 0; seed < 50; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            Rota rota = RandomProblems.rota(problem, seed);
            AuditReport report = Audit.of(rota);
            for (var schedule : problem.schedules()) {
                for (var day : schedule.planned()) {
                    for (var tier : schedule.rotation().tiers()) {
                        var holder = rota.holder(new org.oncall.rota.domain.Slot(
                                schedule.rotation().id(), tier.id(), day.date()));
                        List<Shift> shifts = report.shifts().stream()
                                .filter(shift -> shift.rotation()
                                                .equals(schedule.rotation().id())
                                        && shift.tier().equals(tier.id())
                                        && shift.span().contains(day.span().start()))
                                .toList();
                        assertThat(shifts.stream().map(Shift::member))
                                .as("holder of %s on %s, seed %d", tier.id(), day.date(), seed)
                                .isEqualTo(holder == null ? List.of() : List.of(holder));
                    }
                }
            }
        }
    }

    // Findings

    @Test
    void findings_breachOfOneSlot_isTimedByItsOnCallDay() {
        AuditReport report = audit(Draft.of(problem("Bo")
                        .member(member("Ana").leave("2027-06-09", "2027-06-09"))
                        .period("2027-06-01", "2027-06-15"))
                .put("Ana", "primary", "2027-06-08", 2));
        List<Finding> findings = rule(report, "on-leave").findings();

        // British summer time: midday is 11:00 in UTC.
        assertThat(findings)
                .extracting(Finding::when)
                .containsExactly(
                        span("2027-06-08T11:00:00Z", "2027-06-09T11:00:00Z"),
                        span("2027-06-09T11:00:00Z", "2027-06-10T11:00:00Z"));
        assertThat(findings.getFirst())
                .isEqualTo(new Finding(
                        "on-leave",
                        id("Ana"),
                        ON_CALL,
                        PRIMARY,
                        findings.getFirst().when(),
                        1,
                        "Ana is on leave on Tue 8 June 2027 and cannot hold primary of on-call."));
    }

    @Test
    void findings_breachOfRest_isTimedFromTheEndOfOneStintToTheStartOfTheNext() {
        AuditReport report = audit(Draft.of(problem("Ana"))
                .put("Ana", "primary", "2027-01-05", 3)
                .put("Ana", "secondary", "2027-01-12", 2));
        Finding finding = rule(report, "back-to-back").findings().getFirst();

        assertThat(finding.size()).isEqualTo(3);
        assertThat(finding.tier()).isNull();
        assertThat(finding.when()).isEqualTo(span("2027-01-07T12:00:00Z", "2027-01-13T12:00:00Z"));
    }

    @Test
    void findings_breachOverTheWholePeriod_isTimedByItAndOfNoRotation() {
        AuditReport report = audit(Draft.of(problem("Ana")).put("Ana", "primary", "2027-01-05", 28));
        Finding finding = rule(report, "half-the-time").findings().getFirst();

        assertThat(finding.rotation()).isNull();
        assertThat(finding.tier()).isNull();
        assertThat(finding.member()).isEqualTo(id("Ana"));
        assertThat(finding.when()).isEqualTo(span("2027-01-05T12:00:00Z", "2027-03-02T12:00:00Z"));
    }

    @Test
    void findings_gap_isOfNobody() {
        AuditReport report = audit(
                Draft.of(problem("Ana").period("2027-01-05", "2027-01-12")).put("Ana", "primary", "2027-01-05", 5));

        assertThat(rule(report, "gap").findings())
                .extracting(Finding::member, Finding::tier, Finding::size)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, PRIMARY, 2L),
                        org.assertj.core.groups.Tuple.tuple(null, SECONDARY, 7L));
    }

    @Test
    void findings_anyRota_areSentencesWithinTheSchedule() {
        for (long seed = 0; seed < 50; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            AuditReport report = Audit.of(RandomProblems.rota(problem, seed));

            for (RuleCost cost : report.rules()) {
                for (Finding finding : cost.findings()) {
                    assertThat(finding.sentence()).as("seed %d", seed).matches("(?s)[^\\s].*\\.");
                    assertThat(finding.rule()).isEqualTo(cost.rule().id());
                    assertThat(finding.size()).isNotZero();
                    assertThat(finding.when().start())
                            .isBefore(problem.to()
                                    .plusDays(2)
                                    .atStartOfDay(java.time.ZoneOffset.UTC)
                                    .toInstant());
                }
            }
        }
    }

    // Members

    @Test
    void members_lastYearsFestiveDay_isCountedAsHistory() {
        AuditReport report = audit(Draft.of(problem("Bo", "Cy")
                .member(member("Ana"))
                .period("2026-12-15", "2027-02-09")
                .holidays("GB-ENG")
                .history("Ana", "primary", "2025-12-24", 2)));

        assertThat(load(report, "Ana").historyFestiveDays()).isEqualTo(1);
        // Both days: the first reaches into Christmas Day.
        assertThat(load(report, "Ana").historyUnsocialDays()).isEqualTo(2);
        assertThat(load(report, "Bo").historyFestiveDays()).isEqualTo(0);
        assertThat(load(report, "Bo").fairFestiveDays()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void members_load_countsWhatTheyHold() {
        AuditReport report = audit(Draft.of(problem("Bo", "Cy", "Di")
                        .member(member("Ana")
                                .share(0.5)
                                .wants("2026-12-24", "2026-12-24")
                                .avoids("2026-12-26", "2026-12-27"))
                        .period("2026-12-15", "2027-02-09")
                        .holidays("GB-ENG")
                        .history("Ana", "primary", "2026-12-01", 7))
                .put("Ana", "primary", "2026-12-24", 3)
                .put("Ana", "secondary", "2027-01-12", 7)
                .put("Ana", "secondary", "2027-02-02", 7));
        MemberLoad ana = load(report, "Ana");

        assertThat(ana.days()).isEqualTo(17);
        assertThat(ana.onCallDates()).isEqualTo(17);
        assertThat(ana.daysOnRota()).isEqualTo(56);
        assertThat(ana.shareOfTime()).isEqualTo(17.0 / 56);
        assertThat(ana.historyDays()).isEqualTo(7);
        assertThat(ana.historyUnsocialDays()).isEqualTo(2);
        assertThat(ana.historyFestiveDays()).isEqualTo(0);
        // 24 December reaches into Christmas Day, 25 December is a bank holiday, 26 December a Saturday; two weekends.
        assertThat(ana.unsocialDays()).isEqualTo(3 + 2 + 2);
        assertThat(ana.festiveDays()).isEqualTo(1);
        // One to bear, and she works half of the time.
        assertThat(ana.fairFestiveDays()).isCloseTo(0.5 / 3.5, within(1e-9));
        assertThat(ana.stints()).isEqualTo(3);
        assertThat(ana.shortestInterval()).isEqualTo(19);
        assertThat(ana.wishesKept()).isEqualTo(1);
        assertThat(ana.wishesBroken()).isEqualTo(1);
        assertThat(ana.daysPerTier()).containsExactly(entry(ON_CALL, Map.of(PRIMARY, 3, SECONDARY, 14)));
    }

    @Test
    void members_load_sumsRotationsAndCountsOnCallTimeOnce() {
        AuditReport report = audit(Draft.of(problem("Ana", "Bo")
                        .period("2027-01-05", "2027-02-02")
                        .rotation(rotation("on-call").tiers("primary"))
                        .rotation(rotation("backup").tiers("second"))
                        .rotation(officeHours("support")))
                .put("Ana", "on-call", "primary", "2027-01-05", 4)
                .put("Ana", "backup", "second", "2027-01-07", 4)
                .put("Ana", "support", "desk", "2027-01-18", 5));
        MemberLoad ana = load(report, "Ana");

        assertThat(ana.days()).isEqualTo(13);
        assertThat(ana.onCallDates()).isEqualTo(6);
        assertThat(ana.shareOfTime()).isEqualTo(6.0 / 28);
        assertThat(ana.stints()).isEqualTo(3);
        assertThat(ana.daysPerTier().keySet())
                .containsExactly(ON_CALL, new RotationId("backup"), new RotationId("support"));
    }

    @Test
    void members_fairShares_areThoseOfTheTeam() {
        AuditReport report = Audit.of(Rota.empty(problem("Bo", "Cy", "Di")
                .member(member("Ana").share(0.5))
                .period("2027-01-05", "2027-02-23")
                .build()));

        // 2 x 49 days over 3.5 people.
        assertThat(load(report, "Bo").fairShare()).isEqualTo(28);
        assertThat(load(report, "Ana").fairShare()).isEqualTo(14);
        assertThat(load(report, "Bo").fairUnsocialDays()).isEqualTo(8);
        assertThat(load(report, "Ana").fairUnsocialDays()).isEqualTo(4);
    }

    @Test
    void members_nobodyOnRota_haveNoShareOfTime() {
        AuditReport report = Audit.of(
                Rota.empty(problem().member(member("Ana").from("2030-01-01")).build()));

        assertThat(load(report, "Ana").shareOfTime()).isZero();
        assertThat(load(report, "Ana").daysOnRota()).isZero();
        assertThat(load(report, "Ana").shortestInterval()).isZero();
    }

    // Changes

    @Test
    void changes_nothingPublished_areNone() {
        assertThat(audit(Draft.of(problem("Ana")).put("Ana", "primary", "2027-01-05", 7))
                        .changes())
                .isEmpty();
    }

    @Test
    void changes_byMember_areWhatTheyLoseAndGain() {
        AuditReport report = audit(Draft.of(problem("Ana", "Bo", "Cy", "Di")
                        .published("Ana", "primary", "2027-01-05", 7)
                        .published("Bo", "primary", "2027-01-12", 7)
                        .published("Cy", "secondary", "2027-01-05", 3)
                        .published("Di", "secondary", "2027-01-08", 4))
                .put("Ana", "primary", "2027-01-05", 3)
                .put("Bo", "primary", "2027-01-08", 11)
                .put("Cy", "secondary", "2027-01-05", 3)
                .put("Ana", "secondary", "2027-02-02", 7));
        Stretch lostByAna = new Stretch(ON_CALL, PRIMARY, span("2027-01-08T12:00:00Z", "2027-01-12T12:00:00Z"));
        Stretch lostByDi = new Stretch(ON_CALL, SECONDARY, span("2027-01-08T12:00:00Z", "2027-01-12T12:00:00Z"));

        // What was not published, February, is no change; what Di loses, nobody gains.
        assertThat(report.changes())
                .containsExactly(
                        new Change(id("Ana"), List.of(lostByAna), List.of()),
                        new Change(id("Bo"), List.of(), List.of(lostByAna)),
                        new Change(id("Di"), List.of(lostByDi), List.of()));
    }

    @Test
    void changes_twoPeopleExchanged_loseAndGainBoth() {
        AuditReport report = audit(Draft.of(problem("Ana", "Bo")
                        .published("Ana", "primary", "2027-01-05", 7)
                        .published("Bo", "primary", "2027-01-12", 7))
                .put("Bo", "primary", "2027-01-05", 7)
                .put("Ana", "primary", "2027-01-12", 7));

        assertThat(report.changes())
                .extracting(
                        Change::member,
                        change -> change.loses().size(),
                        change -> change.gains().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(id("Ana"), 1, 1),
                        org.assertj.core.groups.Tuple.tuple(id("Bo"), 1, 1));
    }

    @Test
    void rules_descriptionsAndWeights_areThoseOfTheBook() {
        AuditReport report = Audit.of(Rota.empty(problem("Ana").build()));

        assertThat(report.rules())
                .allSatisfy(
                        cost -> assertThat(cost.weight()).isEqualTo(cost.rule().defaultWeight()));
        assertThat(report.rules().stream().map(RuleCost::rule).map(Rule::id)).doesNotHaveDuplicates();
    }
}
