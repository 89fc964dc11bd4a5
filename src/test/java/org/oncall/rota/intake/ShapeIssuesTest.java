package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.fullWith;
import static org.oncall.rota.intake.Requests.issues;
import static org.oncall.rota.intake.Requests.namesWith;

import org.junit.jupiter.api.Test;

/** Each way in which a request can have the wrong shape. */
class ShapeIssuesTest {
    @Test
    void topLevelList_isWrongType() {
        assertThat(issues("[]"))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "",
                                "The request (a list) must be an object. Its fields are team, from, to, history, published, now, freezeUntil, rules, solve, pinned, credits."));
    }

    @Test
    void topLevelText_isWrongType() {
        assertThat(issues("\"Ana\""))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "",
                                "The request (\"Ana\") must be an object. Its fields are team, from, to, history, published, now, freezeUntil, rules, solve, pinned, credits."));
    }

    @Test
    void numberForText_isWrongType() {
        assertThat(issues(fullWith("/team/zone", "5")))
                .containsExactly(new Issue(
                        Issue.Kind.SHAPE,
                        "wrong-type",
                        "/team/zone",
                        "The zone (5) in /team/zone must be text. Maybe write \"5\"."));
    }

    @Test
    void objectForText_isWrongType() {
        assertThat(issues(fullWith("/team/name", "{}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/name",
                                "The name (an object) in /team/name must be text. Maybe leave it out or write text in quotation marks."));
    }

    @Test
    void textForNumber_isWrongType() {
        assertThat(issues(fullWith("/team/members/0/share", "\"0.6\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/members/0/share",
                                "The share (\"0.6\") in /team/members/0/share must be a number. Maybe write it without quotation marks."));
    }

    @Test
    void textForTrue_isWrongType() {
        assertThat(issues(fullWith("/team/members/0/novice", "\"true\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/members/0/novice",
                                "The novice (\"true\") in /team/members/0/novice must be true or false. Maybe write it without quotation marks."));
    }

    @Test
    void numberForTrue_isWrongType() {
        assertThat(issues(fullWith("/team/members/0/onCall", "1")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/members/0/onCall",
                                "The onCall (1) in /team/members/0/onCall must be true or false. Maybe leave it out to have the default."));
    }

    @Test
    void fractionForWholeNumber_isWrongType() {
        assertThat(issues(fullWith("/team/rotations/0/supervised", "1.0")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/rotations/0/supervised",
                                "The supervised (1.0) in /team/rotations/0/supervised must be a whole number. Maybe leave it out to have the default."));
    }

    @Test
    void tooLargeForInteger_isWrongType() {
        assertThat(issues(fullWith("/rules/too-soon", "2147483648")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/rules/too-soon",
                                "The too-soon (2147483648) in /rules/too-soon must be a whole number from -2147483648 to 2147483647. Maybe leave it out to have the default."));
    }

    @Test
    void tooLargeForLong_isWrongType() {
        assertThat(issues(fullWith("/solve/seed", "9223372036854775808")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/solve/seed",
                                "The seed (9223372036854775808) in /solve/seed must be a whole number from -9223372036854775808 to 9223372036854775807. Maybe leave it out to have the default."));
    }

    @Test
    void textForList_isWrongType() {
        assertThat(issues(fullWith("/team/members/0/skills", "\"senior\"")))
                .containsExactly(new Issue(
                        Issue.Kind.SHAPE,
                        "wrong-type",
                        "/team/members/0/skills",
                        "The skills (\"senior\") in /team/members/0/skills must be a list. Maybe write [\"senior\"]."));
    }

    @Test
    void objectForList_isWrongType() {
        assertThat(issues(fullWith("/team/members", "{}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/members",
                                "The members (an object) in /team/members must be a list. Maybe put square brackets around it."));
    }

    @Test
    void listForObject_isWrongType() {
        assertThat(issues(fullWith("/team/rotations/0/handover", "[\"TUESDAY\"]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/rotations/0/handover",
                                "The handover (a list) in /team/rotations/0/handover must be an object. Its fields are day, time."));
    }

    @Test
    void textForObject_isWrongType() {
        assertThat(issues(fullWith("/team/rotations/0/tiers/0", "\"primary\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/rotations/0/tiers/0",
                                "The entry (\"primary\") in /team/rotations/0/tiers/0 must be an object. Its fields are id, skills."));
    }

    @Test
    void numberForMember_isWrongType() {
        assertThat(issues(namesWith("/team/members/1", "7")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "wrong-type",
                                "/team/members/1",
                                "The entry (7) in /team/members/1 must be an object or text. Its fields are id, name, share, onCall, from, until, skills, novice, knows, leave, wishes."));
    }

    @Test
    void nullInList_isWrongType() {
        assertThat(issues(namesWith("/team/members/1", "null")))
                .containsExactly(new Issue(
                        Issue.Kind.SHAPE,
                        "wrong-type",
                        "/team/members/1",
                        "The entry (null) in /team/members/1 must be something. Maybe leave it out."));
    }

    @Test
    void listForRules_isWrongType() {
        assertThat(issues(fullWith("/rules", "[]")))
                .containsExactly(new Issue(
                        Issue.Kind.SHAPE,
                        "wrong-type",
                        "/rules",
                        "The rules (a list) in /rules must be an object. Maybe write {} for none."));
    }

    @Test
    void unknownField_isNamedWithItsNeighbour() {
        assertThat(issues(fullWith("/team/members/0/skill", "[]")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "unknown-field",
                                "/team/members/0/skill",
                                "The field (skill) in /team/members/0 does not exist. Maybe skills? The fields there are id, name, share, onCall, from, until, skills, novice, knows, leave, wishes."));
    }

    @Test
    void unknownFieldAtTop_isNamed() {
        assertThat(issues(namesWith("/start", "\"2027-01-05\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "unknown-field",
                                "/start",
                                "The field (start) in the request does not exist. The fields there are team, from, to, history, published, now, freezeUntil, rules, solve, pinned, credits."));
    }

    @Test
    void pointer_escapesSlashAndTilde() {
        assertThat(issues(fullWith("/team/a~1b~0c", "1")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.SHAPE,
                                "unknown-field",
                                "/team/a~1b~0c",
                                "The field (a/b~c) in /team does not exist. The fields there are name, zone, holidays, members, rotations."));
    }
}
