package org.oncall.rota.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.store.RotaState;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoreUnavailable;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.store.StoredSolve;
import org.oncall.rota.store.TrailEntry;
import org.oncall.rota.store.Transaction;

/** The journal in the store. The rota of a team's solve becomes a draft in the same transaction as the solve ends. */
final class StoreJournal implements Journal {
    private static final Logger LOG = Logger.getLogger(StoreJournal.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A solve during which the process ended so often is not tried again: it may be what ends it. */
    private static final int MOST_STARTS = 2;

    private static final Duration KEEP_KEYS = Duration.ofDays(1);

    private final Store store;
    private final RotaIntake intake;
    private final Clock clock;
    private final JobLimits limits;
    private final Map<UUID, Ended> unwritten = new ConcurrentHashMap<>();

    private record Ended(Solve solve, Instant at) {}

    StoreJournal(Store store, RotaIntake intake, Clock clock, JobLimits limits) {
        this.store = store;
        this.intake = intake;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public void taken(UUID id, Intake.Accepted accepted, Origin origin, Instant at, Runnable then) {
        StoredSolve solve = new StoredSolve(
                id,
                origin.team(),
                origin.who(),
                origin.why(),
                origin.basis(),
                SolveStatus.QUEUED.name(),
                0,
                text(accepted.request()),
                null,
                Duration.ZERO,
                null,
                null,
                micros(at),
                null);
        store.run(transaction -> {
            transaction.solves().add(solve);
            transaction.afterwards(then);
        });
    }

    @Override
    public void begun(UUID id) {
        write(id, transaction -> transaction.solves().begin(id, SolveStatus.SOLVING.name()));
    }

    @Override
    public void better(UUID id, Rota best, Duration elapsed) {
        String shifts = text(JsonAnswers.shifts(Audit.of(best)));
        write(id, transaction -> transaction.solves().save(id, shifts, elapsed));
    }

    @Override
    public void suspended(UUID id, @Nullable Rota best, Duration elapsed) {
        if (best != null) {
            better(id, best, elapsed);
        }
        write(id, transaction -> transaction.solves().suspend(id, SolveStatus.QUEUED.name()));
    }

    /** What is lost here is only time: the solve is then taken up again from an earlier state. */
    private void write(UUID id, java.util.function.Consumer<Transaction> work) {
        try {
            store.run(work);
        } catch (StoreUnavailable failure) {
            LOG.warnf("The state of the solve (%s) could not be written: %s", id, failure.getMessage());
        }
    }

    @Override
    public void ended(Solve solve) {
        Ended end = new Ended(solve, micros(clock.instant()));
        try {
            write(end);
        } catch (RuntimeException failure) {
            LOG.errorf("The end of the solve (%s) will be written later: %s", solve.id(), failure.getMessage());
            unwritten.put(solve.id(), end);
        }
    }

    private void write(Ended end) {
        Solve solve = end.solve();
        Origin origin = solve.origin();
        String answer = text(solve.answer());
        store.run(transaction -> {
            if (origin.team() != null) {
                transaction.teams().lock(origin.team());
            }
            boolean first = transaction
                    .solves()
                    .end(solve.id(), solve.status().name(), answer, solve.problem(), solve.elapsed(), end.at());
            if (first && origin.team() != null && solve.rota() != null && solve.score() != null) {
                draft(transaction, solve, origin, origin.team(), answer, end.at());
            }
        });
    }

    @Override
    public void lost(UUID id, String problem) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", id.toString());
        answer.put("status", SolveStatus.FAILED.name());
        answer.put("problem", problem);
        store.run(transaction -> transaction
                .solves()
                .end(id, SolveStatus.FAILED.name(), text(answer), problem, Duration.ZERO, micros(clock.instant())));
    }

    private static void draft(
            Transaction transaction, Solve solve, Origin origin, String team, String answer, Instant at) {
        int revision = transaction.rotas().nextRevision(team);
        @Nullable
        StoredRota before = origin.basis().stream()
                .flatMap(id -> transaction.rotas().find(id).stream())
                .max(java.util.Comparator.comparingInt(StoredRota::revision))
                .orElse(null);
        transaction
                .rotas()
                .add(new StoredRota(
                        solve.id(),
                        team,
                        revision,
                        RotaState.DRAFT,
                        solve.accepted().problem().from(),
                        solve.accepted().problem().to(),
                        before == null ? null : before.id(),
                        origin.basis(),
                        text(solve.accepted().request()),
                        answer,
                        Objects.requireNonNull(solve.score()),
                        at,
                        origin.who(),
                        origin.why(),
                        null,
                        null));
        transaction
                .trail()
                .add(new TrailEntry(
                        0,
                        at,
                        team,
                        solve.id(),
                        origin.who(),
                        "rota-made",
                        origin.why(),
                        before == null ? null : before.revision(),
                        revision,
                        "{}"));
    }

    @Override
    public List<Unfinished> unfinished() {
        List<Unfinished> result = new ArrayList<>();
        List<StoredSolve> stored =
                store.transact(transaction -> transaction.solves().unfinished());
        for (StoredSolve solve : stored) {
            Origin origin = new Origin(solve.team(), solve.madeBy(), solve.why(), solve.basis());
            Intake read = intake.read(solve.request().getBytes(StandardCharsets.UTF_8));
            boolean tooOften = solve.status().equals(SolveStatus.SOLVING.name()) && solve.starts() >= MOST_STARTS;
            Intake.Accepted accepted = read instanceof Intake.Accepted taken ? taken : null;
            if (accepted == null || tooOften) {
                result.add(new Unfinished(
                        solve.id(),
                        accepted,
                        origin,
                        null,
                        solve.elapsed(),
                        tooOften
                                ? "The service ended " + solve.starts() + " times while it searched, and does not try"
                                        + " again.\nMaybe submit it with a shorter limit."
                                : "The service was changed while the solve waited, and no longer takes its request."
                                        + "\nMaybe submit it again: the answer says what is wrong with it."));
            } else {
                result.add(new Unfinished(
                        solve.id(), accepted, origin, best(accepted, solve.best()), solve.elapsed(), null));
            }
        }
        return result;
    }

    private @Nullable Rota best(Intake.Accepted accepted, @Nullable String shifts) {
        if (shifts == null) {
            return null;
        }
        // Shifts of an answer are read as those of a published rota are.
        ObjectNode request = JSON.valueToTree(accepted.request());
        request.set("published", tree(shifts));
        return intake.read(text(request).getBytes(StandardCharsets.UTF_8)) instanceof Intake.Accepted read
                ? Rota.of(accepted.problem(), read.problem().published())
                : null;
    }

    @Override
    public void tidy() {
        try {
            for (Ended end : List.copyOf(unwritten.values())) {
                write(end);
                unwritten.remove(end.solve().id());
                LOG.infof(
                        "The end of the solve (%s) has been written.",
                        end.solve().id());
            }
            Instant now = clock.instant();
            store.run(transaction -> {
                transaction.solves().forget(now.minus(limits.keep()), limits.most());
                transaction.keys().forget(now.minus(KEEP_KEYS));
            });
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "The store could not be tidied.");
        }
    }

    @Override
    public boolean outlivesTheProcess() {
        return true;
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
