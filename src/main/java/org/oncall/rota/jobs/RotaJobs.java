package org.oncall.rota.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.solver.RotaSolver;

/**
 * Who solves what and when. So many solves search at once, each on a thread of its own; the rest wait in the order in
 * which they came. One more thread, the messenger, tells listeners and those who wait, so that they hear of things in
 * order and no search waits for them: whoever is called back must not block it.
 */
public final class RotaJobs implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RotaJobs.class);

    /** How much longer than asked a caller waits for a solve that is about to end, and how long a search may overrun. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_CLEANUPS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(2);

    private final JobLimits limits;
    private final Search.Factory searches;
    private final Clock clock;
    private final Consumer<Solve> whenEnded;
    private final Journal journal;

    private final ExecutorService solvers;
    private final ScheduledThreadPoolExecutor messenger;
    /** Writes down what changed, as neither a search nor the messenger is to wait for the database. */
    private final ScheduledThreadPoolExecutor saver;

    private final Object lock = new Object();
    private final Map<UUID, Job> jobs = new HashMap<>();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Set<Job> running = new LinkedHashSet<>();
    private final Deque<Job> ended = new ArrayDeque<>();
    private final AtomicInteger listeners = new AtomicInteger();
    private int workers;
    private boolean closed;

    /** @param whenEnded told of each solve at its end, on the messenger thread */
    RotaJobs(JobLimits limits, Search.Factory searches, Clock clock, Consumer<Solve> whenEnded, Journal journal) {
        this.limits = limits;
        this.searches = searches;
        this.clock = clock;
        this.whenEnded = whenEnded;
        this.journal = journal;
        solvers = Executors.newFixedThreadPool(limits.atOnce(), threads("rota-solver-"));
        messenger = new ScheduledThreadPoolExecutor(1, threads("rota-messenger-"));
        messenger.setRemoveOnCancelPolicy(true);
        // When closed, it still tells what has happened, but waits for nothing more.
        messenger.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        messenger.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        every(BETWEEN_CLEANUPS, this::forgetOld);
        saver = new ScheduledThreadPoolExecutor(1, threads("rota-saver-"));
        saver.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        saver.scheduleWithFixedDelay(
                this::save, BETWEEN_SAVES.toMillis(), BETWEEN_SAVES.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory threads(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            // Otherwise it would be that of whichever caller came first.
            thread.setContextClassLoader(RotaJobs.class.getClassLoader());
            return thread;
        };
    }

    public JobLimits limits() {
        return limits;
    }

    public Load load() {
        synchronized (lock) {
            return new Load(
                    running.size(), waiting.size(), listeners.get(), isFull(), !closed && !solvers.isShutdown());
        }
    }

    /**
     * Takes a problem in.
     *
     * @param wait how long the caller would wait for the end; a solve that is about to end then is waited for a little
     *     longer. Zero: not at all
     */
    public Submission submit(Intake.Accepted accepted, Duration wait) {
        return submit(accepted, wait, Origin.NOBODY);
    }

    /** The same, for somebody. Nothing is taken in that could not be written down. */
    public Submission submit(Intake.Accepted accepted, Duration wait, Origin origin) {
        Job job = new Job(accepted, origin);
        Instant now = clock.instant();
        synchronized (lock) {
            forgetOld();
            if (closed || isFull()) {
                return new Submission.Full(untilAPlaceIsFree());
            }
        }
        Solve queued = job.at(now);
        journal.taken(job.id, accepted, origin, now, () -> enqueue(job));
        return new Submission.Taken(
                job.id,
                wait.isZero() ? CompletableFuture.completedFuture(queued) : endOrAfter(job, limits.capped(wait)));
    }

    private void enqueue(Job job) {
        synchronized (lock) {
            jobs.put(job.id, job);
            waiting.addLast(job);
            if (!closed && workers < limits.atOnce()) {
                workers++;
                solvers.execute(this::work);
            }
        }
    }

    /** Takes up again what an earlier process did not finish, or ends it as failed with the reason. */
    public void resume() {
        for (Journal.Unfinished left : journal.unfinished()) {
            Intake.Accepted accepted = left.accepted();
            String problem = left.problem();
            if (accepted == null) {
                LOG.errorf("The solve (%s) cannot be taken up again: %s", left.id(), problem);
                journal.lost(left.id(), String.valueOf(problem));
                continue;
            }
            Job job = new Job(left.id(), accepted, left.origin(), left.best(), left.elapsed());
            if (problem == null) {
                LOG.infof("The solve (%s) is taken up again.", job.id);
                enqueue(job);
            } else {
                LOG.errorf("The solve (%s) failed: %s", job.id, problem);
                job.problem = problem;
                end(job, SolveStatus.FAILED);
            }
        }
    }

    /** The solve as it stands; empty if there is none of this id, or no longer. */
    public Optional<Solve> find(UUID id) {
        return job(id).map(this::now);
    }

    /** Ends a solve early: done once it ended, or after half a minute as it stands. One that ended already stays as it is. */
    public Optional<CompletionStage<Solve>> stop(UUID id) {
        return job(id).map(job -> {
            stop(job);
            return endOrAfter(job, LONGEST_STOP);
        });
    }

    /**
     * Tells how a solve goes: at once how it stands, then each status as it is reached, and up to four times a second what
     * is new. The last call, with a final status, is the end.
     *
     * @return what to run to hear no more; empty if there is no such solve
     */
    public Optional<Runnable> listen(UUID id, Consumer<Solve> told) {
        return job(id).map(job -> {
            ProgressListener listener = new ProgressListener(told);
            messenger.execute(() -> {
                job.listeners.add(listener);
                listeners.incrementAndGet();
                listener.lookBy(every(BETWEEN_LOOKS, () -> tell(job, listener, () -> listener.look(() -> now(job)))));
                Solve solve = now(job);
                tell(job, listener, () -> listener.reached(solve));
                if (solve.status().isFinal()) {
                    leave(job, listener);
                }
            });
            return () -> messenger.execute(() -> leave(job, listener));
        });
    }

    /**
     * Stops everything, and waits for it for some seconds. Whoever waits hears of it. What a journal outlives is taken up
     * again by the next process, from where it was.
     */
    @Override
    public void close() {
        List<Job> unfinished;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            unfinished = new ArrayList<>(waiting);
            unfinished.addAll(running);
        }
        unfinished.forEach(journal.outlivesTheProcess() ? this::suspend : this::stop);
        shutDown(solvers);
        shutDown(saver);
        shutDown(messenger);
    }

    private static void shutDown(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warnf("Some work did not end within %s of being stopped.", LONGEST_CLOSE);
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    // ---- Solving, on the solver threads

    private void work() {
        for (Job job = next(); job != null; job = next()) {
            search(job);
        }
    }

    private @Nullable Job next() {
        synchronized (lock) {
            Job job = closed && journal.outlivesTheProcess() ? null : waiting.pollFirst();
            if (job == null) {
                workers--;
                return null;
            }
            job.status = SolveStatus.SOLVING;
            job.startedAt = clock.instant();
            running.add(job);
            announce(job);
            return job;
        }
    }

    private void search(Job job) {
        Search.Found found = null;
        String problem = null;
        try {
            journal.begun(job.id);
            Search search = searches.of(job.accepted.problem(), job.settings(), job.start);
            boolean stopAsked;
            synchronized (lock) {
                job.search = search;
                stopAsked = job.stopAsked || job.suspended;
            }
            if (stopAsked) {
                search.stop().run();
            }
            found = search.run().apply(improvement -> job.best = improvement);
        } catch (RuntimeException | Error failure) {
            // One search must not take the others with it, whatever is wrong with it.
            LOG.errorf(failure, "The solve (%s) failed.", job.id);
            problem =
                    "The search failed for a reason that lies with the service, which has logged it under the id of the"
                            + " solve.\nMaybe submit it again; if it fails again, with another seed.";
        }
        SolveStatus status;
        synchronized (lock) {
            job.found = found;
            job.best = found == null ? job.best : null;
            job.problem = problem;
            job.search = null;
            status = problem != null ? SolveStatus.FAILED : job.stopAsked ? SolveStatus.STOPPED : SolveStatus.SOLVED;
        }
        if (job.suspended && !job.stopAsked && problem == null) {
            Solve solve = now(job);
            journal.suspended(job.id, solve.rota(), solve.elapsed());
            synchronized (lock) {
                running.remove(job);
                announce(job);
            }
        } else {
            end(job, status);
        }
    }

    /** Written down first, told then: nobody hears of an end that could still be undone. */
    private void end(Job job, SolveStatus status) {
        Solve solve;
        synchronized (lock) {
            // Only from now on is it a solve that cannot go on after a restart.
            job.suspended = false;
            solve = job.at(clock.instant(), status);
        }
        journal.ended(solve);
        synchronized (lock) {
            jobs.put(job.id, job);
            running.remove(job);
            ended(job, status);
        }
    }

    // ---- Writing down, on the saver thread

    private void save() {
        List<Job> searching;
        synchronized (lock) {
            searching = List.copyOf(running);
        }
        for (Job job : searching) {
            RotaSolver.Improvement best = job.best;
            if (best != null && best != job.saved) {
                journal.better(job.id, best.rota(), now(job).elapsed());
                job.saved = best;
            }
        }
        journal.tidy();
    }

    // ---- Changes, under the lock

    private void ended(Job job, SolveStatus status) {
        job.status = status;
        job.endedAt = clock.instant();
        ended.addLast(job);
        forgetOld();
        announce(job);
    }

    private void stop(Job job) {
        Search search;
        boolean waited;
        synchronized (lock) {
            search = job.search;
            waited = waiting.remove(job);
            if (!waited && !job.status.isFinal()) {
                job.stopAsked = true;
            }
        }
        if (waited) {
            end(job, SolveStatus.STOPPED);
        } else if (search != null) {
            search.stop().run();
        }
    }

    /** One that waits is written down as waiting already. */
    private void suspend(Job job) {
        Search search;
        synchronized (lock) {
            search = job.search;
            job.suspended = true;
            if (waiting.remove(job)) {
                announce(job);
            }
        }
        if (search != null) {
            search.stop().run();
        }
    }

    private boolean isFull() {
        return running.size() + waiting.size() >= limits.atOnce() + limits.queue();
    }

    /** A place is free as soon as any running solve ends, however many wait. */
    private Duration untilAPlaceIsFree() {
        Instant now = clock.instant();
        Duration shortest = running.stream()
                .flatMap(job -> Stream.ofNullable(job.left(now)))
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Duration wholeSeconds = Duration.ofSeconds(shortest.plusMillis(999).toSeconds());
        return wholeSeconds.isZero() ? Duration.ofSeconds(1) : wholeSeconds;
    }

    private void forgetOld() {
        synchronized (lock) {
            Instant oldest = clock.instant().minus(limits.keep());
            for (Job job = ended.peekFirst(); job != null; job = ended.peekFirst()) {
                Instant endedAt = job.endedAt;
                if (ended.size() <= limits.most() && endedAt != null && endedAt.isAfter(oldest)) {
                    return;
                }
                ended.removeFirst();
                jobs.remove(job.id);
            }
        }
    }

    private Optional<Job> job(UUID id) {
        synchronized (lock) {
            forgetOld();
            return Optional.ofNullable(jobs.get(id));
        }
    }

    private Solve now(Job job) {
        synchronized (lock) {
            return job.at(clock.instant());
        }
    }

    // ---- Telling, on the messenger thread

    /** Under the lock, so that the statuses of a solve are told in the order in which they were reached. */
    private void announce(Job job) {
        Solve solve = job.at(clock.instant());
        messenger.execute(() -> {
            for (ProgressListener listener : List.copyOf(job.listeners)) {
                tell(job, listener, () -> listener.reached(solve));
            }
            if (solve.isOver()) {
                List.copyOf(job.listeners).forEach(listener -> leave(job, listener));
                if (solve.status().isFinal()) {
                    report(solve);
                }
                job.end.complete(solve);
            }
        });
    }

    private void report(Solve solve) {
        try {
            whenEnded.accept(solve);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The end of the solve (%s) could not be reported.", solve.id());
        }
    }

    private void tell(Job job, ProgressListener listener, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "Somebody who listened to the solve (%s) failed, and is told no more.", job.id);
            leave(job, listener);
        }
    }

    private void leave(Job job, ProgressListener listener) {
        if (job.listeners.remove(listener)) {
            listener.end();
            listeners.decrementAndGet();
        }
    }

    private CompletionStage<Solve> endOrAfter(Job job, Duration wait) {
        CompletableFuture<Solve> answer = new CompletableFuture<>();
        Future<?> timer = after(wait, () -> waitIsOver(job, answer));
        job.end.thenAccept(solve -> {
            timer.cancel(false);
            answer.complete(solve);
        });
        return answer;
    }

    private void waitIsOver(Job job, CompletableFuture<Solve> answer) {
        Duration left;
        synchronized (lock) {
            left = job.left(clock.instant());
        }
        if (left != null && left.compareTo(GRACE) <= 0) {
            Future<?> timer = after(left.plus(GRACE), () -> answer.complete(now(job)));
            job.end.thenRun(() -> timer.cancel(false));
        } else {
            answer.complete(now(job));
        }
    }

    private Future<?> after(Duration wait, Runnable task) {
        return messenger.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<?> every(Duration interval, Runnable task) {
        return messenger.scheduleAtFixedRate(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
}
