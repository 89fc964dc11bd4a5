package org.oncall.rota.intake.ical;

import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.IssueCode;

/** A feed that is not taken, for the first reason that was found. */
public final class BadFeed extends Exception {
    private static final long serialVersionUID = 1;

    private final IssueCode code;

    BadFeed(IssueCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The reason; a calendar has no places to point to, so the sentence names the event. */
    public Issue issue() {
        return new Issue(code.kind(), code.code(), "", String.valueOf(getMessage()));
    }
}
