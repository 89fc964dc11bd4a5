package org.oncall.rota.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.jobs.SolveStatus.FAILED;
import static org.oncall.rota.jobs.SolveStatus.QUEUED;
import static org.oncall.rota.jobs.SolveStatus.SOLVED;
import static org.oncall.rota.jobs.SolveStatus.SOLVING;
import static org.oncall.rota.jobs.SolveStatus.STOPPED;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.wire.RotaRequest;

@Timeout(30)
class RotaJobsTest {
    private static final RotaProblem PROBLEM = problem("ana", "bo", "cy").build();
    private static final RotaRequest REQUEST =
            new RotaRequest(null, null, null, null, null, null, null, null, null, null, null);
    private static final Duration NOT = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final JobLimits ONE_AT_ONCE = new JobLimits(1, 3, Duration.ofHours(1), 100, Duration.ofMinutes(2));

    private final SettableClock clock = new SettableClock();
    private final ScriptedSearches searches = new ScriptedSearches();
    private final List<Solve> reported = new CopyOnWriteArrayList<>();
    private RotaJobs jobs = jobs(ONE_AT_ONCE);
    private UUID lastId;

    @AfterEach
    void close() {
        jobs.close();
    }

    // ---- Order

    @Test
    void submit_reachesEachStatusInOrder() {
        UUID first = submit(1);
        UUID id = submit(2);
        Listener listener = listen(id);
        assertThat(listener.next().status()).isEqualTo(QUEUED);

        searches.next().end();
        searches.next().end();

        assertThat(listener.statusesToTheEnd()).containsSubsequence(SOLVING, SOLVED);
        assertThat(end(first).status()).isEqualTo(SOLVED);
    }

    @Test
    void submit_oneAtATime_servesFirstComeFirst() {
        submit(1);
        submit(2);
        submit(3);
        submit(4);

        for (long seed = 1; seed <= 4; seed++) {
            ScriptedSearches.Script script = searches.next();
            assertThat(script.seed()).isEqualTo(seed);
            assertThat(searches.noneBegins()).isTrue();
            script.end();
        }
    }

    @Test
    void submit_twoAtOnce_runsTwoAndNeverThree() {
        restart(new JobLimits(2, 5, Duration.ofHours(1), 100, LONG));
        List<UUID> ids = List.of(submit(1), submit(2), submit(3), submit(4), submit(5));

        ScriptedSearches.Script one = searches.next();
        ScriptedSearches.Script two = searches.next();
        assertThat(jobs.load()).isEqualTo(new Load(2, 3, 0, false, true));
        one.end();
        two.end();
        for (int i = 0; i < 3; i++) {
            searches.next().end();
        }

        assertThat(ids).allSatisfy(id -> assertThat(end(id).status()).isEqualTo(SOLVED));
        assertThat(searches.mostRunning()).isEqualTo(2);
        afterTheMessenger();
        assertThat(jobs.load()).isEqualTo(new Load(0, 0, 0, false, true));
    }

    @Test
    void submit_toAFullQueue_isTurnedAwayUntilTheShortestRunningSolveShouldEnd() {
        submit(1, Duration.ofSeconds(20));
        ScriptedSearches.Script first = searches.next();
        submit(2);
        submit(3);
        submit(4);
        clock.pass(Duration.ofMillis(6_500));

        assertThat(jobs.load().full()).isTrue();
        assertThat(jobs.submit(accepted(5, LONG), NOT)).isEqualTo(new Submission.Full(Duration.ofSeconds(14)));

        first.end();
        searches.next();
        assertThat(jobs.submit(accepted(5, LONG), NOT)).isInstanceOf(Submission.Taken.class);
    }

