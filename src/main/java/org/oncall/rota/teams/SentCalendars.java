package org.oncall.rota.teams;

import java.time.Instant;
import java.util.UUID;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.ical.SentEvents;
import org.oncall.rota.export.ical.SentEventsJson;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.wire.CalendarStateJson;

/** What the calendars of a team have said so far, kept with what it has published. */
final class SentCalendars {
    private SentCalendars() {}

    /** What they say now. Of a team that published before this was kept, it is worked out from what it published. */
    static SentEvents of(Transaction transaction, RotaIntake intake, String team) {
        return transaction
                .feeds()
                .sent(team)
                .map(json -> SentEventsJson.read(Json.value(json, CalendarStateJson.class)))
                .orElseGet(() -> replayed(transaction, intake, team));
    }

    /** A rota is being published: calendars say it from now on. To be called with the team locked. */
    static void send(Transaction transaction, RotaIntake intake, String team, Rota rota, Instant at) {
        write(transaction, team, of(transaction, intake, team).next(rota, at), at);
    }

    /** Writes down what they say, where that was never done. To be called with the team locked. */
    static void keep(Transaction transaction, RotaIntake intake, String team, Instant at) {
        if (transaction.feeds().sent(team).isEmpty()) {
            write(transaction, team, replayed(transaction, intake, team), at);
        }
    }

    private static void write(Transaction transaction, String team, SentEvents sent, Instant at) {
        transaction.feeds().send(team, Json.text(SentEventsJson.of(sent)), at);
    }

    private static SentEvents replayed(Transaction transaction, RotaIntake intake, String team) {
        SentEvents sent = SentEvents.NONE;
        for (UUID id : transaction.rotas().everPublished(team)) {
            StoredRota stored = transaction.rotas().find(id).orElseThrow();
            Rota rota = KeptRotas.rota(intake, stored.request(), stored.answer());
            Instant at = stored.publishedAt();
            if (rota != null && at != null) {
                sent = sent.next(rota, at);
            }
        }
        return sent;
    }
}
