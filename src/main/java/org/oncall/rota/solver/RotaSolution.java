package org.oncall.rota.solver;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/** A rota while it is searched for. */
@PlanningSolution(solutionCloner = RotaSolution.Cloner.class)
public class RotaSolution {
    private final RuleFacts facts;

    @ProblemFactCollectionProperty
    private final List<Person> people;

    @PlanningEntityCollectionProperty
    private final List<SlotEntity> slots;

    @ProblemFactProperty
    private final SearchBoard board;

    private ConstraintWeightOverrides<HardMediumSoftScore> weights;

    @PlanningScore
    private @Nullable HardMediumSoftScore score;

    /** A rota in which only what was published is held, by members who still can. */
    RotaSolution(RuleFacts facts) {
        this.facts = facts;
        this.people = new ArrayList<>();
        for (int m = 0; m < facts.memberCount(); m++) {
            people.add(new Person(facts, m));
        }
        this.slots = slots(facts, people);
        this.board = new SearchBoard(facts, people, slots);
        Map<String, HardMediumSoftScore> overrides = new HashMap<>();
        for (Rule rule : RuleBook.rules()) {
            if (!rule.applies(facts)) {
                overrides.put(rule.id(), HardMediumSoftScore.ZERO);
            } else if (rule.weight(facts) != rule.defaultWeight()) {
                overrides.put(rule.id(), HardMediumSoftScore.ofSoft(rule.weight(facts)));
            }
        }
        this.weights = ConstraintWeightOverrides.of(overrides);
    }

    private RotaSolution(RotaSolution original) {
        this.facts = original.facts;
        this.people = original.people;
        this.slots = original.slots.stream().map(SlotEntity::copy).toList();
        this.board = original.board.copy(slots);
        this.weights = original.weights;
        this.score = original.score;
    }

    /** Copies what the search changes, and shares the rest. */
    public static final class Cloner implements SolutionCloner<RotaSolution> {
        @Override
        public RotaSolution cloneSolution(RotaSolution original) {
            return new RotaSolution(original);
        }
    }

    private static List<SlotEntity> slots(RuleFacts facts, List<Person> people) {
        List<SlotEntity> result = new ArrayList<>();
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            for (int t = 0; t < rotation.tierCount(); t++) {
                TierKey key = new TierKey(r, t);
                for (int p = 0; p < rotation.plannedDays(); p++) {
                    List<Person> eligible = new ArrayList<>();
                    for (Person person : people) {
                        if (rotation.isEligible(person.index(), t, p)) {
                            eligible.add(person);
                        }
                    }
                    int published = rotation.publishedHolder(t, p);
                    int fixed = rotation.fixedHolder(t, p);
                    int held = fixed == RuleFacts.NOBODY
                                    && published != RuleFacts.NOBODY
                                    && rotation.isEligible(published, t, p)
                            ? published
                            : fixed;
                    result.add(new SlotEntity(
                            result.size(),
                            facts,
                            key,
                            p,
                            List.copyOf(eligible),
                            held == RuleFacts.NOBODY ? null : people.get(held),
                            fixed != RuleFacts.NOBODY));
                }
            }
        }
        return result;
    }

    public RuleFacts facts() {
        return facts;
    }

    public List<Person> getPeople() {
        return people;
    }

    public List<SlotEntity> getSlots() {
        return slots;
    }

    public SearchBoard getBoard() {
        return board;
    }

    public ConstraintWeightOverrides<HardMediumSoftScore> getWeights() {
        return weights;
    }

    public void setWeights(ConstraintWeightOverrides<HardMediumSoftScore> weights) {
        this.weights = weights;
    }

    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }

    /** Has the slots held as in the rota, but for those that are pinned or whose holder there may not hold them. */
    void hold(Rota rota) {
        for (SlotEntity slot : slots) {
            MemberId holder = rota.holder(identity(slot));
            Person person = holder == null ? null : people.get(facts.indexOf(holder));
            if (!slot.isPinned() && (person == null || slot.getEligible().contains(person))) {
                slot.setPerson(person);
            }
        }
    }

    /** The rota as it is now, as a value. */
    Rota toRota() {
        Map<Slot, MemberId> holders = new HashMap<>();
        for (SlotEntity slot : slots) {
            @Nullable Person person = slot.getPerson();
            if (person != null) {
                holders.put(identity(slot), facts.member(person.index()).id());
            }
        }
        return new Rota(facts.problem(), holders);
    }

    private static Slot identity(SlotEntity slot) {
        RotationFacts rotation = slot.rotationFacts();
        Tier tier = rotation.rotation().tiers().get(slot.tier());
        return new Slot(
                rotation.rotation().id(),
                tier.id(),
                rotation.day(rotation.firstPlanned() + slot.day()).date());
    }
}
