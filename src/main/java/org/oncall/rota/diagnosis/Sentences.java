package org.oncall.rota.diagnosis;

import java.util.List;
import org.oncall.rota.proof.Change;
import org.oncall.rota.proof.Conflict;
import org.oncall.rota.proof.Fact;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.proof.RepairResult;

/** A diagnosis in words. */
public final class Sentences {
    private Sentences() {}

    /** Whether a legal and complete rota exists. */
    public static String of(ProofResult proof) {
        return switch (proof) {
            case ProofResult.Possible possible -> "A legal rota exists in which every slot is held.";
            case ProofResult.Impossible impossible ->
                "No legal rota exists in which every slot is held: this is proved.";
            case ProofResult.Unknown unknown -> unknown.reason();
            case ProofResult.NotAvailable notAvailable -> "No proof was made. " + notAvailable.reason();
        };
    }

    /** What introduces the facts of the conflict. */
    public static String of(Conflict conflict) {
        return conflict.smallest()
                ? "These cannot all be so, and without any one of them the others could:"
                : "These cannot all be so (there may be fewer that cannot; the time was too short to tell):";
    }

    /** The ways out that need no more than one fact of the conflict to be otherwise. */
    public static List<String> enoughAlone(Conflict conflict) {
        return conflict.repairs().stream().map(Fact::sentence).toList();
    }

    /** What would have to change, for one gap or for all. */
    public static String of(RepairResult repair, boolean single) {
        return switch (repair) {
            case RepairResult.Found(var found) ->
                String.join(" ", found.changes().stream().map(Change::sentence).toList())
                        + (found.cheapest() ? "" : " There may be cheaper ways; the time was too short to tell.");
            case RepairResult.NotNeeded notNeeded -> "It can be held as things are: a rota was found in which it is.";
            case RepairResult.None none ->
                single ? "No single change closes it." : "No change of leave, dates, skills or rules would do.";
            case RepairResult.Undecided undecided ->
                "Which change would do was not decided in the time that there was.";
        };
    }
}
