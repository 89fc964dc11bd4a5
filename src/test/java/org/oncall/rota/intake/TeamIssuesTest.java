package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.fullWith;
import static org.oncall.rota.intake.Requests.fullWithout;
import static org.oncall.rota.intake.Requests.issues;
import static org.oncall.rota.intake.Requests.namesWith;

import org.junit.jupiter.api.Test;

/** Each way in which the team, the period or the settings can be wrong. */
class TeamIssuesTest {
    @Test
    void team_missing() {
        assertThat(issues(fullWithout("/team")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "missing",
                                "/team",
                                "The field (team) of the request is missing. Maybe add \"team\": {\"members\": [\"Ana\", \"Bo\", \"Cy\"]}."));
    }

    @Test
    void teamName_blank() {
        assertThat(issues(fullWith("/team/name", "\"\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "bad-text",
                        "/team/name",
                        "The name () of the team must not be blank. Maybe write a letter or a word."));
    }

    @Test
    void zone_unknown() {
        assertThat(issues(fullWith("/team/zone", "\"Europe/Londn\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-zone",
                                "/team/zone",
                                "The zone (Europe/Londn) of the team must be a time zone of the IANA list, such as Europe/London. Maybe Europe/London?"));
    }

    @Test
    void zone_cityOnly() {
        assertThat(issues(fullWith("/team/zone", "\"London\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-zone",
                                "/team/zone",
                                "The zone (London) of the team must be a time zone of the IANA list, such as Europe/London. Maybe Europe/London?"));
    }

    @Test
    void zone_offset() {
        assertThat(issues(fullWith("/team/zone", "\"+01:00\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "unknown-zone",
                        "/team/zone",
                        "The zone (+01:00) of the team must be a time zone of the IANA list, such as Europe/London."));
    }

    @Test
    void holidays_unknownRegion() {
        assertThat(issues(fullWith("/team/holidays", "\"GB-EGN\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-holidays",
                                "/team/holidays",
                                "The holidays (GB-EGN) of the team must be the ISO 3166 code of a country or region with a calendar, or none. Maybe GB-ENG? Codes like it are [GB-ENG, GB-NIR, GB-SCT, GB-WLS]."));
    }

    @Test
    void holidays_unknownCountry() {
        assertThat(issues(fullWith("/team/holidays", "\"Atlantis\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-holidays",
                                "/team/holidays",
                                "The holidays (Atlantis) of the team must be the ISO 3166 code of a country or region with a calendar, or none. Codes like it are [GB-ENG, GB-NIR, GB-SCT, GB-WLS]."));
    }

    @Test
    void from_missing() {
        assertThat(issues(fullWithout("/from")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "missing",
                        "/from",
                        "The field (from) of the request is missing. Maybe add \"from\": \"2027-01-05\"."));
    }

    @Test
    void to_missing() {
        assertThat(issues(fullWithout("/to")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "missing",
                        "/to",
                        "The field (to) of the request is missing. Maybe add \"to\": \"2027-01-12\"."));
    }

    @Test
    void from_notADate() {
        assertThat(issues(namesWith("/from", "\"2027-1-5\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-date",
                                "/from",
                                "The from (2027-1-5) of the request must be a date, year-month-day. Maybe write 2027-01-05 for 5 January 2027."));
    }

    @Test
    void from_tooEarly() {
        assertThat(issues(namesWith("/from", "\"1989-12-31\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "out-of-range",
                                "/from",
                                "The from (1989-12-31) of the request must be in the years 1990 to 2200. Maybe write 2027-01-05."));
    }

    @Test
    void to_sameAsFrom() {
        assertThat(issues(namesWith("/to", "\"2027-01-05\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "wrong-order",
                                "/to",
                                "The to (2027-01-05) of the request must be after the from (2027-01-05), because it is the first day not planned. Maybe write 2027-07-06 for half a year."));
    }

    @Test
    void to_moreThanTwoYearsLater() {
        assertThat(issues(namesWith("/to", "\"2029-01-06\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "period-too-long",
                                "/to",
                                "The to (2029-01-06) of the request must be at most 2 years after the from (2027-01-05). Maybe write 2029-01-05, and plan the rest with this rota as its history."));
    }

    @Test
    void now_notADate() {
        assertThat(issues(fullWith("/now", "\"today\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-date",
                                "/now",
                                "The now (today) of the request must be a date, year-month-day. Maybe write 2027-01-05 for 5 January 2027."));
    }

    @Test
    void freezeUntil_notADate() {
        assertThat(issues(fullWith("/freezeUntil", "\"2027-01-19T00:00:00Z\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-date",
                                "/freezeUntil",
                                "The freezeUntil (2027-01-19T00:00:00Z) of the request must be a date, year-month-day. Maybe write 2027-01-05 for 5 January 2027."));
    }

    @Test
    void rule_unknown() {
        assertThat(issues(fullWith("/rules/to-soon", "1")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-rule",
                                "/rules/to-soon",
                                "The rule (to-soon) in /rules/to-soon does not exist. Maybe too-soon? Soft rules are over-target, uneven-load, uneven-unsocial, uneven-tiers, handover, too-soon, irregular, double-duty, wish, festive-again, unfamiliar, changed."));
    }

    @Test
    void rule_hard() {
        assertThat(issues(fullWith("/rules/on-leave", "0")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "fixed-rule",
                                "/rules/on-leave",
                                "The rule (on-leave) in /rules/on-leave is hard, and only soft rules have a weight to change. Maybe leave it out. Soft rules are over-target, uneven-load, uneven-unsocial, uneven-tiers, handover, too-soon, irregular, double-duty, wish, festive-again, unfamiliar, changed."));
    }

    @Test
    void rule_medium() {
        assertThat(issues(fullWith("/rules/gap", "5")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "fixed-rule",
                                "/rules/gap",
                                "The rule (gap) in /rules/gap is medium, and only soft rules have a weight to change. Maybe leave it out. Soft rules are over-target, uneven-load, uneven-unsocial, uneven-tiers, handover, too-soon, irregular, double-duty, wish, festive-again, unfamiliar, changed."));
    }

    @Test
    void weight_negative() {
        assertThat(issues(fullWith("/rules/too-soon", "-1")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/rules/too-soon",
                        "The weight (-1) of rule (too-soon) must be from 0 to 1000000. Maybe write 0."));
    }

    @Test
    void weight_aboveAMillion() {
        assertThat(issues(fullWith("/rules/too-soon", "1000001")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/rules/too-soon",
                        "The weight (1000001) of rule (too-soon) must be from 0 to 1000000. Maybe write 1000000."));
    }

    @Test
    void limit_notADuration() {
        assertThat(issues(fullWith("/solve/limit", "\"20\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-duration",
                                "/solve/limit",
                                "The limit (20) of solve must be an ISO-8601 duration. Maybe write PT20S for twenty seconds, or PT5M for five minutes."));
    }

    @Test
    void limit_tooShort() {
        assertThat(issues(fullWith("/solve/limit", "\"PT0.05S\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/solve/limit",
                        "The limit (PT0.05S) of solve must be from PT0.1S to PT10M. Maybe write PT20S."));
    }

    @Test
    void limit_tooLong() {
        assertThat(issues(fullWith("/solve/limit", "\"PT11M\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/solve/limit",
                        "The limit (PT11M) of solve must be from PT0.1S to PT10M. Maybe write PT10M."));
    }

    @Test
    void unimproved_tooShort() {
        assertThat(issues(fullWith("/solve/unimproved", "\"PT0.01S\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/solve/unimproved",
                        "The unimproved (PT0.01S) of solve must be from PT0.1S to PT10M. Maybe write PT5S."));
    }

    @Test
    void moves_none() {
        assertThat(issues(fullWith("/solve/moves", "0")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/solve/moves",
                        "The moves (0) of solve must be at least 1. Maybe leave it out to have no such limit."));
    }
}
