package org.oncall.rota.solver;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/**
 * A slot to fill. Identity is the object's own: equality by the planning variable would corrupt the search.
 *
 * <p>Only people whom nothing about the day and the tier forbids are in its value range, so that no move wastes time on
 * the others; the rules that forbid them are still scored.
 */
@PlanningEntity
public class SlotEntity {
    @PlanningId
    private final int id;

    private final RuleFacts facts;
    private final int rotation;
    private final int tier;
    private final int day;
    private final TierKey tierKey;

    @PlanningPin
    private final boolean pinned;

    @ValueRangeProvider(id = "eligible")
    private final List<Person> eligible;

    @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "eligible")
    private @Nullable Person person;

    SlotEntity(
            int id,
            RuleFacts facts,
            TierKey tierKey,
            int day,
            List<Person> eligible,
            @Nullable Person person,
            boolean pinned) {
        this.id = id;
        this.facts = facts;
        this.tierKey = tierKey;
        this.rotation = tierKey.rotation();
        this.tier = tierKey.tier();
        this.day = day;
        this.eligible = eligible;
        this.person = person;
        this.pinned = pinned;
    }

    /** A copy that can be held by another without changing this one. */
    SlotEntity copy() {
        return new SlotEntity(id, facts, tierKey, day, eligible, person, pinned);
    }

    public int getId() {
        return id;
    }

    /** Index of the rotation. */
    public int rotation() {
        return rotation;
    }

    /** Index of the tier in its rotation. */
    public int tier() {
        return tier;
    }

    /** Planned index of the day. */
    public int day() {
        return day;
    }

    TierKey tierKey() {
        return tierKey;
    }

    RuleFacts facts() {
        return facts;
    }

    RotationFacts rotationFacts() {
        return facts.rotation(rotation);
    }

    public boolean isPinned() {
        return pinned;
    }

    public List<Person> getEligible() {
        return eligible;
    }

    public @Nullable Person getPerson() {
        return person;
    }

    public void setPerson(@Nullable Person person) {
        this.person = person;
    }

    /** Index of who holds the slot, or {@link RuleFacts#NOBODY}. */
    int holder() {
        Person holder = person;
        return holder == null ? RuleFacts.NOBODY : holder.index();
    }

    boolean isEligible(Person candidate) {
        return rotationFacts().isEligible(candidate.index(), tier, day);
    }

    @Override
    public String toString() {
        return rotationFacts().rotation().tiers().get(tier).id() + "@" + day;
    }
}
