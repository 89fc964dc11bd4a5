package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.support.RandomProblems;

/** The proof and the rule classes read every hard rule alike. */
class ProofAgreementTest {
    private static final int PROBLEMS = 80;
    private static final int ROTAS = 5;

    @Test
    void hardRules_everyOne_isReadByTheProof() {
        assertThat(HardRule.values())
                .extracting(rule -> rule.id)
                .containsExactlyInAnyOrderElementsOf(RuleBook.rules().stream()
                        .filter(rule -> rule.level() == Level.HARD)
                        .map(Rule::id)
                        .toList());
    }

    @Test
    void keeps_rotasByChance_agreesWithTheAuditRuleByRule() {
        List<String> disagreements = new ArrayList<>();
        Map<HardRule, Integer> kept = new EnumMap<>(HardRule.class);
        Map<HardRule, Integer> broken = new EnumMap<>(HardRule.class);
        for (long seed = 0; seed < PROBLEMS; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            for (int i = 0; i < ROTAS; i++) {
                Rota rota = thinned(RandomProblems.rota(problem, 1000 * seed + i), i % 3);
                Set<String> found = brokenRules(rota);
                for (HardRule rule : HardRule.values()) {
                    boolean keeps = Proof.keeps(rota, rule);
                    (keeps ? kept : broken).merge(rule, 1, Integer::sum);
                    if (keeps == found.contains(rule.id)) {
                        disagreements.add("seed " + seed + ", rota " + i + ", " + rule.id + ": "
                                + (keeps ? "kept" : "broken") + " for the proof, not for the audit");
                    }
                }
            }
        }

        assertThat(disagreements).isEmpty();
        for (HardRule rule : HardRule.values()) {
            assertThat(kept.get(rule)).as("rotas that keep %s", rule.id).isGreaterThan(30);
            assertThat(broken.get(rule)).as("rotas that break %s", rule.id).isGreaterThan(10);
        }
    }

    /** Rotas without their breaches, as far as taking people off mends them, are legal for both; and most others for neither. */
    @Test
    void isLegal_mendedRotas_agreesWithTheAudit() {
        int legal = 0;
        int illegal = 0;
        for (long seed = 0; seed < 2 * PROBLEMS; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            Rota rota = RandomProblems.rota(problem, seed);
            for (int step = 0; step < 8; step++) {
                boolean audited = brokenRules(rota).isEmpty();
                assertThat(Proof.isLegal(rota))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(audited);
                legal += audited ? 1 : 0;
                illegal += audited ? 0 : 1;
                if (audited) {
                    break;
                }
                rota = mended(rota);
            }
        }
        assertThat(legal).isGreaterThan(50);
        assertThat(illegal).isGreaterThan(50);
    }

    /** Days that were handed over part no stint, for neither. */
    @Test
    void keeps_daysHandedOver_agreesWithTheAuditRuleByRule() {
        List<String> disagreements = new ArrayList<>();
        int mended = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            Rota rota = handedOver(RandomProblems.rota(problem, 7000 + seed), new SplittableRandom(seed));
            Rota taken = new Rota(rota.problem().withPinned(rota.problem().pinned(), List.of()), rota.holders());
            Set<String> found = brokenRules(rota);
            mended += restMissing(rota) < restMissing(taken) ? 1 : 0;
            for (HardRule rule : List.of(HardRule.BACK_TO_BACK, HardRule.LONG_STINT, HardRule.UNSUPERVISED)) {
                if (Proof.keeps(rota, rule) == found.contains(rule.id)) {
                    disagreements.add("seed " + seed + ", " + rule.id);
                }
            }
        }

        assertThat(disagreements).isEmpty();
        assertThat(mended).isGreaterThan(5);
    }

    private static long restMissing(Rota rota) {
        return Audit.of(rota).costs().getOrDefault("back-to-back", 0L);
    }

    /** With some days handed to others, who are pinned to them, and credited to whoever gave them. */
    private static Rota handedOver(Rota rota, SplittableRandom random) {
        RotaProblem problem = rota.problem();
        Map<Slot, MemberId> holders = new HashMap<>(rota.holders());
        List<Holding> pins = new ArrayList<>();
        List<Holding> history = new ArrayList<>(problem.history());
        List<Credit> credits = new ArrayList<>();
        List<Member> members = problem.team().members();
        for (int i = 0; i < history.size(); i++) {
            MemberId giver = history.get(i).member();
            MemberId taker = members.get(random.nextInt(members.size())).id();
            if (random.nextInt(4) == 0 && !taker.equals(giver)) {
                Slot slot = history.get(i).slot();
                history.set(i, new Holding(slot, taker));
                credits.add(new Credit(slot, taker, giver));
            }
        }
        for (Slot slot : problem.slots()) {
            MemberId giver = holders.get(slot);
            MemberId taker = members.get(random.nextInt(members.size())).id();
            if (random.nextInt(3) == 0 && giver != null && !taker.equals(giver)) {
                holders.put(slot, taker);
                pins.add(new Holding(slot, taker));
                credits.add(new Credit(slot, taker, giver));
            }
        }
        RotaProblem changed = new RotaProblem(
                problem.team(),
                problem.from(),
                problem.to(),
                problem.schedules(),
                history,
                problem.published(),
                problem.now(),
                problem.freezeUntil(),
                problem.weights(),
                pins,
                credits);
        return new Rota(changed, holders);
    }

    private static Set<String> brokenRules(Rota rota) {
        return hardFindings(rota).stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private static List<Finding> hardFindings(Rota rota) {
        return Audit.of(rota).rules().stream()
                .filter(row -> row.rule().level() == Level.HARD)
                .flatMap(row -> row.findings().stream())
                .toList();
    }

    /** Without the last day of each breach. */
    private static Rota mended(Rota rota) {
        Map<Slot, MemberId> holders = new HashMap<>(rota.holders());
        for (Finding finding : hardFindings(rota)) {
            rota.holders().keySet().stream()
                    .filter(slot -> rota.holders().get(slot).equals(finding.member()))
                    .filter(slot ->
                            finding.rotation() == null || finding.rotation().equals(slot.rotation()))
                    .filter(slot -> !slot.date()
                            .isAfter(finding.when()
                                    .end()
                                    .atZone(rota.problem().team().zone())
                                    .toLocalDate()))
                    .max(Comparator.comparing(Slot::date))
                    .ifPresent(holders::remove);
        }
        return new Rota(rota.problem(), holders);
    }

    /** As it is, or with most slots empty, or with all but every other slot empty: fewer held slots break fewer rules. */
    private static Rota thinned(Rota rota, int how) {
        Map<Slot, MemberId> holders = new HashMap<>(rota.holders());
        if (how > 0) {
            holders.keySet().removeIf(slot -> Math.floorMod(slot.hashCode(), how == 1 ? 2 : 5) != 0);
        }
        return new Rota(rota.problem(), holders);
    }
}
