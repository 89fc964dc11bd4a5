package org.oncall.rota.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.solver.RotaSolver;

/** Searches that do as a test says, each known by its seed. */
final class ScriptedSearches implements Search.Factory {
    private final BlockingQueue<Script> begun = new LinkedBlockingQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    @Override
    public Search of(RotaProblem problem, SolveSettings settings, Rota start) {
        Script script = new Script(problem, settings, start);
        return new Search(listener -> new Search.Found(script.run(listener), null), script::stop);
    }

    /** The next search that begins, in the order in which they do. */
    Script next() {
        try {
            Script script = begun.poll(10, TimeUnit.SECONDS);
            assertThat(script).as("a search that begins").isNotNull();
            return script;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean noneBegins() {
        return begun.isEmpty();
    }

    int mostRunning() {
        return mostRunning.get();
    }

    /** One search. */
    final class Script {
        private final RotaProblem problem;
        private final SolveSettings settings;
        private final Rota start;
        private final BlockingQueue<Consumer<Consumer<RotaSolver.Improvement>>> acts = new LinkedBlockingQueue<>();
        private volatile Thread thread;
        private Score best = new Score(0, 99, 0);
        private boolean ended;

        Script(RotaProblem problem, SolveSettings settings, Rota start) {
            this.problem = problem;
            this.settings = settings;
            this.start = start;
        }

        long seed() {
            return settings.seed();
        }

        SolveSettings settings() {
            return settings;
        }

        /** What it goes on from; null: from the beginning. */
        Rota start() {
            return start;
        }

        void find(Rota rota, Score score) {
            acts.add(listener -> {
                best = score;
                listener.accept(new RotaSolver.Improvement(rota, score, Duration.ofMillis(5)));
            });
        }

        Thread thread() {
            return thread;
        }

        void improve(long soft) {
            acts.add(listener -> {
                best = new Score(0, 0, soft);
                listener.accept(new RotaSolver.Improvement(Rota.empty(problem), best, Duration.ofMillis(soft)));
            });
        }

        void end() {
            acts.add(listener -> ended = true);
        }

        void fail(Throwable failure) {
            acts.add(listener -> sneakyThrow(failure));
        }

        private void stop() {
            end();
        }

        private RotaSolver.Solved run(Consumer<RotaSolver.Improvement> listener) {
            thread = Thread.currentThread();
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            begun.add(this);
            try {
                while (!ended) {
                    acts.take().accept(listener);
                }
                return new RotaSolver.Solved(Rota.empty(problem), best, Duration.ofSeconds(1), 10, 10, "script");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                running.decrementAndGet();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
