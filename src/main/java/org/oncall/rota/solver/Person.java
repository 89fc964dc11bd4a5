package org.oncall.rota.solver;

import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RuleFacts;

/** A member as the search sees them: the value of a slot. */
public final class Person {
    private final RuleFacts facts;
    private final int index;

    Person(RuleFacts facts, int index) {
        this.facts = facts;
        this.index = index;
    }

    /** Index of the member in the facts. */
    public int index() {
        return index;
    }

    /** The timeline of this member with nothing in it but history. */
    MemberTimeline emptyTimeline() {
        return new MemberTimeline(facts, index);
    }

    @Override
    public String toString() {
        return facts.member(index).id().value();
    }
}
