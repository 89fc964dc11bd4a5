package org.oncall.rota.cli;

import org.oncall.rota.audit.AuditReport;

/** What a command says to the shell. */
final class ExitCode {
    static final int CLEAN = 0;
    static final int ILLEGAL = 1;
    static final int BAD_INPUT = 2;
    static final int GAPS = 3;

    /** Another server refused or could not be reached; what was done before stays. */
    static final int REMOTE = 75;

    /** The command itself failed: a fault of ours, told apart from what it says of a rota. */
    static final int FAILED = 70;

    private ExitCode() {}

    static int of(AuditReport report) {
        if (!report.isLegal()) {
            return ILLEGAL;
        }
        return report.isComplete() ? CLEAN : GAPS;
    }
}
