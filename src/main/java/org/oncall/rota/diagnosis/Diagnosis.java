package org.oncall.rota.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Gap;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.proof.Proof;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.proof.Repair;
import org.oncall.rota.proof.RepairResult;
import org.oncall.rota.rules.Level;

/**
 * Whether a legal and complete rota exists, and where none does, why, and what would have to change. Each way out was solved
 * for, and the rota that shows it was audited: two readings of the rules agree on it.
 *
 * @param proof the verdict, and the conflict where there is one
 * @param repair the cheapest changes that make a legal and complete rota possible; null unless it was proved impossible
 * @param closings by id of the gap: the cheapest single change that closes it; only of gaps that were looked at
 */
public record Diagnosis(ProofResult proof, @Nullable RepairResult repair, Map<String, RepairResult> closings) {
    /** How many gaps are explained: in a rota full of them all have one reason, and nobody reads more. */
    public static final int MOST_GAPS = 20;

    /** So that no proof needs more memory than a service has. */
    private static final long MOST_CONSTRAINTS = 1_000_000;

    public Diagnosis {
        closings = Collections.unmodifiableMap(new LinkedHashMap<>(closings));
    }

    /**
     * How long the parts may take, each at most.
     *
     * @param decision whether a legal and complete rota exists
     * @param conflict why none does
     * @param repair what would have to change, for all gaps together
     * @param closings what would close each gap, all of them together
     */
    public record Limits(Duration decision, Duration conflict, Duration repair, Duration closings) {
        public static final Limits DEFAULT =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    /** Of a problem that has no rota yet. */
    public static Diagnosis of(RotaProblem problem, Limits limits) {
        return of(Rota.empty(problem), List.of(), limits, () -> false);
    }

    /**
     * Of a rota.
     *
     * @param stopped whether to look no further; what is found by then is kept
     */
    public static Diagnosis of(AuditReport report, Limits limits, BooleanSupplier stopped) {
        return of(report.rota(), report.gaps(), limits, stopped);
    }

    private static Diagnosis of(Rota rota, List<Gap> gaps, Limits limits, BooleanSupplier stopped) {
        RotaProblem problem = rota.problem();
        if (size(problem) > MOST_CONSTRAINTS) {
            return new Diagnosis(
                    new ProofResult.Unknown("The rota is too large for a proof: it would need about " + size(problem)
                            + " constraints, and proofs are made with up to " + MOST_CONSTRAINTS + "."),
                    null,
                    Map.of());
        }
        ProofResult proof = stopped.getAsBoolean()
                ? new ProofResult.Unknown("It was stopped before it was decided.")
                : Proof.decide(problem, limits.decision(), limits.conflict());
        if (proof instanceof ProofResult.Possible(Rota complete)
                && !isRight(complete, Set.copyOf(problem.slots()), Set.of())) {
            proof = new ProofResult.Unknown("The proof shows a rota of which the audit finds that it breaks a rule.");
        }
        RepairResult repair = null;
        if (proof instanceof ProofResult.Impossible && !stopped.getAsBoolean()) {
            repair = confirmed(Proof.repair(problem, rota, limits.repair()), Set.copyOf(problem.slots()));
        }
        return new Diagnosis(proof, repair, closings(proof, rota, gaps, limits.closings(), stopped));
    }

    /** About how many constraints the problem has: for each member and day, one a tier and one a day of rest after it. */
    private static long size(RotaProblem problem) {
        long days = 0;
        for (RotationSchedule schedule : problem.schedules()) {
            Rotation rotation = schedule.rotation();
            long restDays = Math.max(rotation.restDays(), rotation.festive().restDays());
            days += (long) schedule.planned().size()
                    * (2L * rotation.tiers().size() + restDays + 2 + 3L * rotation.supervisedStints());
        }
        return days * problem.team().members().size();
    }

    private static Map<String, RepairResult> closings(
            ProofResult proof, Rota rota, List<Gap> gaps, Duration limit, BooleanSupplier stopped) {
        long end = System.nanoTime() + limit.toNanos();
        Map<String, RepairResult> result = new LinkedHashMap<>();
        if (proof instanceof ProofResult.NotAvailable) {
            return result;
        }
        List<Gap> first = gaps.subList(0, Math.min(MOST_GAPS, gaps.size()));
        for (int g = 0; g < first.size(); g++) {
            Duration left = Duration.ofNanos(end - System.nanoTime()).dividedBy(first.size() - g);
            if (left.isNegative() || left.isZero() || stopped.getAsBoolean()) {
                break;
            }
            Gap gap = first.get(g);
            if (proof instanceof ProofResult.Possible(Rota complete)) {
                result.put(gap.id(), new RepairResult.NotNeeded(complete));
                continue;
            }
            Set<Slot> slots = slots(rota, gap);
            Set<Slot> held = new HashSet<>(rota.holders().keySet());
            held.addAll(slots);
            result.put(gap.id(), confirmed(Proof.close(rota, slots, left), held));
        }
        return result;
    }

    /** The slots of the gap: those from its first that nobody holds. */
    private static Set<Slot> slots(Rota rota, Gap gap) {
        List<Slot> slots = new ArrayList<>();
        for (RotationSchedule schedule : rota.problem().schedules()) {
            for (Tier tier : schedule.rotation().tiers()) {
                schedule.planned().stream()
                        .filter(day -> schedule.rotation().id().equals(gap.rotation())
                                && tier.id().equals(gap.tier())
                                && gap.span().overlaps(day.span()))
                        .map(day -> new Slot(gap.rotation(), gap.tier(), day.date()))
                        .filter(slot -> rota.holder(slot) == null)
                        .forEach(slots::add);
            }
        }
        return Set.copyOf(slots);
    }

    /** Only what the audit, which reads the rules for itself, finds right too. */
    private static RepairResult confirmed(RepairResult result, Set<Slot> held) {
        return switch (result) {
            case RepairResult.Found(Repair repair) ->
                isRight(repair.rota(), held, repair.rulesGivenUp()) ? result : new RepairResult.Undecided();
            case RepairResult.NotNeeded(Rota rota) ->
                isRight(rota, held, Set.of()) ? result : new RepairResult.Undecided();
            case RepairResult.None none -> none;
            case RepairResult.Undecided undecided -> undecided;
        };
    }

    private static boolean isRight(Rota rota, Set<Slot> held, Set<String> rulesGivenUp) {
        return rota.holders().keySet().containsAll(held)
                && Audit.of(rota).rules().stream()
                        .filter(rule -> rule.rule().level() == Level.HARD)
                        .allMatch(rule -> rule.size() == 0
                                || rulesGivenUp.contains(rule.rule().id()));
    }
}
