package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.MemberId;

class RuleFactsTest {
    @Test
    void isEligible_skillOptInDatesAndLeave_allCount() {
        RuleFacts facts = new RuleFacts(problem()
                .member(member("Ana").skills("sql").leave("2027-01-08", "2027-01-08"))
                .member(member("Bo").from("2027-01-07"))
                .member(member("Cy").skills("sql").optedOut())
                .rotation(rotation("on-call").tier("primary").tier("secondary", "sql"))
                .rotation(officeHours("support"))
                .build());
        RotationFacts onCall = facts.rotation(0);
        RotationFacts support = facts.rotation(1);

        assertThat(onCall.isEligible(0, 1, 1)).isTrue();
        assertThat(onCall.isEligible(0, 1, 2)).isFalse(); // Thursday 7 January runs into the leave
        assertThat(support.isEligible(0, 0, 2)).isTrue();
        assertThat(support.isEligible(0, 0, 3)).isFalse();
        assertThat(onCall.isEligible(1, 0, 1)).isFalse();
        assertThat(onCall.isEligible(1, 0, 2)).isTrue();
        assertThat(onCall.isEligible(1, 1, 2)).isFalse();
        assertThat(onCall.isEligible(2, 0, 2)).isFalse();
        assertThat(support.isEligible(2, 0, 2)).isTrue();
    }

    @Test
    void fairShare_historyAndPeriod_areSharedTogether() {
        RuleFacts facts = new RuleFacts(problem("Ana", "Bo")
                .member(member("Cy").share(0.5).from("2027-02-02"))
                .history("Ana", "primary", "2026-12-22", 14)
                .history("Bo", "secondary", "2026-12-22", 7)
                .build());
        RotationFacts rotation = facts.rotation(0);

        // 21 slots of history and 112 to come; 70 days on the rota for Ana and Bo, 28 for Cy at half: 154 in all.
        assertThat(rotation.daysOnRota(0)).isEqualTo(70);
        assertThat(rotation.daysOnRota(2)).isEqualTo(28);
        assertThat(rotation.fairShare(0)).isEqualTo(60); // 60.45
        assertThat(rotation.fairShare(2)).isEqualTo(12); // 12.09
        assertThat(rotation.historyDays(0)).isEqualTo(14);
        assertThat(rotation.historyDays(1)).isEqualTo(7);
        // Saturdays, Sundays and the days that touch a festive day, 22 December to 4 January 2027: 24 to 27 and 31
        // December, 1 to 3 January.
        assertThat(rotation.historyUnsocial(0)).isEqualTo(8);
        assertThat(rotation.historyUnsocial(1)).isEqualTo(4);
    }

    @Test
    void firstPlanned_history_liesBeforeIt() {
        RuleFacts facts = new RuleFacts(problem("Ana")
                .rotation(officeHours("support"))
                .history("Ana", "desk", "2026-12-28", 7)
                .build());

        // Monday to Friday and the Monday after; no bank holidays here.
        assertThat(facts.rotation(0).firstPlanned()).isEqualTo(6);
        assertThat(facts.rotation(0).plannedDays()).isEqualTo(40);
        assertThat(facts.rotation(0).day(6).date()).isEqualTo("2027-01-05");
    }

    @Test
    void publishedHolder_publishedSlots_areByPlannedDay() {
        RuleFacts facts = new RuleFacts(problem("Ana", "Bo")
                .history("Ana", "secondary", "2027-01-01", 4)
                .published("Bo", "secondary", "2027-01-07", 2)
                .build());
        RotationFacts rotation = facts.rotation(0);

        assertThat(rotation.publishedHolder(1, 1)).isEqualTo(RuleFacts.NOBODY);
        assertThat(rotation.publishedHolder(1, 2)).isEqualTo(1);
        assertThat(rotation.publishedHolder(1, 3)).isEqualTo(1);
        assertThat(rotation.publishedHolder(1, 4)).isEqualTo(RuleFacts.NOBODY);
        assertThat(rotation.publishedHolder(0, 2)).isEqualTo(RuleFacts.NOBODY);
    }

    @Test
    void indexOf_unknownMember_isRefusedByName() {
        RuleFacts facts = new RuleFacts(problem("Ana").build());

        assertThat(facts.indexOf(new MemberId("ana"))).isZero();
        assertThatThrownBy(() -> facts.indexOf(new MemberId("zed")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The member (zed) is not in the team.");
    }
}
