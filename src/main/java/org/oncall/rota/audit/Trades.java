package org.oncall.rota.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/**
 * What it would do to one member to give some days and take others: the rules about members alone, so that very many
 * exchanges can be looked at, member by member. What people break or cost together is left to an audit of the few that are
 * promising. Not safe for several threads.
 */
public final class Trades {
    private final RuleFacts facts;
    private final boolean relieved;
    private final List<MemberTimeline> timelines;
    private final Map<Slot, int[]> places = new HashMap<>();
    private final List<MemberRule> hard;
    private final List<MemberRule> soft;
    private final Map<Integer, long[]> now = new HashMap<>();

    /**
     * Prepares to look at trades.
     *
     * @param without ids of soft rules that are not looked at
     * @param relieved whether days that are given do not end the stint that they lie in
     */
    public Trades(Rota rota, Set<String> without, boolean relieved) {
        this.relieved = relieved;
        this.facts = new RuleFacts(rota);
        this.timelines = new Views(facts, rota).timelines();
        this.hard = rules(Level.HARD, Set.of());
        this.soft = rules(Level.SOFT, without);
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            List<Tier> tiers = rotation.rotation().tiers();
            for (int t = 0; t < tiers.size(); t++) {
                for (int p = 0; p < rotation.plannedDays(); p++) {
                    Slot slot = new Slot(
                            rotation.rotation().id(),
                            tiers.get(t).id(),
                            rotation.day(rotation.firstPlanned() + p).date());
                    places.put(slot, new int[] {r, t, p});
                }
            }
        }
    }

    private List<MemberRule> rules(Level level, Set<String> without) {
        return RuleBook.rules().stream()
                .filter(rule -> rule.level() == level && rule.applies(facts) && rule.weight(facts) != 0)
                .filter(rule -> !without.contains(rule.id()))
                .filter(MemberRule.class::isInstance)
                .map(MemberRule.class::cast)
                .toList();
    }

    /**
     * How much more the member would cost; null where they would break more of the hard rules.
     *
     * @param gives slots that the member holds
     * @param takes slots that the member does not hold
     */
    public @Nullable Long cost(MemberId member, List<Slot> gives, List<Slot> takes) {
        int m = facts.indexOf(member);
        MemberTimeline timeline = timelines.get(m);
        long[] before = now.computeIfAbsent(m, index -> new long[] {sum(hard, timeline), sum(soft, timeline)});
        change(timeline, gives, List.of());
        List<int[]> handedOver = relieve(timeline, gives);
        long without = sum(hard, timeline);
        change(timeline, List.of(), takes);
        // A breach that ends by giving does not make up for one that begins by taking.
        boolean breaks = sum(hard, timeline) > Math.min(before[0], without);
        Long cost = breaks ? null : Long.valueOf(sum(soft, timeline) - before[1]);
        handedOver.forEach(place -> timeline.unrelieve(place[0], place[2]));
        change(timeline, takes, gives);
        return cost;
    }

    /** The places of the days that were not handed over before, and are now. */
    private List<int[]> relieve(MemberTimeline timeline, List<Slot> gives) {
        return !relieved
                ? List.of()
                : gives.stream()
                        .map(this::place)
                        .filter(place -> timeline.relieve(place[0], place[2]))
                        .toList();
    }

    private void change(MemberTimeline timeline, List<Slot> gives, List<Slot> takes) {
        for (Slot slot : gives) {
            int[] place = place(slot);
            timeline.release(place[0], place[1], place[2]);
        }
        for (Slot slot : takes) {
            int[] place = place(slot);
            timeline.hold(place[0], place[1], place[2]);
        }
    }

    private int[] place(Slot slot) {
        int[] place = places.get(slot);
        if (place == null) {
            throw new IllegalArgumentException("The slot (" + slot.id() + ") is not one of the rota.");
        }
        return place;
    }

    private long sum(List<MemberRule> rules, MemberTimeline timeline) {
        long sum = 0;
        for (MemberRule rule : rules) {
            sum += rule.weight(facts) * rule.size(timeline);
        }
        return sum;
    }
}
