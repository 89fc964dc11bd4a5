package org.oncall.rota.jobs;

/**
 * Where a solve stands. The legal sequences are
 *
 * <ul>
 *   <li>{@code QUEUED -> SOLVING -> SOLVED}: it searched to its limit
 *   <li>{@code QUEUED -> SOLVING -> STOPPED}: it was stopped while it searched, and keeps the best rota so far
 *   <li>{@code QUEUED -> SOLVING -> FAILED}: the search threw
 *   <li>{@code QUEUED -> STOPPED}: it was stopped before it searched, and has no rota
 * </ul>
 *
 * Every solve begins as {@code QUEUED}, even if only for a moment, and none leaves a final status.
 */
public enum SolveStatus {
    /** Waits for its turn. */
    QUEUED,
    /** Searches; it has a rota as soon as there is a first one. */
    SOLVING,
    /** Final: searched to its limit. */
    SOLVED,
    /** Final: ended early because somebody asked, or because the service shut down. */
    STOPPED,
    /** Final: ended by an error of ours, which is in the log. */
    FAILED;

    /** Whether no other status follows. */
    public boolean isFinal() {
        return this == SOLVED || this == STOPPED || this == FAILED;
    }
}
