package org.oncall.rota.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Score;
import org.oncall.rota.solver.RotaSolver;

/** One line on the terminal that says how far the search has come; nothing where nobody is watching. */
final class Progress implements AutoCloseable {
    private static final long BETWEEN_LINES_MILLIS = 200;
    private static final String CLEARED = "\r" + " ".repeat(60) + "\r";

    private final PrintWriter out;
    /** Told by the launcher: Java itself cannot tell a terminal from a file on every supported version. */
    private final boolean terminal = "1".equals(System.getenv("ROTA_TERMINAL"));

    private final Timer timer = new Timer("rota-progress", true);
    private final long start = System.nanoTime();
    private volatile @Nullable Score best;
    private boolean closed;

    Progress(PrintWriter out) {
        this.out = out;
        if (terminal) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            show();
                        }
                    },
                    0,
                    BETWEEN_LINES_MILLIS);
        }
    }

    void improved(RotaSolver.Improvement improvement) {
        best = improvement.score();
    }

    private synchronized void show() {
        if (closed) {
            return;
        }
        Score score = best;
        out.printf(
                Locale.UK,
                "\r%6.1f s  %s        ",
                (System.nanoTime() - start) / 1e9,
                score == null ? "starting" : score.toString());
        out.flush();
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
        if (terminal) {
            out.print(CLEARED);
            out.flush();
        }
    }
}
