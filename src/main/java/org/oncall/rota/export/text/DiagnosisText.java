package org.oncall.rota.export.text;

import org.jspecify.annotations.Nullable;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.diagnosis.Sentences;
import org.oncall.rota.proof.Conflict;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.proof.RepairResult;

/** Whether it can be done at all, what stands against it, and what would have to change. */
public final class DiagnosisText {
    private DiagnosisText() {}

    /** Begins and ends with a line of its own; empty where there is no diagnosis. */
    public static String of(@Nullable Diagnosis diagnosis) {
        if (diagnosis == null) {
            return "";
        }
        StringBuilder result = new StringBuilder("\nProof\n");
        line(result, Sentences.of(diagnosis.proof()));
        if (diagnosis.proof() instanceof ProofResult.Impossible(Conflict conflict) && conflict != null) {
            line(result, Sentences.of(conflict));
            conflict.facts().forEach(fact -> line(result, "- " + fact.sentence()));
            if (!conflict.repairs().isEmpty()) {
                line(result, "A legal and complete rota exists without any one of these:");
                Sentences.enoughAlone(conflict).forEach(sentence -> line(result, "- " + sentence));
            }
        }
        RepairResult repair = diagnosis.repair();
        if (repair != null) {
            line(result, "Cheapest way out: " + Sentences.of(repair, false));
        }
        return result.toString();
    }

    private static void line(StringBuilder result, String text) {
        result.append("  ").append(text).append('\n');
    }
}
