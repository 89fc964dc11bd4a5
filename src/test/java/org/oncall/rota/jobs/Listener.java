package org.oncall.rota.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hears of a solve, and lets a test wait for it. */
final class Listener implements Consumer<Solve> {
    private final BlockingQueue<Solve> told = new LinkedBlockingQueue<>();

    @Override
    public void accept(Solve solve) {
        told.add(solve);
    }

    Solve next() {
        try {
            Solve solve = told.poll(10, TimeUnit.SECONDS);
            assertThat(solve).as("something told").isNotNull();
            return solve;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What is told next but for the elapsed time alone. */
    Solve nextNews(Solve last) {
        Solve solve = next();
        return solve.status() == last.status() && java.util.Objects.equals(solve.score(), last.score())
                ? nextNews(last)
                : solve;
    }

    List<SolveStatus> statusesToTheEnd() {
        List<SolveStatus> statuses = new ArrayList<>();
        Solve solve;
        do {
            solve = next();
            if (statuses.isEmpty() || statuses.getLast() != solve.status()) {
                statuses.add(solve.status());
            }
        } while (!solve.status().isFinal());
        return statuses;
    }

    boolean nothingMore() {
        return told.isEmpty();
    }
}
