package org.oncall.rota.push;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;

/**
 * What has to be written for one schedule to say what the rota says. Done in the order of its parts, at no moment anybody is
 * missing who was there before and is there after: first what is new, then what changes, then what goes.
 *
 * @param id of the live schedule; null: it has to be made
 * @param fallbackDiffers whether the layer under all overrides has to be set anew
 * @param creates new turns, sorted
 * @param changes those that get another end or another user, extended ones first
 * @param deletes those that go
 */
public record SchedulePlan(
        TierPlan tier,
        @Nullable String id,
        boolean fallbackDiffers,
        List<Turn> creates,
        List<Change> changes,
        List<LiveTurn> deletes) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

    public SchedulePlan {
        creates = List.copyOf(creates);
        changes = List.copyOf(changes);
        deletes = List.copyOf(deletes);
    }

    /** A live turn, and what becomes of it. */
    public record Change(LiveTurn live, Turn turn) {}

    /** Whether the schedule says what the rota says. */
    public boolean isEmpty() {
        return id != null && !fallbackDiffers && creates.isEmpty() && changes.isEmpty() && deletes.isEmpty();
    }

    /** For people: a heading, and a line for everything to be written. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        ZoneId zone = tier.zone();
        lines.add(tier.name()
                + (id == null ? ": a new schedule" : " (" + id + ")")
                + (isEmpty() ? ": nothing to write" : ""));
        if (id == null) {
            lines.add("  create  the schedule");
        }
        if (fallbackDiffers) {
            lines.add("  change  fallback to " + tier.fallback());
        }
        creates.forEach(turn -> lines.add("  create  " + text(turn.span(), zone) + "  " + turn.user()));
        changes.forEach(change -> lines.add("  change  " + text(change.live().span(), zone) + "  " + who(change.live())
                + "  to  " + text(change.turn().span(), zone) + "  "
                + change.turn().user()));
        deletes.forEach(live -> lines.add("  delete  " + text(live.span(), zone) + "  " + who(live)));
        return lines;
    }

    private static String who(LiveTurn live) {
        return live.user() == null ? "nobody" : live.user();
    }

    private static String text(Interval span, ZoneId zone) {
        return text(span.start(), zone) + " - " + text(span.end(), zone);
    }

    private static String text(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
