package org.oncall.rota.rules;

import org.jspecify.annotations.Nullable;

/** One rule of the book: its id, level, default weight, sentence, and (in the subclasses) its check. */
public abstract sealed class Rule permits MemberRule, TierRule, RotationRule {
    private final String id;
    private final Level level;
    private final int defaultWeight;
    private final String description;

    Rule(String id, Level level, int defaultWeight, String description) {
        this.id = id;
        this.level = level;
        this.defaultWeight = defaultWeight;
        this.description = description;
    }

    public final String id() {
        return id;
    }

    public final Level level() {
        return level;
    }

    /** Weight in a problem that does not set one; 1 for hard and medium rules, which cannot be changed. */
    public final int defaultWeight() {
        return defaultWeight;
    }

    /** The rule in one sentence, with the measure of its breach. */
    public final String description() {
        return description;
    }

    /** Weight of this rule in the given problem. */
    public final int weight(RuleFacts facts) {
        @Nullable Integer changed = facts.problem().weights().get(id);
        return changed != null ? changed : defaultWeight;
    }

    /** Whether the rule can have a breach at all in the problem; where not, nobody need look. */
    public boolean applies(RuleFacts facts) {
        return true;
    }

    /** A breach of this rule, for people. */
    public abstract String sentence(RuleFacts facts, Breach breach);
}
