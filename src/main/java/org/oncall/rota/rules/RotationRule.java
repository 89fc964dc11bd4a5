package org.oncall.rota.rules;

/** A rule that looks at the people on call together in one rotation. */
public abstract non-sealed class RotationRule extends Rule {
    RotationRule(String id, Level level, int defaultWeight, String description) {
        super(id, level, defaultWeight, description);
    }

    /** Reports each breach in the rotation. */
    public abstract void check(RotationBoard board, BreachSink sink);

    /** The sum of the sizes of all breaches; allocates nothing. */
    public final long size(RotationBoard board) {
        check(board, board.sizes);
        return board.sizes.take();
    }
}
