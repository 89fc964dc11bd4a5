package org.oncall.rota.export.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.id;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.support.Draft;

class SentEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.5Z");
    private static final Instant LATER = Instant.parse("2026-12-01T10:30:00Z");
    private static final String FIRST = "on-call.primary.2027-01-05";

    private static Draft january() {
        return Draft.of(problem("Ana", "Bo", "Cy").period("2027-01-05", "2027-01-19"));
    }

    @Test
    void next_ofNothing_sendsWholeSecondsAtSequenceZero() {
        SentEvent event = SentEvents.NONE
                .next(january().put("Ana", "primary", "2027-01-05", 7).rota(), NOW)
                .events()
                .get(FIRST);

        assertThat(event.sequence()).isZero();
        assertThat(event.revised()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(event.member()).isEqualTo(id("Ana"));
        assertThat(event.left()).isEmpty();
    }

    @Test
    void next_otherHours_raisesTheSequence() {
        SentEvents sent = SentEvents.NONE.next(
                january().put("Ana", "primary", "2027-01-05", 7).rota(), NOW);

        SentEvent event = sent.next(
                        january().put("Ana", "primary", "2027-01-05", 6).rota(), LATER)
                .events()
                .get(FIRST);

        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.revised()).isEqualTo(LATER);
        assertThat(event.left()).isEmpty();
    }

    @Test
    void next_gone_remembersWhoHadItAndComesBackNewer() {
        Rota held = january().put("Ana", "primary", "2027-01-05", 7).rota();
        SentEvents gone = SentEvents.NONE.next(held, NOW).next(january().rota(), LATER);

        assertThat(gone.events().get(FIRST).member()).isNull();
        assertThat(gone.events().get(FIRST).left())
                .extracting(SentEvent.Left::member)
                .containsExactly(id("Ana"));
        assertThat(gone.next(january().rota(), LATER.plusSeconds(9))).isEqualTo(gone);
        SentEvent back = gone.next(held, LATER.plusSeconds(60)).events().get(FIRST);
        assertThat(back.sequence()).isEqualTo(2);
        assertThat(back.left()).isEmpty();
    }

    @Test
    void next_ofTheFollowingPeriod_keepsWhatWasBefore() {
        SentEvents sent = SentEvents.NONE.next(
                january().put("Ana", "primary", "2027-01-05", 7).rota(), NOW);
        Rota following = Draft.of(problem("Ana", "Bo", "Cy").period("2027-01-19", "2027-02-02"))
                .put("Bo", "primary", "2027-01-19", 7)
                .rota();

        assertThat(sent.next(following, LATER).events()).containsOnlyKeys(FIRST, "on-call.primary.2027-01-19");
        assertThat(sent.next(following, LATER).events().get(FIRST))
                .isEqualTo(sent.events().get(FIRST));
    }

    @Test
    void next_longAfterTheEnd_forgets() {
        SentEvents sent = SentEvents.NONE.next(
                january().put("Ana", "primary", "2027-01-05", 7).rota(), NOW);
        Rota other = Draft.of(problem("Ana").period("2028-03-07", "2028-03-21")).rota();
        Instant end = Instant.parse("2027-01-12T12:00:00Z");

        assertThat(sent.next(other, end.plus(Duration.ofDays(400))).events()).hasSize(1);
        assertThat(sent.next(other, end.plus(Duration.ofDays(401))).events()).isEmpty();
    }
}
