package org.oncall.rota.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.store.FailingSource;
import org.oncall.rota.store.RotaState;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoreUnavailable;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.store.StoredSolve;
import org.oncall.rota.store.Teams;

@Timeout(60)
class StoreJournalTest {
    private static final JobLimits LIMITS = new JobLimits(1, 3, Duration.ofHours(1), 100, Duration.ofMinutes(2));
    private static final String REQUEST = """
            {"team": {"members": ["Ana", "Bo", "Cy", "Di"]}, "from": "2027-01-05", "to": "2027-02-02",
             "solve": {"limit": "PT20S", "seed": %d}}
            """;
    private static final Origin RED = new Origin("red", "Ms Manager", "spring", List.of());

    private final SettableClock clock = new SettableClock();
    private final RotaIntake intake =
            new RotaIntake(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));
    private final FailingSource source = new FailingSource(database());
    private final Store store = new Store(source);
    private ScriptedSearches searches = new ScriptedSearches();
    private RotaJobs jobs = process();

    @BeforeEach
    void team() {
        store.run(tx -> tx.teams().add(Teams.first("red", "{}", Instant.parse("2026-11-20T12:00:00Z"))));
    }

    @AfterEach
    void close() {
        source.fail(null);
        jobs.close();
    }

    // ---- Taken

    @Test
    void submit_isWrittenDownBeforeItIsTaken() {
        UUID id = submit(1, Origin.NOBODY);

        assertThat(stored(id).request()).contains("\"seed\":1");
    }

    @Test
    void submit_whileTheDatabaseIsAway_isNotTaken() {
        source.fail(new SQLException("gone", "08006"));

        assertThatThrownBy(() -> submit(1, Origin.NOBODY)).isInstanceOf(StoreUnavailable.class);

        assertThat(jobs.load().waiting() + jobs.load().running()).isZero();
    }

    // ---- Ends

    @Test
    void end_ofATeamsSolve_isADraftOfIt() {
        UUID first = submit(1, RED);
        searches.next().end();
        await(() -> stored(first).endedAt() != null);
        UUID second = submit(2, new Origin("red", "Ms Manager", null, List.of(first)));
        searches.next().end();
        await(() -> stored(second).endedAt() != null);

        List<StoredRota> rotas = store.transact(tx -> tx.rotas().ofTeam("red", 0, 10));

        assertThat(rotas).extracting(StoredRota::id).containsExactly(second, first);
        assertThat(rotas).extracting(StoredRota::revision).containsExactly(2, 1);
        assertThat(rotas).extracting(StoredRota::basedOn).containsExactly(first, null);
        assertThat(rotas).extracting(StoredRota::why).containsExactly(null, "spring");
        assertThat(rotas).allMatch(rota -> rota.state() == RotaState.DRAFT);
        assertThat(rotas.getFirst().answer()).contains("\"status\":\"SOLVED\"");
        assertThat(store.<Integer>transact(tx -> tx.trail().ofTeam("red", 0, 10).size()))
                .isEqualTo(2);
    }

    @Test
    void end_whileTheDatabaseIsAway_isWrittenWhenItIsBack() {
        UUID id = submit(1, RED);
        ScriptedSearches.Script script = searches.next();
        source.fail(new SQLException("no space left", "53100"));
        script.end();
        await(() -> jobs.find(id).orElseThrow().status() == SolveStatus.SOLVED);

        source.fail(null);

        await(() -> stored(id).endedAt() != null);
        assertThat(stored(id).status()).isEqualTo("SOLVED");
        assertThat(store.<Boolean>transact(tx -> tx.rotas().find(id).isPresent()))
                .isTrue();
    }

    @Test
    void stop_ofOneThatWaits_isWrittenDown() {
        submit(1, Origin.NOBODY);
        searches.next();
        UUID waiting = submit(2, Origin.NOBODY);

        jobs.stop(waiting);

        assertThat(stored(waiting).status()).isEqualTo("STOPPED");
    }

    // ---- Restarts

    @Test
    void resume_afterAKill_goesOnFromTheBestRota_inTheOrderTaken() {
        UUID running = submit(1, Origin.NOBODY);
        ScriptedSearches.Script killed = searches.next();
        clock.pass(Duration.ofSeconds(7));
        UUID waiting = submit(2, Origin.NOBODY);
        Rota best = weekly(jobs.find(running).orElseThrow().accepted());
        killed.find(best, Audit.of(best).score());
        await(() -> stored(running).best() != null);
        kill();

        ScriptedSearches.Script script = searches.next();
        assertThat(script.seed()).isEqualTo(1);
        assertThat(script.start().holders()).isEqualTo(best.holders());
        assertThat(script.settings().limit()).isEqualTo(Duration.ofSeconds(13));
        assertThat(jobs.find(running).orElseThrow().score())
                .isEqualTo(Audit.of(best).score());
        script.end();
        ScriptedSearches.Script next = searches.next();
        assertThat(next.seed()).isEqualTo(2);
        assertThat(next.start()).isNull();
        next.end();
        await(() -> stored(waiting).endedAt() != null);
    }

    @Test
    void resume_afterTheSecondKill_failsWithTheReason() {
        UUID id = submit(1, RED);
        searches.next();
        kill();
        searches.next();
        kill();

        Solve solve = jobs.find(id).orElseThrow();
        assertThat(solve.status()).isEqualTo(SolveStatus.FAILED);
        assertThat(solve.problem()).contains("ended 2 times while it searched");
        assertThat(stored(id).status()).isEqualTo("FAILED");
        assertThat(searches.noneBegins()).isTrue();
    }

    @Test
    void resume_afterBeingClosed_doesNotCountAsAKill() {
        UUID id = submit(1, Origin.NOBODY);
        for (int i = 0; i < 4; i++) {
            searches.next();
            jobs.close();
            assertThat(stored(id).status()).isEqualTo("QUEUED");
            searches = new ScriptedSearches();
            jobs = process();
        }

        searches.next().end();

        await(() -> stored(id).endedAt() != null);
        assertThat(stored(id).status()).isEqualTo("SOLVED");
    }

    @Test
    void close_answersThoseWhoWait_withTheSolveThatGoesOn() {
        Submission.Taken running = (Submission.Taken) jobs.submit(accepted(1), Duration.ofMinutes(1), Origin.NOBODY);
        Submission.Taken waiting = (Submission.Taken) jobs.submit(accepted(2), Duration.ofMinutes(1), Origin.NOBODY);
        searches.next();
        List<Solve> told = new CopyOnWriteArrayList<>();
        jobs.listen(running.id(), told::add);

        jobs.close();

        assertThat(told.getLast().isOver())
                .as("who listens hears that no more comes")
                .isTrue();
        assertThat(running.answer()
                        .toCompletableFuture()
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join()
                        .status())
                .isEqualTo(SolveStatus.SOLVING);
        assertThat(waiting.answer()
                        .toCompletableFuture()
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join()
                        .status())
                .isEqualTo(SolveStatus.QUEUED);
    }

    @Test
    void resume_ofARequestThatIsNoLongerTaken_failsWithTheReason() {
        UUID id = UUID.randomUUID();
        store.run(tx -> tx.solves()
                .add(new StoredSolve(
                        id,
                        null,
                        "x",
                        null,
                        List.of(),
                        "QUEUED",
                        0,
                        "{\"old\": 1}",
                        null,
                        Duration.ZERO,
                        null,
                        null,
                        Instant.EPOCH,
                        null)));

        jobs.resume();

        assertThat(stored(id).status()).isEqualTo("FAILED");
        assertThat(stored(id).problem()).contains("no longer takes its request");
    }

    // ---- Words of these tests

    private RotaJobs process() {
        RotaJobs process =
                new RotaJobs(LIMITS, searches, clock, solve -> {}, new StoreJournal(store, intake, clock, LIMITS));
        process.resume();
        return process;
    }

    /** What is not written down is lost: the earlier process goes on in vain, as its searches never end. */
    private void kill() {
        searches = new ScriptedSearches();
        jobs = process();
    }

    private UUID submit(long seed, Origin origin) {
        return ((Submission.Taken) jobs.submit(accepted(seed), Duration.ZERO, origin)).id();
    }

    private Intake.Accepted accepted(long seed) {
        return (Intake.Accepted) intake.read(REQUEST.formatted(seed).getBytes(StandardCharsets.UTF_8));
    }

    private StoredSolve stored(UUID id) {
        return store.transact(tx -> tx.solves().find(id)).orElseThrow();
    }

    /** Weeks to one member after the other, one tier only. */
    private static Rota weekly(Intake.Accepted accepted) {
        List<Slot> slots = accepted.problem().slots();
        Map<Slot, MemberId> holders = new HashMap<>();
        for (int i = 0; i < 28; i++) {
            holders.put(
                    slots.get(i), accepted.problem().team().members().get(i / 7).id());
        }
        return new Rota(accepted.problem(), holders);
    }

    private static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        source.setUser("sa");
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
