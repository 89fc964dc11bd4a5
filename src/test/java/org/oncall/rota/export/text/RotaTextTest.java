package org.oncall.rota.export.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class RotaTextTest {
    private static String text(Draft rota) {
        return RotaText.of(Audit.of(rota.rota()));
    }

    /** The lines from the one that begins so up to the next empty one. */
    private static List<String> section(String text, String beginning) {
        return text.lines()
                .dropWhile(line -> !line.startsWith(beginning))
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void rotation_weeks_areARowEach() {
        Draft rota = Draft.of(problem("Ana", "Bo", "Cy").period("2027-01-05", "2027-01-26"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Cy", "primary", "2027-01-19", 7)
                .put("Cy", "secondary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-12", 7)
                .put("Bo", "secondary", "2027-01-19", 7);

        assertThat(section(text(rota), "Rotation"))
                .containsExactly(
                        "Rotation on-call (* festive period)",
                        "from 12:00       primary  secondary",
                        "Tue 05 Jan 2027  Ana      Cy",
                        "Tue 12 Jan 2027  Bo       Ana",
                        "Tue 19 Jan 2027  Cy       Bo");
    }

    @Test
    void rotation_changeWithinAWeek_isInItsCell() {
        Draft rota = Draft.of(problem("Ana", "Bo").period("2027-01-05", "2027-01-12"))
                .put("Ana", "primary", "2027-01-05", 3)
                .put("Bo", "primary", "2027-01-08", 4);

        assertThat(section(text(rota), "Rotation")).contains("Tue 05 Jan 2027  Ana, Fri 8 Jan Bo  -- nobody --");
    }

    @Test
    void rotation_gapWithinAWeek_isInItsCell() {
        Draft rota = Draft.of(problem("Ana", "Bo").period("2027-01-05", "2027-01-12"))
                .put("Ana", "primary", "2027-01-05", 2)
                .put("Bo", "primary", "2027-01-09", 3)
                .put("Bo", "secondary", "2027-01-05", 2);

        assertThat(section(text(rota), "Rotation"))
                .contains("Tue 05 Jan 2027  Ana, Thu 7 Jan -- nobody --, Sat 9 Jan Bo  Bo, Thu 7 Jan -- nobody --");
    }

    @Test
    void rotation_festivePeriod_isARowADay() {
        Draft rota = Draft.of(problem("Ana", "Bo")
                        .period("2026-12-22", "2027-01-12")
                        .rotation(rotation("on-call").tiers("primary")))
                .put("Ana", "primary", "2026-12-22", 2)
                .put("Bo", "primary", "2026-12-24", 2)
                .put("Ana", "primary", "2027-01-05", 7);

        assertThat(section(text(rota), "Rotation"))
                .containsExactly(
                        "Rotation on-call (* festive period)",
                        "from 12:00         primary",
                        "Tue 22 Dec 2026    Ana",
                        "Thu 24 Dec 2026 *  Bo",
                        "Fri 25 Dec 2026 *  Bo",
                        "Sat 26 Dec 2026 *  -- nobody --",
                        "Sun 27 Dec 2026 *  -- nobody --",
                        "Mon 28 Dec 2026 *  -- nobody --",
                        "Tue 29 Dec 2026 *  -- nobody --",
                        "Wed 30 Dec 2026 *  -- nobody --",
                        "Thu 31 Dec 2026 *  -- nobody --",
                        "Fri 01 Jan 2027 *  -- nobody --",
                        "Sat 02 Jan 2027 *  -- nobody --",
                        "Sun 03 Jan 2027    -- nobody --",
                        "Tue 05 Jan 2027    Ana");
    }

    @Test
    void rotation_handoverMovedOffAHoliday_beginsTheRow() {
        Draft rota = Draft.of(problem("Ana")
                .period("2027-01-05", "2027-01-26")
                .holidaysOn("2027-01-12")
                .rotation(rotation("on-call").tiers("primary")));

        assertThat(section(text(rota), "Rotation"))
                .extracting(line -> line.substring(0, 15).strip())
                .containsExactly(
                        "Rotation on-cal", "from 12:00", "Tue 05 Jan 2027", "Wed 13 Jan 2027", "Tue 19 Jan 2027");
    }

    @Test
    void rotation_wideCharacters_areAligned() {
        Draft rota = Draft.of(problem("\u5c71\u7530", "Bo", "Zoe\u0308").period("2027-01-05", "2027-01-26"))
                .put("\u5c71\u7530", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Zoe\u0308", "primary", "2027-01-19", 7)
                .put("Bo", "secondary", "2027-01-05", 7)
                .put("\u5c71\u7530", "secondary", "2027-01-12", 7)
                .put("Bo", "secondary", "2027-01-19", 7);

        assertThat(section(text(rota), "Rotation"))
                .contains(
                        "Tue 05 Jan 2027  \u5c71\u7530     Bo",
                        "Tue 12 Jan 2027  Bo       \u5c71\u7530",
                        "Tue 19 Jan 2027  Zoe\u0308      Bo");
    }

    @Test
    void rotations_several_haveATableEach() {
        String text = text(Draft.of(problem("Ana")
                .period("2027-01-04", "2027-01-11")
                .rotation(rotation("on-call"))
                .rotation(officeHours("support"))));

        assertThat(section(text, "Rotation support"))
                .containsExactly(
                        "Rotation support (* festive period)",
                        "from 09:00       desk",
                        "Mon 04 Jan 2027  -- nobody --");
    }

    @Test
    void members_loads_areARowEach() {
        ProblemBuilder problem =
                problem("Ana", "Bo", "Cy").period("2027-01-05", "2027-02-02").history("Bo", "primary", "2026-12-22", 7);
        Draft rota = Draft.of(problem)
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "primary", "2027-01-19", 7)
                .put("Bo", "secondary", "2027-01-05", 7);

        assertThat(section(text(rota), "member"))
                .containsExactly(
                        "member  days    time                 fair share  unsocial  festive  shortest interval",
                        "Ana       14  50.0 %  over 30 %              21         4        0            14 days",
                        "Bo         7  25.0 %             21 less 7 done         2        0            14 days",
                        "Cy         0   0.0 %                         21         0        0                  -");
    }

    @Test
    void findings_everyOne_isUnderItsRule() {
        String text = text(Draft.of(problem("Bo")
                        .member(member("Ana").leave("2027-01-06", "2027-01-06"))
                        .period("2027-01-05", "2027-01-12"))
                .put("Ana", "primary", "2027-01-05", 7));

        assertThat(section(text, "on-leave:"))
                .containsExactly(
                        "on-leave: Nobody is on call on leave: 1 for each slot whose coverage hours overlap the member's leave.",
                        "  1  Ana is on leave on Tue 5 January 2027 and cannot hold primary of on-call.",
                        "  1  Ana is on leave on Wed 6 January 2027 and cannot hold primary of on-call.");
        assertThat(section(text, "wish:")).isEmpty();
    }

    @Test
    void rules_costs_areARowEach() {
        String text =
                text(Draft.of(problem("Ana").period("2027-01-05", "2027-01-12").weight("wish", 0)));

        assertThat(section(text, "rule"))
                .hasSize(23)
                .startsWith("rule               level   weight  size  cost")
                .contains(
                        "gap                medium       1    14    14",
                        "wish               soft         0     0     0");
    }

    @Test
    void verdict_legalOrNot_saysSo() {
        Draft clean = Draft.of(problem("Ana", "Bo").period("2027-01-05", "2027-01-12"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "secondary", "2027-01-05", 7);
        Draft illegal = Draft.of(problem("Ana", "Bo").period("2027-01-05", "2027-01-12"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-05", 5);

        assertThat(text(clean))
                .contains("Tue 05 Jan 2027 to Tue 12 Jan 2027: No hard rule is broken and every slot is held; cost ");
        assertThat(text(illegal))
                .contains(
                        "Tue 05 Jan 2027 to Tue 12 Jan 2027: HARD RULES ARE BROKEN (see the findings) and 2 slots are held by nobody; cost ");
    }

    @Test
    void advice_ofTheAudit_isToldBeforeTheVerdict() {
        String text = RotaText.of(Audit.of(Rota.empty(problem("Ana").build())));

        assertThat(text).contains("\nAdvice\n  No bank holidays");
        assertThat(text.indexOf("Advice")).isLessThan(text.indexOf("No hard rule is broken"));
        assertThat(text(Draft.of(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                        .holidays("GB-ENG"))))
                .doesNotContain("Advice");
    }
}
