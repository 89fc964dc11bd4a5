package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.fullWith;
import static org.oncall.rota.intake.Requests.fullWithout;
import static org.oncall.rota.intake.Requests.issues;
import static org.oncall.rota.intake.Requests.namesWith;

import org.junit.jupiter.api.Test;

/** Each way in which a member can be wrong. */
class MemberIssuesTest {
    @Test
    void members_missing() {
        assertThat(issues(fullWithout("/team/members")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "missing",
                                "/team/members",
                                "The field (members) of the team is missing. Maybe add \"members\": [\"Ana\", \"Bo\", \"Cy\"]."));
    }

    @Test
    void members_none() {
        assertThat(issues(namesWith("/team/members", "[]")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "too-few",
                        "/team/members",
                        "The members (0) of the team must be 1 to 200. Maybe write \"members\": [\"Ana\", \"Bo\"]."));
    }

    @Test
    void name_missing() {
        assertThat(issues(fullWithout("/team/members/1/name")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "missing",
                        "/team/members/1/name",
                        "The field (name) of member (bo) is missing. Maybe add \"name\": \"Ana\"."));
    }

    @Test
    void name_blank() {
        assertThat(issues(namesWith("/team/members/2", "\" \"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "bad-text",
                        "/team/members/2",
                        "The name ( ) of member ( ) must not be blank. Maybe write a letter or a word."));
    }

    @Test
    void name_tooLong() {
        assertThat(issues(fullWith("/team/members/1/name", "\"" + "x".repeat(201) + "\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-text",
                                "/team/members/1/name",
                                "The name (" + "x".repeat(80)
                                        + "…) of member (bo) is 201 characters long and must be at most 200. Maybe shorten it."));
    }

    @Test
    void name_tooLongForAnId() {
        assertThat(issues(namesWith("/team/members/2", "\"" + "y".repeat(101) + "\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "bad-text",
                        "/team/members/2",
                        "The name as id (" + "y".repeat(80) + "…) of member (" + "y".repeat(80)
                                + "…) is 101 characters long and must be at most 100. Maybe shorten it."));
    }

    @Test
    void name_controlCharacter() {
        assertThat(issues(fullWith("/team/members/1/name", "\"Bo\\u0007\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-text",
                                "/team/members/1/name",
                                "The name (Bo\\u0007) of member (bo) must be one line without control characters. Maybe remove them."));
    }

    @Test
    void id_blank() {
        assertThat(issues(fullWith("/team/members/1", "{\"id\": \"\", \"name\": \"Bo\", \"skills\": [\"senior\"]}")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "bad-text",
                        "/team/members/1/id",
                        "The id () of member () must not be blank. Maybe write a letter or a word."));
    }

    @Test
    void id_twice() {
        assertThat(issues(fullWith("/team/members/2", "{\"id\": \"ana\", \"name\": \"Anabel\"}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "duplicate-id",
                                "/team/members/2/id",
                                "The member (ana) in /team/members/2/id has the same id as the one in /team/members/0/id, and ids must differ. Maybe give one of them another id."));
    }

    @Test
    void name_twiceWithoutIds() {
        assertThat(issues(namesWith("/team/members/7", "\"Ana\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "duplicate-id",
                                "/team/members/7",
                                "The member (Ana) in /team/members/7 has the same id as the one in /team/members/0, and ids must differ. Both ids are taken from the names: maybe give these members ids, such as {\"id\": \"Ana-2\", \"name\": \"Ana\"}."));
    }

    @Test
    void share_zero() {
        assertThat(issues(fullWith("/team/members/0/share", "0")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "out-of-range",
                                "/team/members/0/share",
                                "The share (0.0) of member (ana) must be above 0 and at most 1. Maybe write 0.6 for three days of five."));
    }

    @Test
    void share_aboveOne() {
        assertThat(issues(fullWith("/team/members/0/share", "60")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "out-of-range",
                                "/team/members/0/share",
                                "The share (60.0) of member (ana) must be above 0 and at most 1. Maybe write 0.6 for three days of five."));
    }

    @Test
    void from_notADate() {
        assertThat(issues(fullWith("/team/members/0/from", "\"1/1/2026\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-date",
                                "/team/members/0/from",
                                "The from (1/1/2026) of member (ana) must be a date, year-month-day. Maybe write 2027-01-05 for 5 January 2027."));
    }

    @Test
    void from_noSuchDate() {
        assertThat(issues(fullWith("/team/members/0/from", "\"2026-02-30\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-date",
                                "/team/members/0/from",
                                "The from (2026-02-30) of member (ana) must be a date, year-month-day. Maybe write 2027-01-05 for 5 January 2027."));
    }

    @Test
    void until_beforeFrom() {
        assertThat(issues(fullWith("/team/members/0/until", "\"2025-12-31\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "wrong-order",
                                "/team/members/0/until",
                                "The until (2025-12-31) of member (ana) must not be before the from (2026-01-01). Maybe swap the two dates."));
    }

    @Test
    void skill_blank() {
        assertThat(issues(fullWith("/team/members/0/skills/1", "\"\"")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "bad-text",
                        "/team/members/0/skills/1",
                        "The skill () of member (ana) must not be blank. Maybe write a letter or a word."));
    }

    @Test
    void knows_unknownMember() {
        assertThat(issues(fullWith("/team/members/1/knows", "[\"aan\"]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-member",
                                "/team/members/1/knows/0",
                                "The member (aan) in /team/members/1/knows/0 does not exist. Maybe ana? Known members are [ana, bo]."));
    }

    @Test
    void leave_withoutEnd() {
        assertThat(issues(fullWithout("/team/members/0/leave/0/to")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "missing",
                        "/team/members/0/leave/0/to",
                        "The field (to) of a leave of member (ana) is missing. Maybe add \"to\": \"2027-01-12\"."));
    }

    @Test
    void leave_endsBeforeItBegins() {
        assertThat(issues(fullWith("/team/members/0/leave/0/to", "\"2027-02-07\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "wrong-order",
                                "/team/members/0/leave/0/to",
                                "The to (2027-02-07) of a leave of member (ana) must not be before the from (2027-02-08). Maybe swap the two dates."));
    }

    @Test
    void wish_endsBeforeItBegins() {
        assertThat(issues(fullWith("/team/members/0/wishes/0/to", "\"2027-03-01\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "wrong-order",
                                "/team/members/0/wishes/0/to",
                                "The to (2027-03-01) of a wish of member (ana) must not be before the from (2027-03-02). Maybe swap the two dates."));
    }

    @Test
    void wish_contradictsAnother() {
        assertThat(issues(fullWith(
                        "/team/members/0/wishes/1",
                        "{\"from\": \"2027-02-26\", \"to\": \"2027-03-05\", \"want\": true}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "contradicting-wishes",
                                "/team/members/0/wishes/1",
                                "A wish of member (ana) asks to be on call on a day (2027-03-02) that the one in /team/members/0/wishes/0 asks to avoid, and it must be one or the other. Maybe remove one of the two."));
    }

    @Test
    void members_none_makesNothingElseUnknown() {
        assertThat(issues(fullWith("/team/members", "[]")))
                .singleElement()
                .extracting(Issue::code)
                .isEqualTo("too-few");
    }
}
