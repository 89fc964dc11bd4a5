package org.oncall.rota.teams;

import java.util.List;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;

/** Something asked for that is not done, by fault of whoever asked or because somebody else was first. Undoes the transaction. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why it is not done. */
    public enum Kind {
        /** There is no such thing. */
        ABSENT,
        /** It must be said which version is meant to be changed. */
        UNCONDITIONAL,
        /** It is no longer, or not yet, as whoever asked believes. */
        CHANGED,
        /** It cannot be done as things stand. */
        CONFLICT,
        /** As much is under way as the service takes; it can be done later. */
        BUSY,
        /** What was sent is not JSON of this shape. */
        WRONG_SHAPE,
        /** What was sent has the right shape, but cannot be meant. */
        WRONG
    }

    private final Kind kind;
    private final transient List<Issue> issues;

    private Refusal(Kind kind, String sentence, List<Issue> issues) {
        super(sentence);
        this.kind = kind;
        this.issues = List.copyOf(issues);
    }

    static Refusal absent(String sentence) {
        return new Refusal(Kind.ABSENT, sentence, List.of());
    }

    static Refusal unconditional(String sentence) {
        return new Refusal(Kind.UNCONDITIONAL, sentence, List.of());
    }

    static Refusal changed(String sentence) {
        return new Refusal(Kind.CHANGED, sentence, List.of());
    }

    static Refusal conflict(String sentence, List<Issue> issues) {
        return new Refusal(Kind.CONFLICT, sentence, issues);
    }

    static Refusal busy(String sentence) {
        return new Refusal(Kind.BUSY, sentence, List.of());
    }

    static Refusal wrong(Intake.Refused refused) {
        return wrong(refused.isOfWrongShape() ? Kind.WRONG_SHAPE : Kind.WRONG, refused.issues());
    }

    static Refusal wrong(Issue issue) {
        return wrong(issue.kind() == Issue.Kind.SHAPE ? Kind.WRONG_SHAPE : Kind.WRONG, List.of(issue));
    }

    static Refusal wrong(String code, String pointer, String sentence) {
        return wrong(Kind.WRONG, List.of(new Issue(Issue.Kind.MEANING, code, pointer, sentence)));
    }

    private static Refusal wrong(Kind kind, List<Issue> issues) {
        String sentence = issues.size() == 1
                ? "One thing is wrong with the request."
                : issues.size() + " things are wrong with the request.";
        return new Refusal(kind, sentence, issues);
    }

    /** The same, of something that was sent as a part: its issues by their places in the whole. */
    Refusal under(String place) {
        return new Refusal(
                kind,
                String.valueOf(getMessage()),
                issues.stream().map(issue -> issue.at(place + issue.pointer())).toList());
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong in particular; none where the message says it all. */
    public List<Issue> issues() {
        return issues;
    }
}
