package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.fullWith;
import static org.oncall.rota.intake.Requests.issues;
import static org.oncall.rota.intake.Requests.namesWith;

import org.junit.jupiter.api.Test;

/** Each way in which a rotation can be wrong. */
class RotationIssuesTest {
    @Test
    void rotations_none() {
        assertThat(issues(namesWith("/team/rotations", "[]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "too-few",
                                "/team/rotations",
                                "The rotations (0) of the team must be at least one. Maybe leave them out to have one around the clock."));
    }

    @Test
    void rotations_moreThanTwentyTiers() {
        assertThat(
                        issues(
                                namesWith(
                                        "/team/rotations",
                                        "[{\"tiers\": [{\"id\": \"t0\"},{\"id\": \"t1\"},{\"id\": \"t2\"},{\"id\": \"t3\"},{\"id\": \"t4\"},{\"id\": \"t5\"},{\"id\": \"t6\"},{\"id\": \"t7\"},{\"id\": \"t8\"},{\"id\": \"t9\"},{\"id\": \"t10\"},{\"id\": \"t11\"},{\"id\": \"t12\"},{\"id\": \"t13\"},{\"id\": \"t14\"},{\"id\": \"t15\"},{\"id\": \"t16\"},{\"id\": \"t17\"},{\"id\": \"t18\"},{\"id\": \"t19\"},{\"id\": \"t20\"}]}]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "too-many",
                                "/team/rotations",
                                "The rotations (1) of the team have 21 tiers and must together have at most 20. Maybe plan some of them in a request of their own."));
    }

    @Test
    void rotationId_withADot() {
        assertThat(issues(fullWith("/team/rotations/0/id", "\"on.call\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-id",
                                "/team/rotations/0/id",
                                "The id (on.call) of rotation (on.call) must be 1 to 64 letters A-Z, digits, hyphens or underscores, and begin with a letter or digit, because it becomes part of the ids of shifts. Maybe write on-call."));
    }

    @Test
    void rotationId_twiceByDefault() {
        assertThat(issues(namesWith("/team/rotations", "[{}, {\"kind\": \"IN_HOURS\"}]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "duplicate-id",
                                "/team/rotations/1",
                                "The rotation (on-call) in /team/rotations/1 has the same id as the one in /team/rotations/0, and ids must differ. The id of a rotation is on-call unless it is given: maybe add \"id\": \"on-call-2\"."));
    }

    @Test
    void rotationId_twice() {
        assertThat(issues(fullWith("/team/rotations/1", "{\"id\": \"on-call\"}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "duplicate-id",
                                "/team/rotations/1/id",
                                "The rotation (on-call) in /team/rotations/1/id has the same id as the one in /team/rotations/0/id, and ids must differ. Maybe give one of them another id."));
    }

    @Test
    void kind_unknown() {
        assertThat(issues(fullWith("/team/rotations/0/kind", "\"on_call\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-kind",
                                "/team/rotations/0/kind",
                                "The kind (on_call) of rotation (on-call) must be a kind of rotation, one of [ON_CALL, IN_HOURS]. Maybe ON_CALL?"));
    }

    @Test
    void tiers_none() {
        assertThat(issues(namesWith("/team/rotations", "[{\"tiers\": []}]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "too-few",
                                "/team/rotations/0/tiers",
                                "The tiers (0) of rotation (on-call) must be at least one. Maybe write \"tiers\": [{\"id\": \"primary\"}]."));
    }

    @Test
    void tier_withoutId() {
        assertThat(issues(namesWith("/team/rotations", "[{\"tiers\": [{}]}]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "missing",
                                "/team/rotations/0/tiers/0/id",
                                "The field (id) of the tier in /team/rotations/0/tiers/0 is missing. Maybe add \"id\": \"primary\"."));
    }

    @Test
    void tierId_twice() {
        assertThat(issues(namesWith("/team/rotations", "[{\"tiers\": [{\"id\": \"sre\"}, {\"id\": \"sre\"}]}]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "duplicate-id",
                                "/team/rotations/0/tiers/1/id",
                                "The tier (sre) of rotation (on-call) in /team/rotations/0/tiers/1/id has the same id as the one in /team/rotations/0/tiers/0/id, and ids must differ. Maybe give one of them another id."));
    }

    @Test
    void tierId_withASpace() {
        assertThat(issues(namesWith("/team/rotations", "[{\"tiers\": [{\"id\": \"tier 1\"}]}]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-id",
                                "/team/rotations/0/tiers/0/id",
                                "The id (tier 1) of tier (tier 1) of rotation (on-call) must be 1 to 64 letters A-Z, digits, hyphens or underscores, and begin with a letter or digit, because it becomes part of the ids of shifts. Maybe write tier-1."));
    }

    @Test
    void skill_thatNobodyHas() {
        assertThat(issues(fullWith("/team/rotations/0/tiers/1/skills/0", "\"senoir\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "nobody-has-skill",
                                "/team/rotations/0/tiers/1/skills/0",
                                "The skill (senoir) of tier (secondary) of rotation (on-call) is one that no member has, so nobody could ever hold it. Maybe senior? Maybe add it to the skills of a member, or remove it here. Known skills are [senior]."));
    }

    @Test
    void skill_blank() {
        assertThat(issues(fullWith("/team/rotations/0/tiers/1/skills/0", "\" \"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-text",
                                "/team/rotations/0/tiers/1/skills/0",
                                "The skill ( ) of tier (secondary) of rotation (on-call) must not be blank. Maybe write a letter or a word."));
    }

    @Test
    void handoverDay_unknown() {
        assertThat(issues(fullWith("/team/rotations/0/handover/day", "\"Tuesday\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-day",
                                "/team/rotations/0/handover/day",
                                "The day (Tuesday) of the handover of rotation (on-call) must be a day of the week, one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]. Maybe TUESDAY?"));
    }

    @Test
    void handoverTime_unknown() {
        assertThat(issues(fullWith("/team/rotations/0/handover/time", "\"24:00\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-time",
                                "/team/rotations/0/handover/time",
                                "The time (24:00) of the handover of rotation (on-call) must be a time of day from 00:00 to 23:59. Maybe write 12:00 for midday."));
    }

    @Test
    void coverage_withoutWindow() {
        assertThat(issues(fullWith("/team/rotations/0/coverage", "{\"workingDays\": []}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "too-few",
                                "/team/rotations/0/coverage",
                                "The coverage (no window) of rotation (on-call) must have at least one window. Maybe write \"workingDays\": [\"09:00-17:00\"], or leave it out for around the clock."));
    }

    @Test
    void window_notAWindow() {
        assertThat(issues(fullWith("/team/rotations/0/coverage/workingDays/1", "\"16-22\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-window",
                                "/team/rotations/0/coverage/workingDays/1",
                                "The window (16-22) of workingDays of the coverage of rotation (on-call) must be two times of day, of which only the second may be 24:00. Maybe write 07:00-09:00, or 00:00-24:00 for the whole day."));
    }

    @Test
    void window_startsAtTwentyFour() {
        assertThat(issues(fullWith("/team/rotations/0/coverage/weekends/0", "\"24:00-07:00\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-window",
                                "/team/rotations/0/coverage/weekends/0",
                                "The window (24:00-07:00) of weekends of the coverage of rotation (on-call) must be two times of day, of which only the second may be 24:00. Maybe write 07:00-09:00, or 00:00-24:00 for the whole day."));
    }

    @Test
    void longest_notAPeriod() {
        assertThat(issues(fullWith("/team/rotations/0/longest", "\"7\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-period",
                                "/team/rotations/0/longest",
                                "The longest (7) of rotation (on-call) must be an ISO-8601 period of whole days or weeks. Maybe write P7D for seven days."));
    }

    @Test
    void longest_months() {
        assertThat(issues(fullWith("/team/rotations/0/longest", "\"P1M\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-period",
                                "/team/rotations/0/longest",
                                "The longest (P1M) of rotation (on-call) must be an ISO-8601 period of whole days or weeks. Maybe write P7D for seven days."));
    }

    @Test
    void longest_none() {
        assertThat(issues(fullWith("/team/rotations/0/longest", "\"P0D\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/team/rotations/0/longest",
                        "The longest (P0D) of rotation (on-call) must be from P1D to P60D. Maybe write P1D."));
    }

    @Test
    void longest_tooLong() {
        assertThat(issues(fullWith("/team/rotations/0/longest", "\"P9W\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/team/rotations/0/longest",
                        "The longest (P9W) of rotation (on-call) must be from P1D to P60D. Maybe write P60D."));
    }

    @Test
    void rest_notAPeriod() {
        assertThat(issues(fullWith("/team/rotations/0/rest", "\"11\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-period",
                                "/team/rotations/0/rest",
                                "The rest (11) of rotation (on-call) must be an ISO-8601 period of whole days or weeks. Maybe write P7D for seven days."));
    }

    @Test
    void rest_tooLong() {
        assertThat(issues(fullWith("/team/rotations/0/rest", "\"P366D\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/team/rotations/0/rest",
                        "The rest (P366D) of rotation (on-call) must be from P0D to P365D. Maybe write P365D."));
    }

    @Test
    void supervised_negative() {
        assertThat(issues(fullWith("/team/rotations/0/supervised", "-1")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/team/rotations/0/supervised",
                        "The supervised (-1) of rotation (on-call) must be from 0 to 20. Maybe write 0."));
    }

    @Test
    void supervised_tooMany() {
        assertThat(issues(fullWith("/team/rotations/0/supervised", "21")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "out-of-range",
                        "/team/rotations/0/supervised",
                        "The supervised (21) of rotation (on-call) must be from 0 to 20. Maybe write 20."));
    }

    @Test
    void festiveFrom_notAMonthDay() {
        assertThat(issues(fullWith("/team/rotations/0/festive/from", "\"24 December\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-month-day",
                                "/team/rotations/0/festive/from",
                                "The from (24 December) of the festive period of rotation (on-call) must be a day of the year, month-day. Maybe write 12-24 for 24 December."));
    }

    @Test
    void festiveTo_noSuchDay() {
        assertThat(issues(fullWith("/team/rotations/0/festive/to", "\"02-30\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-month-day",
                                "/team/rotations/0/festive/to",
                                "The to (02-30) of the festive period of rotation (on-call) must be a day of the year, month-day. Maybe write 12-24 for 24 December."));
    }

    @Test
    void festiveDay_notAMonthDay() {
        assertThat(issues(fullWith("/team/rotations/0/festive/days/0", "\"2027-12-25\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-month-day",
                                "/team/rotations/0/festive/days/0",
                                "The festive day (2027-12-25) of the festive period of rotation (on-call) must be a day of the year, month-day. Maybe write 12-24 for 24 December."));
    }

    @Test
    void festiveDay_outsideThePeriod() {
        assertThat(issues(fullWith("/team/rotations/0/festive/days/0", "\"12-23\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "festive-day-outside",
                                "/team/rotations/0/festive/days/0",
                                "The festive day (12-23) of the festive period of rotation (on-call) must lie in it, from 12-24 to 01-02. Maybe change one of the three."));
    }

    @Test
    void festiveDay_byDefaultOutsideThePeriod() {
        assertThat(issues(namesWith("/team/rotations", "[{\"festive\": {\"from\": \"12-27\", \"to\": \"01-05\"}}]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "festive-day-outside",
                                "/team/rotations/0/festive/days",
                                "The festive day (12-25 by default) of the festive period of rotation (on-call) must lie in it, from 12-27 to 01-05. Maybe add \"days\": []."));
    }

    @Test
    void festiveLongest_tooLong() {
        assertThat(issues(fullWith("/team/rotations/0/festive/longest", "\"P61D\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "out-of-range",
                                "/team/rotations/0/festive/longest",
                                "The longest (P61D) of the festive period of rotation (on-call) must be from P1D to P60D. Maybe write P60D."));
    }

    @Test
    void festiveRest_notAPeriod() {
        assertThat(issues(fullWith("/team/rotations/0/festive/rest", "\"two days\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-period",
                                "/team/rotations/0/festive/rest",
                                "The rest (two days) of the festive period of rotation (on-call) must be an ISO-8601 period of whole days or weeks. Maybe write P7D for seven days."));
    }

    @Test
    void festiveDays_onOneOnCallDay() {
        assertThat(
                        issues(
                                "{\"team\": {\"members\": [\"Ana\", \"Bo\"], \"rotations\": [{\"festive\": {\"days\": [\"12-25\", \"12-26\"]}}]}, \"from\": \"2026-12-01\", \"to\": \"2027-02-02\"}"))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "festive-days-together",
                                "/team/rotations/0/festive/days",
                                "The festive days (2026-12-25 and 2026-12-26) of rotation (on-call) must not fall on one on-call day, from 2026-12-25T12:00:00Z to 2026-12-26T12:00:00Z: nobody is on call on two festive days of one festive period, so nobody could hold it. Maybe hand over at 00:00, leave one of the two days out, or set \"cover\" to false."));
    }

    @Test
    void period_withoutAnOnCallDay() {
        assertThat(
                        issues(
                                "{\"team\": {\"members\": [\"Ana\", \"Bo\"], \"rotations\": [{\"coverage\": {\"workingDays\": [\"13:00-17:00\"]}}]}, \"from\": \"2027-01-09\", \"to\": \"2027-01-11\"}"))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "nothing-to-plan",
                                "/to",
                                "The period (2027-01-09 to 2027-01-11) must have at least one hour that some rotation covers. Maybe make it longer, or widen the coverage of a rotation."));
    }
}
