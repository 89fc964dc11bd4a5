package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class MemberTimelineTest {
    @Test
    void counts_stintsTiersAndFestiveDays_areOfThePeriodOnly() {
        MemberTimeline ana = Draft.of(busyWinter())
                .put("Ana", "on-call", "primary", "2027-12-21", 6)
                .put("Ana", "on-call", "secondary", "2028-01-01", 2)
                .put("Ana", "support", "desk", "2028-01-04", 9)
                .timeline("Ana");

        assertThat(ana.dayCount(0)).isEqualTo(8);
        assertThat(ana.tierCount(0, 0)).isEqualTo(6);
        assertThat(ana.tierCount(0, 1)).isEqualTo(2);
        assertThat(ana.dayCount(1)).isEqualTo(7);
        assertThat(ana.ownStintCount(0)).isEqualTo(2);
        assertThat(ana.ownStintCount(1)).isEqualTo(1);
        assertThat(ana.onCallDates()).isEqualTo(8);
        assertThat(ana.festiveDayCount()).isEqualTo(2);
        assertThat(ana.unsocialCount(0)).isEqualTo(5); // 24, 25 and 26 December, 1 and 2 January
        assertThat(ana.shortestInterval()).isEqualTo(11);
    }

    @Test
    void counts_stintAcrossTheStart_isOneStintOfThePeriod() {
        MemberTimeline ana = Draft.of(busyWinter())
                .put("Ana", "on-call", "secondary", "2027-12-07", 3)
                .put("Ana", "on-call", "primary", "2027-12-30", 1)
                .timeline("Ana");

        assertThat(ana.ownStintCount(0)).isEqualTo(2);
        assertThat(ana.dayCount(0)).isEqualTo(4);
        assertThat(ana.shortestInterval()).isEqualTo(26); // from 4 December, in history
    }

    @Test
    void counts_nobody_areZero() {
        MemberTimeline ana = Draft.of(busyWinter()).timeline("Ana");

        assertThat(ana.dayCount(0)).isZero();
        assertThat(ana.ownStintCount(0)).isZero();
        assertThat(ana.onCallDates()).isZero();
        assertThat(ana.festiveDayCount()).isZero();
        assertThat(ana.shortestInterval()).isZero();
    }

    /** The search changes a timeline slot by slot: whatever came before, it must read as one filled at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void holdAndRelease_inAnyOrder_readsAsFilledAtOnce(int seed) {
        RuleFacts facts = new RuleFacts(busyWinter().build());
        Random random = new Random(seed);
        int member = seed % facts.memberCount();
        MemberTimeline changed = new MemberTimeline(facts, member);
        List<int[]> held = new ArrayList<>();
        for (int step = 0; step < 600; step++) {
            if (!held.isEmpty() && random.nextInt(100) < 45) {
                int[] slot = held.remove(random.nextInt(held.size()));
                changed.release(slot[0], slot[1], slot[2]);
            } else {
                RotationFacts rotation = facts.rotation(random.nextInt(facts.rotationCount()));
                int tier = random.nextInt(rotation.tierCount());
                int start = random.nextInt(rotation.plannedDays());
                for (int p = start; p < Math.min(start + 1 + random.nextInt(8), rotation.plannedDays()); p++) {
                    int[] slot = {rotation.index(), tier, p};
                    if (held.stream().noneMatch(other -> java.util.Arrays.equals(other, slot))) {
                        held.add(slot);
                        changed.hold(slot[0], slot[1], slot[2]);
                    }
                }
            }
            MemberTimeline fresh = new MemberTimeline(facts, member);
            held.forEach(slot -> fresh.hold(slot[0], slot[1], slot[2]));
            for (Rule rule : RuleBook.rules()) {
                if (rule instanceof MemberRule memberRule) {
                    assertThat(memberRule.size(changed))
                            .as(rule.id() + " after step " + step)
                            .isEqualTo(memberRule.size(fresh));
                }
            }
        }
        held.forEach(slot -> changed.release(slot[0], slot[1], slot[2]));
        assertThat(changed.ownStintCount(0)).isZero();
        assertThat(changed.onCallDates()).isZero();
    }

    /** Ana's history reaches the start; there are two rotations, a bank-holiday list, and two festive days. */
    private static ProblemBuilder busyWinter() {
        return problem("Bo")
                .member(member("Ana").leave("2028-01-10", "2028-01-14").avoids("2027-12-24", "2027-12-25"))
                .member(member("Cy").from("2027-12-15").share(0.6).wants("2027-12-20", "2028-01-20"))
                .rotation(rotation("on-call"))
                .rotation(officeHours("support"))
                .period("2027-12-07", "2028-02-09")
                .holidays("GB-ENG")
                .history("Ana", "on-call", "primary", "2027-11-02", 7)
                .history("Ana", "on-call", "primary", "2027-12-04", 3)
                .history("Bo", "support", "desk", "2027-11-22", 5)
                .history("Bo", "on-call", "secondary", "2026-12-22", 7);
    }
}
