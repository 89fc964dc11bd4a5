package org.oncall.rota.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;
import org.oncall.rota.export.pagerduty.PagerDutyJson;

/**
 * Makes PagerDuty say what the rota says: one schedule a tier, found by its name. Looks first, and writes only the difference,
 * so that a second push writes nothing and one that was cut off is ended by the next. The past is never touched. A schedule of
 * the same name that is not marked as ours is left alone.
 */
public final class PagerDutyPush {
    /** Where PagerDuty's API is; accounts of the European region are at {@code https://api.eu.pagerduty.com}. */
    public static final URI DEFAULT_BASE = URI.create("https://api.pagerduty.com");

    /** How often it is looked again after a write whose fate is unknown. */
    private static final int ROUNDS = 5;

    private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final ApiClient client;
    private final PagerDutyApi api;
    private final Clock clock;

    /** The version of PagerDuty's API. */
    public enum Version {
        /** Schedules of layers and overrides, of older accounts. */
        V2,
        /** Shift-based schedules. */
        V3
    }

    /**
     * @param base address of the API, without a slash at the end
     * @param token as PagerDuty gave it; in no message, in no log
     * @param clock says what is past
     * @param sleeper waits where the server asks for it, or failed
     */
    public PagerDutyPush(Version version, URI base, String token, Clock clock, Sleeper sleeper) {
        this(version, base, token, clock, sleeper, LONGEST_PATIENCE);
    }

    /**
     * The same for somebody who cannot wait for long.
     *
     * @param patience how long all pauses together may be; a push that would need longer ones fails
     */
    public PagerDutyPush(Version version, URI base, String token, Clock clock, Sleeper sleeper, Duration patience) {
        Map<String, String> headers = version == Version.V2
                ? Map.of("Accept", "application/vnd.pagerduty+json;version=2", "Authorization", "Token token=" + token)
                : Map.of(
                        "Accept", "application/json",
                        "Authorization", "Token token=" + token,
                        "X-Early-Access", "flexible-schedules-early-access");
        this.client = new ApiClient(base, headers, sleeper, patience);
        this.api = version == Version.V2 ? new PagerDutyV2(client) : new PagerDutyV3(client);
        this.clock = clock;
    }

    /** Whether a token can be sent to that address: it is encrypted on its way, or does not leave this machine. */
    public static boolean isSafe(URI base) {
        if (base.getHost() == null || base.getQuery() != null || base.toString().endsWith("/")) {
            return false;
        }
        if ("https".equals(base.getScheme())) {
            return true;
        }
        try {
            return "http".equals(base.getScheme())
                    && InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Looks at what is live, and plans the difference. Writes nothing. */
    public PushPlan plan(List<TierPlan> plans) throws PushException {
        List<SchedulePlan> schedules = new ArrayList<>();
        for (TierPlan plan : plans) {
            schedules.add(plan(plan));
        }
        return new PushPlan(schedules);
    }

    /**
     * Writes a plan, and looks again until nothing is left to write.
     *
     * @throws PushException where PagerDuty refuses, or cannot be reached for long; the next push goes on from there
     */
    public void apply(List<TierPlan> plans, PushPlan first) throws PushException {
        PushPlan plan = first;
        Duration pause = FIRST_PAUSE;
        for (int round = 1; !plan.isEmpty(); round++) {
            try {
                for (SchedulePlan schedule : plan.schedules()) {
                    write(schedule);
                }
                plan = plan(plans);
                if (!plan.isEmpty()) {
                    // To write it once more could add it a second time.
                    throw new PushException("Everything was written, but PagerDuty shows something else:\n"
                            + String.join("\n", plan.lines()) + "\nMaybe somebody else changes these schedules.");
                }
            } catch (UnclearWriteException e) {
                if (round == ROUNDS) {
                    throw new PushException(
                            e.getMessage() + "\nRun this again later: it goes on from where it stopped.");
                }
                client.sleep(pause, null, String.valueOf(e.getMessage()));
                pause = pause.multipliedBy(2);
                plan = plan(plans);
            }
        }
    }

    private SchedulePlan plan(TierPlan tier) throws PushException {
        Optional<PagerDutyApi.Found> found = api.find(PagerDutyApi.name(tier));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Turn> wanted = new ArrayList<>(api.wanted(tier));
        Instant start = tier.period().start().isAfter(now) ? tier.period().start() : now;
        Instant end = tier.period().end();
        if (found.isPresent() && !found.get().description().startsWith(PagerDutyJson.MARK)) {
            throw new PushException("The schedule (" + PagerDutyApi.name(tier) + ") of id ("
                    + found.get().id()
                    + ") exists and is not ours. Maybe rename it, or begin its description with: "
                    + PagerDutyJson.MARK);
        }
        @Nullable String id = found.map(PagerDutyApi.Found::id).orElse(null);
        if (!start.isBefore(end)) {
            return new SchedulePlan(tier, id, false, List.of(), List.of(), List.of());
        }
        Interval beyond = new Interval(start, end.plus(PagerDutyJson.BEYOND));
        List<LiveTurn> live = id == null ? List.of() : api.live(id, beyond);
        boolean nextIsThere = live.stream()
                .anyMatch(turn -> turn.span().end().isAfter(end)
                        && !(turn.span().end().equals(beyond.end()) && isFallback(turn, tier)));
        for (LiveTurn turn : live) {
            if (turn.id() == null) {
                // It cannot be taken away, only hidden: also where nobody is wanted.
                wanted.addAll(tier.fallbackTurns(
                        start, turn.span().end().isBefore(end) ? turn.span().end() : end));
            }
        }
        Interval window = nextIsThere ? new Interval(start, end) : beyond;
        Difference difference =
                Difference.of(wanted.stream().distinct().toList(), live, window, now, api.isChangeable());
        boolean fallbackDiffers = found.isPresent()
                && api.hasFallbackLayer()
                && tier.fallback() != null
                && !tier.fallback().equals(found.get().fallback());
        return new SchedulePlan(
                tier, id, fallbackDiffers, difference.creates(), difference.changes(), difference.deletes());
    }

    private static boolean isFallback(LiveTurn turn, TierPlan tier) {
        return turn.user() != null && turn.user().equals(tier.fallback());
    }

    private void write(SchedulePlan plan) throws PushException, UnclearWriteException {
        if (plan.isEmpty()) {
            return;
        }
        String id = plan.id() == null ? api.create(plan.tier()) : plan.id();
        if (plan.fallbackDiffers()) {
            api.setFallback(id, plan.tier());
        }
        for (int at = 0; at < plan.creates().size(); at += PagerDutyApi.BATCH) {
            api.add(id, plan.creates().subList(at, Math.min(plan.creates().size(), at + PagerDutyApi.BATCH)));
        }
        for (SchedulePlan.Change change : plan.changes()) {
            boolean begun = !change.live().span().start().isAfter(clock.instant());
            api.change(id, change, begun);
        }
        for (LiveTurn turn : plan.deletes()) {
            api.delete(id, turn);
        }
    }
}
