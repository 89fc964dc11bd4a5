package org.oncall.rota.proof;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.proof.ProofResult.Impossible;
import org.oncall.rota.proof.ProofResult.NotAvailable;
import org.oncall.rota.proof.ProofResult.Possible;
import org.oncall.rota.proof.ProofResult.Unknown;

/** Decides whether a legal and complete rota exists. The same problem gives the same answer, given time enough. */
public final class Proof {
    /** More than any rota that is only looked at has ever needed. */
    private static final Duration CHECK_LIMIT = Duration.ofMinutes(1);

    private Proof() {}

    /** Why no proofs can be made here; null where they can. The first call loads the native library. */
    public static @Nullable String failure() {
        return Natives.failure();
    }

    /** Whether a legal and complete rota exists, in at most that time, without asking why where none does. */
    public static ProofResult decide(RotaProblem problem, Duration limit) {
        return decide(problem, limit, Duration.ZERO);
    }

    /**
     * Whether a legal and complete rota exists, and where none does, why.
     *
     * @param limit most time for the decision
     * @param forConflict most time to look for the smallest conflict and its repairs after it; zero: do not look
     */
    public static ProofResult decide(RotaProblem problem, Duration limit, Duration forConflict) {
        return decide(problem, limit, forConflict, Natives::failure);
    }

    static ProofResult decide(
            RotaProblem problem, Duration limit, Duration forConflict, Supplier<@Nullable String> failure) {
        String reason = failure.get();
        if (reason != null) {
            return new NotAvailable(reason);
        }
        Prover.Answer answer = new Prover(problem, limit).ask(fact -> true);
        return switch (answer.verdict()) {
            case POSSIBLE -> new Possible(Objects.requireNonNull(answer.rota()));
            case IMPOSSIBLE ->
                new Impossible(forConflict.isZero() ? null : new ConflictSearch(problem, forConflict).find());
            case UNDECIDED ->
                new Unknown("Whether a legal and complete rota exists was not decided within "
                        + limit.toMillis() / 1000.0 + " s.");
        };
    }

    /**
     * The cheapest changes to the problem after which every slot can be held.
     *
     * @param near a rota of the problem, from which the search begins
     */
    public static RepairResult repair(RotaProblem problem, Rota near, Duration limit) {
        return repair(problem, near, slot -> true, false, limit);
    }

    /**
     * The cheapest single change to the problem after which a gap of its rota can be closed, with every slot still held
     * that is.
     *
     * @param gap the slots of the gap
     */
    public static RepairResult close(Rota rota, Set<Slot> gap, Duration limit) {
        return repair(rota.problem(), rota, slot -> gap.contains(slot) || rota.holder(slot) != null, true, limit);
    }

    private static RepairResult repair(
            RotaProblem problem, Rota near, Predicate<Slot> wanted, boolean single, Duration limit) {
        requireLibrary();
        return new RepairSearch(problem, near, wanted, single, Deadline.in(limit)).find();
    }

    /**
     * The legal rota with the fewest gaps, and among those with the fewest moved slots, against what was published; null
     * where none was found in that time, or none exists because frozen slots break hard rules among themselves.
     *
     * @param near a rota of the problem, from which the search begins
     */
    public static @Nullable Nearest nearest(RotaProblem problem, Rota near, Duration limit) {
        requireLibrary();
        return new NearestSearch(problem, near, Deadline.in(limit)).find();
    }

    /** Whether the rota keeps every hard rule, gaps and frozen slots aside; fails where the library is not there. */
    public static boolean isLegal(Rota rota) {
        return keeps(rota, fact -> true);
    }

    /** Whether the rota keeps that hard rule, whatever it does to the others. */
    static boolean keeps(Rota rota, HardRule rule) {
        return keeps(rota, fact -> fact.rule().equals(rule.id));
    }

    private static boolean keeps(Rota rota, Predicate<Fact> wanted) {
        requireLibrary();
        return new Prover(rota.problem(), CHECK_LIMIT).allows(rota, wanted);
    }

    private static void requireLibrary() {
        String reason = Natives.failure();
        if (reason != null) {
            throw new IllegalStateException(reason);
        }
    }
}
