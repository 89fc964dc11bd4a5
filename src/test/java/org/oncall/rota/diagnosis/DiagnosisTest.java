package org.oncall.rota.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.proof.Change;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.proof.RepairResult;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class DiagnosisTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Diagnosis.Limits LIMITS = new Diagnosis.Limits(MINUTE, MINUTE, MINUTE, MINUTE);

    /** Everybody is away on 20 January and from 10 to 13 February. */
    private static RotaProblem impossible() {
        ProblemBuilder problem = ProblemBuilder.problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"));
        for (String name : List.of("Ana", "Bo", "Cy", "Di")) {
            problem.member(
                    MemberBuilder.member(name).leave("2027-01-20", "2027-01-20").leave("2027-02-10", "2027-02-13"));
        }
        return problem.build();
    }

    private static Rota bestOf(RotaProblem problem) {
        return Draft.of(problem)
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Cy", "primary", "2027-01-21", 5)
                .put("Di", "primary", "2027-01-26", 7)
                .put("Ana", "primary", "2027-02-02", 7)
                .put("Bo", "primary", "2027-02-14", 2)
                .put("Cy", "primary", "2027-02-16", 7)
                .put("Di", "primary", "2027-02-23", 7)
                .rota();
    }

    @Test
    void of_impossibleRota_hasTheConflict_aRepair_andAChangeForEachGap() {
        AuditReport report = Audit.of(bestOf(impossible()));
        assertThat(report.isLegal()).isTrue();

        Diagnosis diagnosis = Diagnosis.of(report, LIMITS, () -> false);

        assertThat(diagnosis.proof()).isInstanceOfSatisfying(ProofResult.Impossible.class, impossible -> {
            assertThat(impossible.conflict()).isNotNull();
            assertThat(impossible.conflict().smallest()).isTrue();
        });
        assertThat(diagnosis.repair()).isInstanceOfSatisfying(RepairResult.Found.class, found -> {
            assertThat(found.repair().price()).isEqualTo(5);
            assertThat(found.repair().cheapest()).isTrue();
        });
        assertThat(diagnosis.closings()).containsOnlyKeys("on-call.primary.2027-01-19", "on-call.primary.2027-02-09");
        assertThat(diagnosis.closings().get("on-call.primary.2027-01-19"))
                .isInstanceOfSatisfying(
                        RepairResult.Found.class,
                        found -> assertThat(found.repair().changes())
                                .singleElement()
                                .extracting(Change::sentence)
                                .asString()
                                .matches("Move \\w+'s leave of 20 January 2027 to another time\\."));
        assertThat(diagnosis.closings().get("on-call.primary.2027-02-09"))
                .isInstanceOfSatisfying(
                        RepairResult.Found.class,
                        found -> assertThat(found.repair().price()).isEqualTo(4));
    }

    @Test
    void of_incompleteRotaOfAPossibleProblem_saysThatEachGapCanBeHeld() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy", "Di")
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"))
                .build();

        Diagnosis diagnosis = Diagnosis.of(Audit.of(bestOf(problem)), LIMITS, () -> false);

        assertThat(diagnosis.proof()).isInstanceOf(ProofResult.Possible.class);
        assertThat(diagnosis.repair()).isNull();
        assertThat(diagnosis.closings())
                .hasSize(2)
                .allSatisfy((gap, closing) -> assertThat(closing).isInstanceOf(RepairResult.NotNeeded.class));
    }

    @Test
    void of_problemAlone_hasNoGapsToClose() {
        Diagnosis diagnosis = Diagnosis.of(impossible(), LIMITS);

        assertThat(diagnosis.proof()).isInstanceOf(ProofResult.Impossible.class);
        assertThat(diagnosis.repair()).isInstanceOf(RepairResult.Found.class);
        assertThat(diagnosis.closings()).isEmpty();
    }

    @Test
    void of_stopped_looksNoFurther() {
        AtomicInteger asked = new AtomicInteger();

        Diagnosis diagnosis = Diagnosis.of(Audit.of(bestOf(impossible())), LIMITS, () -> {
            asked.incrementAndGet();
            return true;
        });

        assertThat(asked).hasPositiveValue();
        assertThat(diagnosis.proof()).isInstanceOf(ProofResult.Unknown.class);
        assertThat(diagnosis.closings()).isEmpty();
    }

    @Test
    void of_moreThanFitsIntoMemory_isNotDecided_andSaysWhy() {
        ProblemBuilder problem = ProblemBuilder.problem().period("2027-01-05", "2028-12-26");
        for (int m = 0; m < 110; m++) {
            problem.member(MemberBuilder.member("Member" + m));
        }

        Diagnosis diagnosis = Diagnosis.of(problem.build(), LIMITS);

        assertThat(diagnosis.proof())
                .isInstanceOfSatisfying(
                        ProofResult.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("proofs are made with up to 1000000"));
    }

    @Test
    void sentence_noLibrary_saysThatNoProofWasMade() {
        assertThat(Sentences.of(new ProofResult.NotAvailable("The library could not be loaded.")))
                .isEqualTo("No proof was made. The library could not be loaded.");
    }
}
