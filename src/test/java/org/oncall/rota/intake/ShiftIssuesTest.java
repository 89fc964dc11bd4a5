package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.fullWith;
import static org.oncall.rota.intake.Requests.fullWithout;
import static org.oncall.rota.intake.Requests.issues;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;

/** Each way in which history or a published rota can be wrong. */
class ShiftIssuesTest {
    @Test
    void rotation_missing() {
        assertThat(issues(fullWithout("/history/0/rotation")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "missing",
                                "/history/0/rotation",
                                "The field (rotation) of the shift in /history/0 is missing. Maybe add \"rotation\": \"on-call\"."));
    }

    @Test
    void member_missing() {
        assertThat(issues(fullWithout("/published/0/member")))
                .containsExactly(new Issue(
                        Issue.Kind.MEANING,
                        "missing",
                        "/published/0/member",
                        "The field (member) of the shift in /published/0 is missing. Maybe add \"member\": \"ana\"."));
    }

    @Test
    void from_missing() {
        assertThat(issues(fullWithout("/history/0/from")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "missing",
                                "/history/0/from",
                                "The field (from) of the shift in /history/0 is missing. Maybe add \"from\": \"2027-01-05T12:00:00Z\"."));
    }

    @Test
    void rotation_unknown() {
        assertThat(issues(fullWith("/history/0/rotation", "\"oncall\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-rotation",
                                "/history/0/rotation",
                                "The rotation (oncall) in /history/0/rotation does not exist. Maybe on-call? Known rotations are [on-call]."));
    }

    @Test
    void tier_unknown() {
        assertThat(issues(fullWith("/history/0/tier", "\"secundary\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-tier",
                                "/history/0/tier",
                                "The tier (secundary) of rotation (on-call) in /history/0/tier does not exist. Maybe secondary? Known tiers of rotation (on-call) are [primary, secondary]."));
    }

    @Test
    void member_unknown() {
        assertThat(issues(fullWith("/history/0/member", "\"zed\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "unknown-member",
                                "/history/0/member",
                                "The member (zed) in /history/0/member does not exist. Known members are [ana, bo]. Maybe keep a member who has left among /team/members, with \"until\" their last day."));
    }

    @Test
    void from_withoutOffset() {
        assertThat(issues(fullWith("/history/0/from", "\"2026-12-22T12:00:00\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-instant",
                                "/history/0/from",
                                "The from (2026-12-22T12:00:00) of the shift in /history/0 must be an instant with its offset from UTC. Maybe write 2027-01-05T12:00:00Z, or 2027-07-06T12:00:00+01:00."));
    }

    @Test
    void to_notAnInstant() {
        assertThat(issues(fullWith("/history/0/to", "\"2026-12-24\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "bad-instant",
                                "/history/0/to",
                                "The to (2026-12-24) of the shift in /history/0 must be an instant with its offset from UTC. Maybe write 2027-01-05T12:00:00Z, or 2027-07-06T12:00:00+01:00."));
    }

    @Test
    void to_sameAsFrom() {
        assertThat(issues(fullWith("/history/0/to", "\"2026-12-22T13:00:00+01:00\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "wrong-order",
                                "/history/0/to",
                                "The to (2026-12-22T13:00:00+01:00) of the shift in /history/0 must be after the from (2026-12-22T12:00:00Z). Maybe swap the two."));
    }

    @Test
    void history_startsWithThePeriod() {
        assertThat(
                        issues(
                                fullWith(
                                        "/history/0",
                                        "{\"rotation\": \"on-call\", \"tier\": \"primary\", \"member\": \"ana\", \"from\": \"2027-01-05T12:00:00Z\", \"to\": \"2027-01-12T12:00:00Z\"}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "history-in-period",
                                "/history/0/from",
                                "The from (2027-01-05T12:00:00Z) of the shift in /history/0 must be before the period begins (2027-01-05T12:00:00Z). Maybe move the shift to /published."));
    }

    @Test
    void history_elevenYearsAgo() {
        assertThat(
                        issues(
                                fullWith(
                                        "/history/1",
                                        "{\"rotation\": \"on-call\", \"tier\": \"primary\", \"member\": \"ana\", \"from\": \"2016-01-05T12:00:00Z\", \"to\": \"2016-01-12T12:00:00Z\"}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "history-too-old",
                                "/history/1/from",
                                "The from (2016-01-05T12:00:00Z) of the shift in /history/1 must be at most 10 years before the period, not before 2017-01-05T12:00:00Z. Maybe leave the shift out."));
    }

    @Test
    void history_overlapsInOneTier() {
        assertThat(
                        issues(
                                fullWith(
                                        "/history/1",
                                        "{\"rotation\": \"on-call\", \"tier\": \"primary\", \"member\": \"bo\", \"from\": \"2026-12-24T11:00:00Z\", \"to\": \"2026-12-26T12:00:00Z\"}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "overlapping-shifts",
                                "/history/1",
                                "The shift in /history/1 (bo from 2026-12-24T11:00:00Z) in tier (primary) of rotation (on-call) overlaps the one in /history/0 (ana until 2026-12-24T12:00:00Z), and one tier is held by one member at a time. Maybe end the one where the other begins."));
    }

    @Test
    void published_overlapsInOneTier() {
        assertThat(
                        issues(
                                fullWith(
                                        "/published/1",
                                        "{\"rotation\": \"on-call\", \"tier\": \"primary\", \"member\": \"ana\", \"from\": \"2027-01-04T12:00:00Z\", \"to\": \"2027-01-05T12:01:00Z\"}")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "overlapping-shifts",
                                "/published/0",
                                "The shift in /published/0 (bo from 2027-01-05T12:00:00Z) in tier (primary) of rotation (on-call) overlaps the one in /published/1 (ana until 2027-01-05T12:01:00Z), and one tier is held by one member at a time. Maybe end the one where the other begins."));
    }

    @Test
    void pinned_withoutAnyOnCallDay() {
        assertThat(issues(fullWith("/pinned/0/from", "\"2027-01-12T11:00:00Z\"")))
                .containsExactly(
                        new Issue(
                                Issue.Kind.MEANING,
                                "no-such-day",
                                "/pinned/0",
                                "The days in /pinned/0 (bo from 2027-01-12T11:00:00Z to 2027-01-12T12:00:00Z) must have at least one on-call day of rotation (on-call) before the to (2027-07-06), and have none. Maybe write a whole shift, as an answer gives it."));
    }

    @Test
    void pinned_beforeThePeriod_isPassedOver() {
        assertThat(Requests.accepted(fullWith(
                                "/pinned",
                                "[{\"rotation\": \"on-call\", \"tier\": \"primary\", \"member\": \"bo\","
                                        + " \"from\": \"2026-12-29T12:00:00Z\", \"to\": \"2027-01-05T12:00:00Z\"}]"))
                        .problem()
                        .pinned())
                .isEmpty();
    }

    @Test
    void pinned_overlapsInOneTier() {
        assertThat(issues(fullWith(
                        "/pinned/1",
                        "{\"rotation\": \"on-call\", \"tier\": \"primary\", \"member\": \"ana\","
                                + " \"from\": \"2027-01-11T12:00:00Z\", \"to\": \"2027-01-13T12:00:00Z\"}")))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("overlapping-shifts");
                    assertThat(issue.pointer()).isEqualTo("/pinned/1");
                });
    }

    @Test
    void credit_forAMemberUnknown() {
        assertThat(issues(fullWith("/credits/0/credited", "\"anna\"")))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("unknown-member");
                    assertThat(issue.pointer()).isEqualTo("/credits/0/credited");
                    assertThat(issue.sentence()).startsWith("The member (anna) in /credits/0/credited does not exist.");
                });
    }

    @Test
    void pinsAndCredits_becomeSlots() {
        RotaProblem problem = Requests.accepted(Requests.FULL).problem();

        assertThat(problem.pinned()).hasSize(7).allMatch(pin -> pin.member().equals(new MemberId("bo")));
        assertThat(problem.credits())
                .containsExactly(
                        new Credit(slot("2027-01-05"), new MemberId("bo"), new MemberId("ana")),
                        new Credit(slot("2027-01-06"), new MemberId("bo"), new MemberId("ana")));
    }

    private static Slot slot(String date) {
        return new Slot(new RotationId("on-call"), new TierId("primary"), LocalDate.parse(date));
    }
}
