package org.oncall.rota.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.oncall.rota.solver.RotaSolver;

/** One line on the terminal that says how far the search has come; nothing where nobody is watching. */
final class Progress {
    private static final long LEAST_BETWEEN_MILLIS = 100;

    private final PrintWriter out;
    /** Told by the launcher: Java itself cannot tell a terminal from a file on every supported version. */
    private final boolean terminal = "1".equals(System.getenv("ROTA_TERMINAL"));

    private long shownAtMillis = -LEAST_BETWEEN_MILLIS;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void show(RotaSolver.Improvement improvement) {
        long millis = improvement.elapsed().toMillis();
        if (terminal && millis - shownAtMillis >= LEAST_BETWEEN_MILLIS) {
            shownAtMillis = millis;
            out.printf(Locale.UK, "\r%6.1f s  %s        ", millis / 1000.0, improvement.score());
            out.flush();
        }
    }

    /** Clears the line. */
    void end() {
        if (terminal) {
            out.print("\r" + " ".repeat(60) + "\r");
            out.flush();
        }
    }
}
