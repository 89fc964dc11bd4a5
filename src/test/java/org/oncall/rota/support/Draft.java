package org.oncall.rota.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Breach;
import org.oncall.rota.rules.BreachSink;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierLine;
import org.oncall.rota.rules.TierRule;

/** A rota on paper: put people on days, then ask what a rule finds. Whatever nobody was put on is a gap. */
public final class Draft {
    private final RotaProblem problem;
    private final RuleFacts facts;
    private final Map<Slot, MemberId> holders = new LinkedHashMap<>();

    /**
     * What a rule found.
     *
     * @param member the name, or {@code nobody}
     */
    public record Found(long size, String member, String sentence, Interval when) {}

    private Draft(RotaProblem problem) {
        this.problem = problem;
        this.facts = new RuleFacts(problem);
    }

    public static Draft of(ProblemBuilder problem) {
        return new Draft(problem.build());
    }

    public static Draft of(RotaProblem problem) {
        return new Draft(problem);
    }

    /** Puts the member on each on-call day of so many dates running, in the first rotation, in place of whoever was. */
    public Draft put(String name, String tier, String first, int days) {
        return put(name, problem.schedules().getFirst().rotation().id().value(), tier, first, days);
    }

    public Draft put(String name, String rotation, String tier, String first, int days) {
        LocalDate start = LocalDate.parse(first);
        List<Slot> slots = problem.slots().stream()
                .filter(slot -> slot.rotation().value().equals(rotation)
                        && slot.tier().value().equals(tier))
                .filter(slot -> !slot.date().isBefore(start) && slot.date().isBefore(start.plusDays(days)))
                .toList();
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("There is no slot of " + rotation + "." + tier + " from " + first + ".");
        }
        slots.forEach(slot -> holders.put(slot, MemberBuilder.id(name)));
        return this;
    }

    public RuleFacts facts() {
        return facts;
    }

    public Rota rota() {
        return new Rota(problem, holders);
    }

    /** The sum of what the rule found. */
    public long total(String rule) {
        return breaches(rule).stream().mapToLong(Found::size).sum();
    }

    /** What the rule found as name and size, such as {@code Ana 3}. */
    public List<String> charges(String rule) {
        return breaches(rule).stream()
                .map(found -> found.member() + " " + found.size())
                .toList();
    }

    public List<String> sentences(String rule) {
        return breaches(rule).stream().map(Found::sentence).toList();
    }

    /** What the rule found, by member or by tier; fails where the solver's way of summing says anything else. */
    public List<Found> breaches(String id) {
        Rule rule = RuleBook.find(id).orElseThrow();
        List<Breach> breaches = new ArrayList<>();
        BreachSink sink = (size, member, rotation, tier, first, last, have, want) ->
                breaches.add(new Breach(size, member, rotation, tier, first, last, have, want));
        long sizes = 0;
        switch (rule) {
            case MemberRule memberRule -> {
                for (int m = 0; m < facts.memberCount(); m++) {
                    MemberTimeline timeline = timeline(m);
                    memberRule.check(timeline, sink);
                    sizes += memberRule.size(timeline);
                }
            }
            case TierRule tierRule -> {
                for (int r = 0; r < facts.rotationCount(); r++) {
                    for (int t = 0; t < facts.rotation(r).tierCount(); t++) {
                        TierLine line = line(r, t);
                        tierRule.check(line, sink);
                        sizes += tierRule.size(line);
                    }
                }
            }
            case RotationRule rotationRule -> {
                for (int r = 0; r < facts.rotationCount(); r++) {
                    RotationBoard board = board(r);
                    rotationRule.check(board, sink);
                    sizes += rotationRule.size(board);
                }
            }
        }
        long collected = breaches.stream().mapToLong(Breach::size).sum();
        if (collected != sizes) {
            throw new AssertionError(id + " sums to " + sizes + " but reports " + collected);
        }
        if (!rule.applies(facts) && !breaches.isEmpty()) {
            throw new AssertionError(id + " does not apply but reports " + breaches);
        }
        return breaches.stream()
                .map(breach -> new Found(
                        breach.size(), name(breach.member()), rule.sentence(facts, breach), facts.when(breach)))
                .toList();
    }

    /** What the named member holds. */
    public MemberTimeline timeline(String name) {
        return timeline(facts.indexOf(MemberBuilder.id(name)));
    }

    private MemberTimeline timeline(int member) {
        MemberTimeline timeline = new MemberTimeline(facts, member);
        for (int r = 0; r < facts.rotationCount(); r++) {
            for (int t = 0; t < facts.rotation(r).tierCount(); t++) {
                for (int p = 0; p < facts.rotation(r).plannedDays(); p++) {
                    if (holder(r, t, p) == member) {
                        timeline.hold(r, t, p);
                    }
                }
            }
        }
        return timeline;
    }

    private TierLine line(int rotation, int tier) {
        TierLine line = new TierLine(facts.rotation(rotation), tier);
        for (int p = 0; p < facts.rotation(rotation).plannedDays(); p++) {
            line.set(p, holder(rotation, tier, p));
        }
        return line;
    }

    private RotationBoard board(int rotation) {
        RotationBoard board = new RotationBoard(facts, rotation);
        for (int t = 0; t < facts.rotation(rotation).tierCount(); t++) {
            for (int p = 0; p < facts.rotation(rotation).plannedDays(); p++) {
                board.set(t, p, holder(rotation, t, p));
            }
        }
        return board;
    }

    private int holder(int rotation, int tier, int plannedDay) {
        RotationFacts r = facts.rotation(rotation);
        MemberId holder = holders.get(new Slot(
                r.rotation().id(),
                r.rotation().tiers().get(tier).id(),
                r.day(r.firstPlanned() + plannedDay).date()));
        return holder == null ? RuleFacts.NOBODY : facts.indexOf(holder);
    }

    private String name(int member) {
        return member == RuleFacts.NOBODY ? "nobody" : facts.member(member).name();
    }
}
