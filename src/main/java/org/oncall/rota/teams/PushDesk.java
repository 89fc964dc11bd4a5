package org.oncall.rota.teams;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.IssueCode;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.UserMapping;
import org.oncall.rota.push.LiveTurn;
import org.oncall.rota.push.PagerDutyPush;
import org.oncall.rota.push.PushException;
import org.oncall.rota.push.PushPlan;
import org.oncall.rota.push.SchedulePlan;
import org.oncall.rota.store.RotaState;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.wire.PushAnswer;
import org.oncall.rota.wire.PushRequest;

/** Pushes what is published to the tool that calls people. One push of a team at a time. */
public final class PushDesk {
    private static final String TARGET = "pagerduty";

    /** Whoever asked waits for the answer: longer pauses are left to them. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Store store;
    private final RotaIntake intake;
    private final RotaDesk rotas;
    private final Clock clock;
    private final Supplier<Settings> settings;

    /** Two pushes at once would each write what the other is writing. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** @param settings asked at each push */
    public PushDesk(Store store, RotaIntake intake, RotaDesk rotas, Clock clock, Supplier<Settings> settings) {
        this.store = store;
        this.intake = intake;
        this.rotas = rotas;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * How PagerDuty is reached.
     *
     * @param base address of its API
     * @param token empty: there is none
     */
    public record Settings(URI base, String token) {
        @Override
        public String toString() {
            return "Settings[base=" + base + "]"; // the token is for no log
        }
    }

    /** What came of a push. */
    public sealed interface Outcome {
        /** It was looked, and written if that was asked for. */
        record Done(PushAnswer answer) implements Outcome {}

        /**
         * The other tool refused or could not be reached. What was written until then stays.
         *
         * @param retryAfter how long it asks to be left alone; null: it does not say
         */
        record Failed(String sentence, @Nullable Duration retryAfter) implements Outcome {}
    }

    /** Compares the published rota with what is live, and writes the difference unless it is a dry run. */
    public Outcome push(UUID id, byte[] body, Caller caller) {
        PushRequest asked = RotaDesk.read(intake.readFields(body, PushRequest.class));
        Caller known = caller.because(asked.why());
        RotaDesk.Today today = store.transact(transaction -> {
            StoredRota stored = transaction.rotas().find(id).orElseThrow(() -> rotas.notThere(transaction, id));
            return rotas.today(transaction, stored, EnumSet.of(RotaState.PUBLISHED), null, null);
        });
        UserMapping users = checked(asked, today.rota());
        Settings reached = settings.get();
        refuseUnusable(reached);
        String team = today.stored().team();
        if (!underWay.add(team)) {
            throw Refusal.conflict(
                    "Another push of the team (" + team + ") is under way.\nMaybe try again when it has ended.",
                    List.of());
        }
        try {
            return pushed(asked, today, users, reached, known);
        } finally {
            underWay.remove(team);
        }
    }

    private Outcome pushed(
            PushRequest asked, RotaDesk.Today today, UserMapping users, Settings reached, Caller caller) {
        List<TierPlan> plans = TierPlan.of(today.rota(), users::user, asked.fallback());
        PagerDutyPush push = new PagerDutyPush(
                "v2".equals(asked.version()) ? PagerDutyPush.Version.V2 : PagerDutyPush.Version.V3,
                reached.base(),
                reached.token(),
                clock,
                time -> Thread.sleep(time),
                PATIENCE);
        boolean dryRun = !Boolean.FALSE.equals(asked.dryRun());
        PushPlan plan = new PushPlan(List.of());
        try {
            plan = push.plan(plans);
            boolean written = !dryRun && !plan.isEmpty();
            if (written) {
                push.apply(plans, plan);
                trail(today.stored(), caller, "rota-pushed", plan, null);
            }
            return new Outcome.Done(answer(plan, plans, dryRun, written));
        } catch (PushException e) {
            String sentence = String.valueOf(e.getMessage());
            if (!dryRun && !plan.isEmpty()) {
                trail(today.stored(), caller, "rota-push-failed", plan, sentence);
            }
            return new Outcome.Failed(sentence, e.retryAfter());
        }
    }

    private void trail(StoredRota rota, Caller caller, String what, PushPlan plan, @Nullable String failure) {
        Map<String, Object> details = new TreeMap<>(Map.of(
                "target", TARGET, "creates", plan.creates(), "changes", plan.changes(), "deletes", plan.deletes()));
        if (failure != null) {
            details.put("failure", failure);
        }
        store.run(transaction ->
                rotas.trail(transaction, rota.team(), rota.id(), caller, what, null, rota.revision(), details));
    }

    // ---- What is asked for

    private static UserMapping checked(PushRequest asked, Rota rota) {
        List<Issue> issues = new ArrayList<>();
        if (!TARGET.equals(asked.target())) {
            issues.add(new Issue(
                    Issue.Kind.MEANING,
                    "unknown-target",
                    "/target",
                    "The target (" + shortened(asked.target()) + ") must be a tool that can be pushed to."
                            + "\nMaybe write \"pagerduty\"."));
        }
        if (asked.version() != null && !asked.version().matches("v[23]")) {
            issues.add(new Issue(
                    Issue.Kind.MEANING,
                    "unknown-version",
                    "/version",
                    "The version (" + shortened(asked.version()) + ") of the API must be v3 or v2."));
        }
        String fallback = asked.fallback();
        if (fallback != null && !UserMapping.isUser(fallback)) {
            issues.add(new Issue(
                    IssueCode.BAD_TEXT.kind(),
                    IssueCode.BAD_TEXT.code(),
                    "/fallback",
                    "The fallback must be the other tool's id of a user, such as PX1Y2Z3, and no e-mail address."));
        }
        Map<String, String> given = asked.users() == null ? Map.of() : asked.users();
        UserMapping users = UserMapping.read(Json.text(given).getBytes(StandardCharsets.UTF_8), rota);
        users.issues().stream()
                .map(issue -> issue.at("/users" + issue.pointer()))
                .forEach(issues::add);
        if (!issues.isEmpty()) {
            throw Refusal.wrong(new Intake.Refused(issues));
        }
        return users;
    }

    private static void refuseUnusable(Settings settings) {
        if (!settings.token().matches("[\\x21-\\x7E]+")) {
            throw Refusal.conflict(
                    "The service has no token for PagerDuty, so it cannot look there.\nMaybe start it with one in its"
                            + " environment, as PAGERDUTY_TOKEN.",
                    List.of());
        }
        if (!PagerDutyPush.isSafe(settings.base())) {
            throw Refusal.conflict(
                    "The address of PagerDuty's API that the service was started with (" + settings.base()
                            + ") must begin with https://, or be of its own machine, and have no slash at its end."
                            + "\nMaybe set PAGERDUTY_BASE to https://api.pagerduty.com or https://api.eu.pagerduty.com.",
                    List.of());
        }
    }

    private static String shortened(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), 100));
    }

    // ---- What is answered

    private static PushAnswer answer(PushPlan plan, List<TierPlan> plans, boolean dryRun, boolean written) {
        return new PushAnswer(
                TARGET,
                dryRun,
                written,
                plans.isEmpty() ? null : plans.getFirst().fallback(),
                plan.creates(),
                plan.changes(),
                plan.deletes(),
                plan.schedules().stream().map(PushDesk::schedule).toList());
    }

    private static PushAnswer.Schedule schedule(SchedulePlan plan) {
        ZoneId zone = plan.tier().zone();
        return new PushAnswer.Schedule(
                plan.tier().name(),
                plan.id(),
                plan.fallbackDiffers(),
                plan.creates().stream()
                        .map(turn -> turn(turn.user(), turn.span(), zone))
                        .toList(),
                plan.changes().stream()
                        .map(change -> new PushAnswer.Change(
                                turn(change.live(), zone),
                                turn(change.turn().user(), change.turn().span(), zone)))
                        .toList(),
                plan.deletes().stream().map(live -> turn(live, zone)).toList());
    }

    private static PushAnswer.Turn turn(LiveTurn live, ZoneId zone) {
        return turn(live.user(), live.span(), zone);
    }

    private static PushAnswer.Turn turn(@Nullable String user, Interval span, ZoneId zone) {
        return new PushAnswer.Turn(user, InForce.text(span.start(), zone), InForce.text(span.end(), zone));
    }
}