    @Test
    void submit_toAFullQueueWithASolveOverItsLimit_isTurnedAwayForASecond() {
        restart(new JobLimits(1, 0, Duration.ofHours(1), 100, LONG));
        submit(1, Duration.ofSeconds(20));
        searches.next();
        clock.pass(Duration.ofSeconds(21));

        assertThat(jobs.submit(accepted(2, LONG), NOT)).isEqualTo(new Submission.Full(Duration.ofSeconds(1)));
    }

    @Test
    void solve_runsOnANamedDaemonThread() {
        submit(1);

        Thread thread = searches.next().thread();

        assertThat(thread.getName()).isEqualTo("rota-solver-1");
        assertThat(thread.isDaemon()).isTrue();
    }

    // ---- What is found

    @Test
    void find_whileItSearches_hasTheBestSoFar() {
        UUID id = submit(1);
        ScriptedSearches.Script script = searches.next();
        assertThat(find(id).status()).isEqualTo(SOLVING);
        assertThat(find(id).rota()).isNull();

        clock.pass(Duration.ofSeconds(3));
        Listener listener = listen(id);
        Solve before = listener.next();
        script.improve(70);
        listener.nextNews(before);

        Solve solve = find(id);
        assertThat(solve.score()).isEqualTo(new Score(0, 0, 70));
        assertThat(solve.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(solve.solved()).isNull();
        assertThat(solve.report()).isNotNull();
    }

    @Test
    void find_afterwards_hasTheResultAndTheTimeItTook() {
        UUID id = submit(1);
        ScriptedSearches.Script script = searches.next();
        clock.pass(Duration.ofSeconds(5));
        script.improve(40);
        script.end();
        end(id);
        clock.pass(Duration.ofSeconds(50));

        Solve solve = find(id);

        assertThat(solve.status()).isEqualTo(SOLVED);
        assertThat(solve.score()).isEqualTo(new Score(0, 0, 40));
        assertThat(solve.elapsed()).isEqualTo(Duration.ofSeconds(5));
        assertThat(solve.solved().moves()).isEqualTo(10);
        afterTheMessenger();
        assertThat(reported)
                .filteredOn(each -> each.id().equals(id))
                .extracting(Solve::status)
                .containsExactly(SOLVED);
    }

    @Test
    void find_anIdThatNeverWas_isEmpty() {
        assertThat(jobs.find(UUID.randomUUID())).isEmpty();
        assertThat(jobs.stop(UUID.randomUUID())).isEmpty();
        assertThat(jobs.listen(UUID.randomUUID(), solve -> {})).isEmpty();
    }

    // ---- Failure

    @Test
    void solve_thatThrows_failsWithoutItsSecrets_andOthersGoOn() {
        UUID id = submit(1);
        UUID next = submit(2);
        ScriptedSearches.Script script = searches.next();
        script.improve(7);
        script.fail(new IllegalStateException("the secret of org.oncall.Secret"));

        Solve failed = end(id);
        searches.next().end();

        assertThat(failed.status()).isEqualTo(FAILED);
        assertThat(failed.problem()).contains("logged").doesNotContain("secret", "Exception");
        assertThat(failed.score()).isEqualTo(new Score(0, 0, 7));
        assertThat(end(next).status()).isEqualTo(SOLVED);
    }

    @Test
    void solve_thatRunsOutOfStack_fails_andOthersGoOn() {
        UUID id = submit(1);
        UUID next = submit(2);
        searches.next().fail(new StackOverflowError());

        assertThat(end(id).status()).isEqualTo(FAILED);
        searches.next().end();
        assertThat(end(next).status()).isEqualTo(SOLVED);
    }

    @Test
    void solve_thatCannotBePrepared_fails() {
        restart(ONE_AT_ONCE, (problem, settings, start) -> {
            throw new IllegalArgumentException("no such constraint");
        });

        assertThat(end(submit(1)).status()).isEqualTo(FAILED);
    }

    @Test
    void report_thatThrows_doesNotKeepTheEndFromThoseWhoWait() {
        jobs.close();
        Consumer<Solve> failing = solve -> {
            throw new IllegalStateException("no metrics today");
        };
        jobs = new RotaJobs(ONE_AT_ONCE, searches, clock, failing, Journal.NONE);
        UUID id = submit(1);
        searches.next().end();

        assertThat(end(id).status()).isEqualTo(SOLVED);
    }

    // ---- Stop

    @Test
    void stop_whileItWaits_endsItWithoutARotaOrASearch() {
        submit(1);
        UUID id = submit(2);
        UUID last = submit(3);
        ScriptedSearches.Script first = searches.next();

        Solve stopped = stop(id);
        first.end();

        assertThat(stopped.status()).isEqualTo(STOPPED);
        assertThat(stopped.rota()).isNull();
        assertThat(stopped.elapsed()).isZero();
        assertThat(searches.next().seed()).isEqualTo(3);
        assertThat(find(last).status()).isEqualTo(SOLVING);
    }

    @Test
    void stop_whileItSearches_keepsTheBestSoFar() {
        UUID id = submit(1);
        searches.next().improve(55);

        Solve stopped = stop(id);

        assertThat(stopped.status()).isEqualTo(STOPPED);
        assertThat(stopped.score()).isEqualTo(new Score(0, 0, 55));
        assertThat(find(id).status()).isEqualTo(STOPPED);
    }

    @Test
    void stop_whileItIsBeingPrepared_stopsItAsSoonAsItBegins() throws InterruptedException {
        CountDownLatch preparing = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        restart(ONE_AT_ONCE, (problem, settings, start) -> {
            preparing.countDown();
            await(asked);
            return searches.of(problem, settings, start);
        });
        UUID id = submit(1);
        await(preparing);

        CompletionStage<Solve> stopped = jobs.stop(id).orElseThrow();
        asked.countDown();

        assertThat(get(stopped).status()).isEqualTo(STOPPED);
    }

    @Test
    void stop_afterTheEnd_changesNothing() {
        UUID id = submit(1);
        searches.next().end();
        end(id);

        assertThat(stop(id).status()).isEqualTo(SOLVED);
    }

    // ---- Waiting

    @Test
    void wait_forTheEnd_isAnsweredWithIt() {
        CompletionStage<Solve> answer = submitAndWait(1, LONG, LONG);
        ScriptedSearches.Script script = searches.next();
        assertThat(answer.toCompletableFuture()).isNotDone();

        script.end();

        assertThat(get(answer).status()).isEqualTo(SOLVED);
    }

    @Test
    void wait_forNothing_isAnsweredAtOnce() {
        assertThat(get(submitAndWait(1, LONG, NOT)).status()).isEqualTo(QUEUED);
    }

    @Test
    void wait_thatEndsLongBeforeTheLimit_isAnsweredAsItStands() {
        CompletionStage<Solve> answer = submitAndWait(1, Duration.ofSeconds(20), SHORT);

        assertThat(get(answer).status()).isIn(QUEUED, SOLVING);
    }

    @Test
    void wait_thatEndsWhileOthersComeFirst_isAnsweredAsQueued() {
        submit(1);
        searches.next();

        assertThat(get(submitAndWait(2, Duration.ofSeconds(1), SHORT)).status()).isEqualTo(QUEUED);
    }

    @Test
    void wait_thatEndsThreeSecondsBeforeTheLimit_goesOn() {
        CompletionStage<Solve> answer = submitAndWait(1, Duration.ofSeconds(3), Duration.ofMillis(500));
        ScriptedSearches.Script script = searches.next();
        // This wait ends after that one, on the same thread.
        assertThat(get(submitAndWait(2, LONG, Duration.ofMillis(600))).status()).isEqualTo(QUEUED);
        assertThat(answer.toCompletableFuture()).isNotDone();

        script.end();

        assertThat(get(answer).status()).isEqualTo(SOLVED);
    }

    @Test
    void wait_isCappedByTheSetting() {
        assertThat(ONE_AT_ONCE.capped(Duration.ofMinutes(9))).isEqualTo(Duration.ofMinutes(2));
        assertThat(ONE_AT_ONCE.capped(Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void wait_thatIsCancelled_leavesOthersWaiting() {
        CompletionStage<Solve> gone = submitAndWait(1, LONG, LONG);
        ScriptedSearches.Script script = searches.next();
        gone.toCompletableFuture().cancel(true);
        Listener listener = listen(lastId);

        script.end();

        assertThat(listener.statusesToTheEnd()).endsWith(SOLVED);
    }

    // ---- Keeping

    @Test
    void ended_isForgottenAfterTheTimeToKeep() {
        UUID id = submit(1);
        searches.next().end();
        end(id);

        clock.pass(Duration.ofMinutes(59));
        assertThat(jobs.find(id)).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(jobs.find(id)).isEmpty();
    }

    @Test
    void ended_isForgottenWhenTooMany_theOldestFirst() {
        restart(new JobLimits(1, 5, Duration.ofHours(1), 2, LONG));
        UUID slow = submit(1);
        ScriptedSearches.Script running = searches.next();
        UUID stopped = submit(2);
        UUID other = submit(3);
        stop(stopped);
        stop(other);
        assertThat(jobs.find(stopped)).isPresent();

        running.end();
        end(slow);

        assertThat(jobs.find(stopped)).isEmpty();
        assertThat(jobs.find(other)).isPresent();
        assertThat(jobs.find(slow)).isPresent();
    }

    @Test
    void unfinished_isNeverForgotten() {
        UUID id = submit(1);
        UUID next = submit(2);
        clock.pass(Duration.ofDays(2));

        assertThat(find(id).status()).isIn(QUEUED, SOLVING);
        assertThat(find(next).status()).isEqualTo(QUEUED);
    }

    // ---- Listening

    @Test
    void listen_tellsWhatIsNew() {
        UUID id = submit(1);
        ScriptedSearches.Script script = searches.next();
        Listener listener = listen(id);
        Solve first = listener.next();

        script.improve(90);
        Solve second = listener.nextNews(first);
        script.improve(80);
        Solve third = listener.nextNews(second);
        script.end();
        Solve last = listener.nextNews(third);

        assertThat(first.score()).isNull();
        assertThat(second.score()).isEqualTo(new Score(0, 0, 90));
        assertThat(third.score()).isEqualTo(new Score(0, 0, 80));
        assertThat(last.status()).isEqualTo(SOLVED);
        assertThat(listener.nothingMore()).isTrue();
    }

    @Test
    void listen_toManyImprovements_tellsFew() {
        UUID id = submit(1);
        ScriptedSearches.Script script = searches.next();
        Listener listener = listen(id);
        Solve first = listener.next();
        for (int soft = 10_000; soft > 0; soft--) {
            script.improve(soft);
        }
        Solve last = listener.nextNews(first);
        int told = 1;
        while (last.score().soft() != 1) {
            last = listener.nextNews(last);
            told++;
        }

        assertThat(told).isLessThan(100);
    }

    @Test
    void listen_withNothingNew_tellsTheTimeNowAndThen() {
        UUID id = submit(1);
        searches.next();
        Listener listener = listen(id);
        Solve first = listener.next();
        clock.pass(Duration.ofSeconds(9));

        Solve second = listener.next();

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.elapsed()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void listen_afterTheEnd_tellsTheEndAlone() {
        UUID id = submit(1);
        searches.next().end();
        end(id);
        Listener listener = listen(id);

        assertThat(listener.next().status()).isEqualTo(SOLVED);
        afterTheMessenger();
        assertThat(listener.nothingMore()).isTrue();
    }

    @Test
    void listen_ofSeveral_tellsEachTheEnd_evenIfOneThrows() {
        UUID id = submit(1);
        ScriptedSearches.Script script = searches.next();
        Listener one = listen(id);
        jobs.listen(id, solve -> {
            throw new IllegalStateException("the reader went away");
        });
        Listener two = listen(id);
        script.end();

        assertThat(one.statusesToTheEnd()).endsWith(SOLVED);
        assertThat(two.statusesToTheEnd()).endsWith(SOLVED);
    }

    @Test
    void listen_untilLeaving_hearsNoMore() {
        UUID id = submit(1);
        ScriptedSearches.Script script = searches.next();
        Listener listener = new Listener();
        Runnable leave = jobs.listen(id, listener).orElseThrow();
        listener.next();
        assertThat(jobs.load().listeners()).isEqualTo(1);
        leave.run();
        leave.run();
        afterTheMessenger();
        assertThat(jobs.load().listeners()).isZero();
        script.improve(3);
        script.end();
        end(id);

        assertThat(listener.nothingMore()).isTrue();
    }

    // ---- Closing

    @Test
    void close_stopsEverything_tellsThoseWhoWait_andLeavesNoThread() throws InterruptedException {
        CompletionStage<Solve> running = submitAndWait(1, LONG, LONG);
        CompletionStage<Solve> waiting = submitAndWait(2, LONG, LONG);
        ScriptedSearches.Script script = searches.next();
        script.improve(12);

        jobs.close();

        assertThat(get(running).status()).isEqualTo(STOPPED);
        assertThat(get(running).score()).isEqualTo(new Score(0, 0, 12));
        assertThat(get(waiting).status()).isEqualTo(STOPPED);
        script.thread().join(10_000);
        assertThat(script.thread().isAlive()).isFalse();
        assertThat(jobs.load().open()).isFalse();
        assertThat(jobs.submit(accepted(3, LONG), NOT)).isInstanceOf(Submission.Full.class);
    }

    // ---- Words of these tests

    private RotaJobs jobs(JobLimits limits) {
        return new RotaJobs(limits, searches, clock, reported::add, Journal.NONE);
    }

    private void restart(JobLimits limits) {
        restart(limits, searches);
    }

    private void restart(JobLimits limits, Search.Factory factory) {
        jobs.close();
        jobs = new RotaJobs(limits, factory, clock, reported::add, Journal.NONE);
    }

    private static Intake.Accepted accepted(long seed, Duration limit) {
        return new Intake.Accepted(PROBLEM, new SolveSettings(limit, seed, null), REQUEST);
    }

    private UUID submit(long seed) {
        return submit(seed, LONG);
    }

    private UUID submit(long seed, Duration limit) {
        return taken(jobs.submit(accepted(seed, limit), NOT)).id();
    }

    private CompletionStage<Solve> submitAndWait(long seed, Duration limit, Duration wait) {
        Submission.Taken taken = taken(jobs.submit(accepted(seed, limit), wait));
        lastId = taken.id();
        return taken.answer();
    }

    private static Submission.Taken taken(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Taken.class);
        return (Submission.Taken) submission;
    }

    private Solve find(UUID id) {
        Optional<Solve> solve = jobs.find(id);
        return solve.orElseThrow();
    }

    private Solve stop(UUID id) {
        return get(jobs.stop(id).orElseThrow());
    }

    private Listener listen(UUID id) {
        Listener listener = new Listener();
        jobs.listen(id, listener).orElseThrow();
        return listener;
    }

    private Solve end(UUID id) {
        Listener listener = listen(id);
        Solve solve = listener.next();
        while (!solve.status().isFinal()) {
            solve = listener.next();
        }
        return solve;
    }

    /** Everything that was to be told before this is told after it. */
    private void afterTheMessenger() {
        UUID id = submit(99);
        stop(id);
    }

    private static Solve get(CompletionStage<Solve> stage) {
        CompletableFuture<Solve> future = stage.toCompletableFuture();
        return future.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
