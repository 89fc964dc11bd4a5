package org.oncall.rota.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.repair.Repairer;
import org.oncall.rota.support.Living;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class SwapsTest {
    private static final MemberId ANA = new MemberId("ana");
    private static final MemberId BO = new MemberId("bo");
    private static final MemberId CY = new MemberId("cy");
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-02T09:00:00Z");
    private static final Actor MANAGER = Actor.manager("mia");

    /** Ana, Bo, Cy and Di in turn, a week each, twice. */
    private static ProblemBuilder builder() {
        return problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"))
                .published("Ana", "primary", "2027-01-05", 7)
                .published("Bo", "primary", "2027-01-12", 7)
                .published("Cy", "primary", "2027-01-19", 7)
                .published("Di", "primary", "2027-01-26", 7)
                .published("Ana", "primary", "2027-02-02", 7)
                .published("Bo", "primary", "2027-02-09", 7)
                .published("Cy", "primary", "2027-02-16", 7)
                .published("Di", "primary", "2027-02-23", 7);
    }

    private static Rota rota() {
        return rota(builder()
                .member(member("Ana"))
                .member(member("Bo"))
                .member(member("Cy"))
                .member(member("Di"))
                .build());
    }

    private static Rota rota(RotaProblem problem) {
        return Rota.of(problem, problem.published());
    }

    private static List<Slot> days(String first, int days) {
        return IntStream.range(0, days)
                .mapToObj(d -> new Slot(
                        new RotationId("on-call"),
                        new TierId("primary"),
                        LocalDate.parse(first).plusDays(d)))
                .toList();
    }

    private static List<Slot> week(String first) {
        return days(first, 7);
    }

    /** Cy and Di exchange their first weeks. */
    private static List<Handing> exchange() {
        return List.of(
                new Handing(week("2027-01-26"), new MemberId("di"), CY),
                new Handing(week("2027-01-19"), CY, new MemberId("di")));
    }

    private static Swap accepted(List<Handing> handings, boolean creditMoves) {
        Swap swap = Swap.propose("s1", handings, creditMoves, MANAGER, NOW, null, "");
        for (MemberId member : swap.concerned()) {
            swap = done(swap.accept(member, MANAGER, NOW, ""));
        }
        return swap;
    }

    private static Swap done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).swap();
    }

    private static Outcome.Changed changed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return (Outcome.Changed) outcome;
    }

    private static Outcome.Denied denied(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Denied.class);
        return (Outcome.Denied) outcome;
    }

    // ---- The states

    @Test
    void propose_byAMember_countsAsTheirConsent() {
        Swap swap = Swap.propose("s1", exchange(), false, Actor.member(CY), NOW, null, "holiday");

        assertThat(swap.status()).isEqualTo(Swap.Status.PROPOSED);
        assertThat(swap.awaited()).containsExactly(new MemberId("di"));
        Swap accepted = done(swap.accept(new MemberId("di"), Actor.member(new MemberId("di")), LATER, ""));
        assertThat(accepted.status()).isEqualTo(Swap.Status.ACCEPTED);
        assertThat(accepted.trail()).hasSize(3);
        assertThat(swap.status()).isEqualTo(Swap.Status.PROPOSED);
    }

    @Test
    void accept_byAManagerForSomebody_saysSo() {
        Swap swap = done(Swap.propose("s1", exchange(), false, Actor.member(CY), NOW, null, "")
                .accept(new MemberId("di"), MANAGER, LATER, "on the phone"));

        assertThat(swap.trail().getLast())
                .isEqualTo(new Swap.Step(Swap.Status.ACCEPTED, "mia", new MemberId("di"), LATER, "on the phone"));
    }

    @Test
    void accept_bySomebodyElse_isDenied() {
        Swap swap = Swap.propose("s1", exchange(), false, Actor.member(CY), NOW, null, "");

        assertThat(denied(swap.accept(new MemberId("di"), Actor.member(ANA), LATER, ""))
                        .reason())
                .contains("may not speak for");
        assertThat(denied(swap.accept(ANA, Actor.member(ANA), LATER, "")).reason())
                .contains("not concerned");
    }

    @Test
    void refuse_afterAccepting_ends() {
        Swap swap = done(accepted(exchange(), false).refuse(CY, Actor.member(CY), LATER, "no"));

        assertThat(swap.status()).isEqualTo(Swap.Status.REFUSED);
        assertThat(denied(Swaps.apply(rota(), swap, MANAGER, LATER)).reason()).contains("REFUSED");
    }

    @Test
    void at_afterItsTime_isExpired() {
        Swap swap = Swap.propose("s1", exchange(), false, Actor.member(CY), NOW, LATER, "");

        assertThat(swap.at(LATER.minusMillis(1)).status()).isEqualTo(Swap.Status.PROPOSED);
        assertThat(swap.at(LATER).status()).isEqualTo(Swap.Status.EXPIRED);
        assertThat(denied(swap.accept(new MemberId("di"), MANAGER, LATER, "")).reason())
                .contains("expired");
    }

    // ---- What becomes of the rota

    @Test
    void apply_notYetAccepted_isDenied() {
        Swap swap = Swap.propose("s1", exchange(), false, Actor.member(CY), NOW, null, "");

        assertThat(denied(Swaps.apply(rota(), swap, MANAGER, NOW)).reason()).contains("PROPOSED");
    }

    @Test
    void apply_exchange_handsOverPinsAndLeavesDebtsAsTheyWere() {
        Rota rota = rota();

        Outcome.Changed changed = changed(Swaps.apply(rota, accepted(exchange(), false), MANAGER, NOW));

        RotaProblem after = changed.report().rota().problem();
        assertThat(changed.swap().status()).isEqualTo(Swap.Status.APPLIED);
        assertThat(changed.report().shifts().stream()
                        .map(shift -> shift.firstDate() + " " + shift.member())
                        .toList())
                .contains("2027-01-19 di", "2027-01-26 cy");
        assertThat(after.pinned())
                .hasSize(14)
                .contains(new Holding(week("2027-01-19").getFirst(), new MemberId("di")));
        assertThat(after.credits())
                .hasSize(14)
                .contains(new Credit(week("2027-01-19").getFirst(), new MemberId("di"), CY));
        assertThat(changed.report().costs().get("changed")).isZero();
        assertThat(changed.report().costs().get("uneven-load"))
                .isEqualTo(Audit.of(rota).costs().get("uneven-load"));
    }

    @Test
    void apply_give_creditMovesOnlyWhereAsked() {
        List<Handing> give = List.of(new Handing(week("2027-01-26"), new MemberId("di"), ANA));
        // Ana has the week after: two weeks running would break a rule, so it is one night.
        List<Handing> night = List.of(new Handing(days("2027-01-19", 1), CY, ANA));

        assertThat(denied(Swaps.apply(rota(), accepted(give, false), MANAGER, NOW))
                        .findings())
                .isNotEmpty();
        long stays = changed(Swaps.apply(rota(), accepted(night, false), MANAGER, NOW))
                .report()
                .costs()
                .get("uneven-load");
        long moves = changed(Swaps.apply(rota(), accepted(night, true), MANAGER, NOW))
                .report()
                .costs()
                .get("uneven-load");
        assertThat(stays).isEqualTo(0);
        assertThat(moves).isEqualTo(2); // one day too many, one too few
    }

    @Test
    void apply_toSomebodyOnLeave_isDeniedWithTheFinding() {
        RotaProblem away = builder()
                .member(member("Ana"))
                .member(member("Bo"))
                .member(member("Cy").leave("2027-01-28", "2027-01-28"))
                .member(member("Di"))
                .build();

        Outcome.Denied denied = denied(Swaps.apply(rota(away), accepted(exchange(), false), MANAGER, NOW));

        assertThat(denied.findings())
                .extracting("rule")
                .containsOnly("on-leave")
                .hasSize(2);
        assertThat(denied.reason()).contains("Cy is on leave");
    }

    @Test
    void apply_daysThatHaveBegun_isDenied() {
        Instant during = Instant.parse("2027-01-19T12:00:00Z");

        assertThat(denied(Swaps.apply(rota(), accepted(exchange(), false), MANAGER, during))
                        .reason())
                .contains("has begun");
    }

    @Test
    void undo_comesBackToWhatWas() {
        Rota rota = rota();
        Outcome.Changed applied = changed(Swaps.apply(rota, accepted(exchange(), false), MANAGER, NOW));

        Outcome.Changed undone =
                changed(Swaps.undo(applied.report().rota(), applied.swap(), Actor.member(CY), LATER, "after all"));

        assertThat(undone.report().rota()).isEqualTo(rota);
        assertThat(undone.swap().status()).isEqualTo(Swap.Status.UNDONE);
        assertThat(denied(Swaps.undo(rota, undone.swap(), MANAGER, LATER, "")).reason())
                .contains("UNDONE");
    }

    @Test
    void undo_whereTheDaysWentOn_isDenied() {
        Outcome.Changed first = changed(Swaps.apply(rota(), accepted(exchange(), false), MANAGER, NOW));
        List<Handing> on = List.of(new Handing(days("2027-01-19", 1), new MemberId("di"), ANA));
        Outcome.Changed second = changed(Swaps.apply(first.report().rota(), accepted(on, false), MANAGER, NOW));

        assertThat(denied(Swaps.undo(second.report().rota(), first.swap(), MANAGER, LATER, ""))
                        .reason())
                .contains("not held by member (di) any more");
        // What counted for Cy still does, though it is Ana now who works it; undone, the first swap is as it was.
        assertThat(second.report().rota().problem().credits())
                .contains(new Credit(days("2027-01-19", 1).getFirst(), ANA, CY));
        Outcome.Changed back = changed(Swaps.undo(second.report().rota(), second.swap(), MANAGER, LATER, ""));
        assertThat(back.report().rota().problem().credits())
                .containsExactlyInAnyOrderElementsOf(
                        first.report().rota().problem().credits());
    }

    @Test
    void swap_ofOneDayTwice_isNoSwap() {
        Handing handing = new Handing(days("2027-01-19", 1), CY, ANA);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Swap.propose("s1", List.of(handing, handing), false, MANAGER, NOW, null, ""))
                .hasMessageContaining("only once");
    }

    // ---- Finding

    @Test
    void ways_agreeWithWholeAuditsAndAreLegal() {
        RotaProblem problem = Living.published(Living.team("product"), 30_000);
        Rota rota = rota(problem);
        AuditReport before = Audit.of(rota);
        SplittableRandom random = new SplittableRandom(5);
        int cycles = 0;
        for (int i = 0; i < 6; i++) {
            Shift shift = before.shifts().get(random.nextInt(before.shifts().size()));
            List<Slot> slots = week(shift.firstDate().toString()).stream()
                    .map(slot -> new Slot(shift.rotation(), shift.tier(), slot.date()))
                    .filter(slot -> shift.member().equals(rota.holder(slot)))
                    .toList();
            List<Proposal> ways = new SwapFinder(rota, Instant.EPOCH, false).ways(shift.member(), slots, 3);
            assertThat(ways).isSortedAccordingTo(Proposal.BEST_FIRST);
            for (Proposal way : ways) {
                cycles += way.kind() == Proposal.Kind.CYCLE ? 1 : 0;
                Outcome.Changed changed =
                        changed(Swaps.apply(rota, accepted(way.handings(), false), MANAGER, Instant.EPOCH));
                Score after = changed.report().score();
                assertThat(after.hard()).isLessThanOrEqualTo(before.score().hard());
                assertThat(way.difference().soft())
                        .isEqualTo(after.soft() - before.score().soft());
            }
        }
        assertThat(cycles).isPositive();
    }

    @Test
    void ways_whoIsAwayThatWeek_neverGetsADayOfIt() {
        RotaProblem away = builder()
                .member(member("Ana"))
                .member(member("Bo"))
                .member(member("Cy").leave("2027-01-19", "2027-01-27"))
                .member(member("Di"))
                .build();

        List<Proposal> ways = new SwapFinder(rota(away), NOW, false).ways(CY, week("2027-01-19"), 10);

        assertThat(ways).isNotEmpty();
        for (Proposal way : ways) {
            assertThat(Swaps.preview(rota(away), way.handings(), false).isLegal())
                    .isTrue();
        }
    }

    // ---- Cover

    @Test
    void cover_partOfAShift_isAsAWholeAuditSays() {
        Why why = Covers.of(
                        rota(),
                        "on-call.primary.2027-01-19",
                        LocalDate.parse("2027-01-23"),
                        LocalDate.parse("2027-01-24"))
                .orElseThrow();

        assertThat(why.first().date()).isEqualTo(LocalDate.parse("2027-01-23"));
        assertThat(Duration.between(why.span().start(), why.span().end())).isEqualTo(Duration.ofDays(2));
        Why.Option ana = why.options().stream()
                .filter(option ->
                        option.member() != null && option.member().id().equals(ANA))
                .findFirst()
                .orElseThrow();
        Rota rota = rota();
        AuditReport whole = Swaps.preview(rota, List.of(new Handing(days("2027-01-23", 2), CY, ANA)), false);
        assertThat(ana.score().hard()).isEqualTo(whole.score().hard()).isZero();
        for (String rule : List.of("handover", "too-soon", "irregular")) {
            long now = Audit.of(rota).costs().get(rule);
            long more = ana.rules().stream()
                    .filter(difference -> difference.rule().id().equals(rule))
                    .mapToLong(Why.RuleDifference::cost)
                    .sum();
            assertThat(now + more).as(rule).isEqualTo(whole.costs().get(rule));
        }
    }

    @Test
    void cover_tonight_isTheNextNightOfWhoWasWoken() {
        Why why = Covers.tonight(rota(), CY, Instant.parse("2027-01-21T03:00:00Z"))
                .orElseThrow();

        assertThat(why.id()).isEqualTo("on-call.primary.2027-01-21");
        assertThat(Duration.between(why.span().start(), why.span().end())).isEqualTo(Duration.ofDays(1));
        assertThat(Covers.tonight(rota(), CY, Instant.parse("2027-01-26T03:00:00Z")))
                .isEmpty();
        assertThat(Covers.tonight(rota(), ANA, Instant.parse("2027-01-21T03:00:00Z")))
                .isEmpty();
    }

    @Test
    void cover_aNightInTheMiddleOfAStint_doesNotEndIt() {
        Rota rota = rota();
        Why night =
                Covers.tonight(rota, CY, Instant.parse("2027-01-21T03:00:00Z")).orElseThrow();

        assertThat(Covers.able(night).map(option -> option.name())).containsExactly("Ana");
        assertThat(Covers.toTheEnd(rota, night)).isEmpty();
        Proposal cover = Covers.ways(new SwapFinder(rota, NOW, false), rota.problem(), night, 5).stream()
                .filter(way -> way.kind() == Proposal.Kind.COVER)
                .findFirst()
                .orElseThrow();
        assertThat(cover.handings()).containsExactly(new Handing(days("2027-01-21", 1), CY, ANA));
        Instant awake = Instant.parse("2027-01-21T03:05:00Z");
        Outcome.Changed changed = changed(Swaps.apply(rota, accepted(cover.handings(), false), MANAGER, awake));

        assertThat(changed.report().isLegal()).isTrue();
        assertThat(changed.report().shifts().stream()
                        .map(shift -> shift.firstDate() + " " + shift.member())
                        .toList())
                .containsSubsequence("2027-01-19 cy", "2027-01-21 ana", "2027-01-22 cy", "2027-01-26 di");
        assertThat(changed.report().members().stream()
                        .filter(load -> load.member().id().equals(CY))
                        .findFirst()
                        .orElseThrow()
                        .stints())
                .isEqualTo(2); // as before: one in January, one in February
        Outcome.Changed undone = changed(Swaps.undo(changed.report().rota(), changed.swap(), MANAGER, awake, ""));
        assertThat(undone.report().rota()).isEqualTo(rota);
    }

    @Test
    void cover_aNightWhoseCreditMoves_endsTheStint() {
        List<Handing> night = List.of(new Handing(days("2027-01-21", 1), CY, ANA));

        Outcome.Denied denied = denied(Swaps.apply(rota(), accepted(night, true), MANAGER, NOW));

        assertThat(denied.findings())
                .extracting(finding -> finding.rule() + " " + finding.member() + " " + finding.size())
                .containsExactly("back-to-back cy 6");
    }

    @Test
    void cover_byWhoIsOnCallTooSoonAfter_isDeniedWithTheFinding() {
        List<Handing> night = List.of(new Handing(days("2027-01-21", 1), CY, new MemberId("di")));

        Outcome.Denied denied = denied(Swaps.apply(rota(), accepted(night, false), MANAGER, NOW));

        assertThat(denied.findings())
                .extracting(finding -> finding.rule() + " " + finding.member() + " " + finding.size())
                .containsExactly("back-to-back di 3");
    }

    @Test
    void cover_aWeekend_isTheDaysThatFallOnIt() {
        Rota rota = rota();
        for (String day : List.of("2027-01-19", "2027-01-23", "2027-01-24")) {
            Why weekend = Covers.of(rota, "on-call.primary." + day, Covers.Part.WEEKEND)
                    .orElseThrow();

            // From Friday midday, which lasts until Saturday's, to Monday midday.
            assertThat(Covers.slots(rota.problem(), weekend)).isEqualTo(days("2027-01-22", 3));
            assertThat(Covers.able(weekend).map(option -> option.name())).containsExactly("Ana");
        }
        assertThat(Covers.of(rota, "on-call.primary.2027-01-25", Covers.Part.WEEKEND))
                .isEmpty(); // a Monday: its shift ends before that weekend
        assertThat(Covers.slots(
                        rota.problem(),
                        Covers.of(rota, "on-call.primary.2027-01-25", Covers.Part.NIGHT)
                                .orElseThrow()))
                .isEqualTo(days("2027-01-25", 1));
    }

    @Test
    void ways_forAWeekend_offerAWeekendForIt() {
        Rota rota = rota();
        List<Proposal> ways = new SwapFinder(rota, NOW, false).ways(CY, days("2027-01-22", 3), 20);

        assertThat(ways).allSatisfy(way -> {
            assertThat(way.causes()).isEmpty();
            assertThat(Swaps.apply(rota, accepted(way.handings(), false), MANAGER, NOW))
                    .isInstanceOf(Outcome.Changed.class);
        });
        assertThat(ways.stream()
                        .filter(way -> way.kind() == Proposal.Kind.EXCHANGE)
                        .map(way -> way.handings().getLast())
                        .toList())
                .contains(new Handing(days("2027-02-05", 3), ANA, CY));
    }

    @Test
    void apply_anyRunOfDaysInAShift_isLegalOrDeniedWithFindings_andUndone() {
        Rota rota = rota(Living.published(Living.team("product"), 30_000));
        AuditReport before = Audit.of(rota);
        SplittableRandom random = new SplittableRandom(11);
        int applied = 0;
        int inTheMiddle = 0;
        for (int i = 0; i < 150; i++) {
            Shift shift = before.shifts().get(random.nextInt(before.shifts().size()));
            List<Slot> held = rota.problem().slots().stream()
                    .filter(slot -> slot.rotation().equals(shift.rotation())
                            && slot.tier().equals(shift.tier())
                            && !slot.date().isBefore(shift.firstDate())
                            && slot.date().isBefore(shift.firstDate().plusDays(7))
                            && shift.member().equals(rota.holder(slot)))
                    .toList();
            int first = random.nextInt(held.size());
            int last = first + random.nextInt(held.size() - first);
            List<MemberId> others = rota.problem().team().members().stream()
                    .map(member -> member.id())
                    .filter(member -> !member.equals(shift.member()))
                    .toList();
            Handing handing = new Handing(
                    held.subList(first, last + 1), shift.member(), others.get(random.nextInt(others.size())));
            switch (Swaps.apply(rota, accepted(List.of(handing), false), MANAGER, Instant.EPOCH)) {
                case Outcome.Changed changed -> {
                    applied++;
                    inTheMiddle += first > 0 && last < held.size() - 1 ? 1 : 0;
                    assertThat(changed.report().score().hard())
                            .isLessThanOrEqualTo(before.score().hard());
                    Outcome.Changed undone =
                            changed(Swaps.undo(changed.report().rota(), changed.swap(), MANAGER, Instant.EPOCH, ""));
                    assertThat(undone.report().rota()).isEqualTo(rota);
                }
                case Outcome.Denied denied -> assertThat(denied.findings()).isNotEmpty();
                case Outcome.Done done -> throw new AssertionError(done);
            }
        }
        assertThat(applied).isGreaterThan(20);
        assertThat(inTheMiddle).isGreaterThan(3);
    }

    @Test
    void cover_theLastNightOfAStint_isForWhoeverIsRested() {
        Why night = Covers.tonight(rota(), CY, Instant.parse("2027-01-25T03:00:00Z"))
                .orElseThrow();

        assertThat(Covers.able(night).map(option -> option.name())).contains("Ana");
        assertThat(Covers.toTheEnd(rota(), night)).isEmpty();
    }

    // ---- Surviving

    @Test
    void resolve_afterASwap_keepsItsDays() {
        RotaProblem published = Living.on(
                Living.published(Living.team("product"), 30_000),
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-08"));
        Rota rota = rota(published);
        Shift shift = Audit.of(rota).shifts().stream()
                .filter(each -> each.firstDate().isAfter(LocalDate.parse("2027-02-01")))
                .findFirst()
                .orElseThrow();
        List<Slot> slots = published.slots().stream()
                .filter(slot -> slot.rotation().equals(shift.rotation())
                        && slot.tier().equals(shift.tier())
                        && !slot.date().isBefore(shift.firstDate())
                        && slot.date().isBefore(shift.firstDate().plusDays(7))
                        && shift.member().equals(rota.holder(slot)))
                .toList();
        Proposal way = new SwapFinder(rota, Instant.EPOCH, false)
                .ways(shift.member(), slots, 1)
                .getFirst();
        RotaProblem swapped = changed(Swaps.apply(rota, accepted(way.handings(), false), MANAGER, Instant.EPOCH))
                .report()
                .rota()
                .problem();
        RotaProblem after = Living.joins(swapped, "Nia", LocalDate.parse("2026-12-15"));

        Menu menu = new Repairer(after, new SolveSettings(Duration.ofSeconds(1), 0, null)).solve(better -> {});

        menu.options()
                .forEach(option -> swapped.pinned()
                        .forEach(pin -> assertThat(option.report().rota().holder(pin.slot()))
                                .isEqualTo(pin.member())));
    }
}
