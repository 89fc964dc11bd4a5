package org.oncall.rota.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.rules.Breach;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/**
 * Why a shift is held by whom it is, and what the rota would cost with anybody else in it. Each difference is what an
 * audit of the changed rota would say, less what an audit of this one does.
 *
 * @param first the first slot of the shift or gap, by which it is named
 * @param span from the start of its first on-call day to the end of its last
 * @param holder who holds it; null: it is a gap
 * @param score of the rota as it is
 * @param options every member and nobody, the best first; equal ones by name, nobody after the others
 */
public record Why(Slot first, Interval span, @Nullable Member holder, Score score, List<Option> options) {
    public Why {
        options = List.copyOf(options);
    }

    /** The id of the shift or gap. */
    public String id() {
        return first.id();
    }

    /**
     * The rota with somebody in the whole shift.
     *
     * @param member null: with nobody in it
     * @param isHolder it is so now, and nothing differs
     * @param score of that rota
     * @param difference that score less the score as it is, below 0 where it is better
     * @param rules by rule, where something changes
     * @param causes findings that appear, hard ones first; days running are one finding
     * @param ends findings that disappear, in the same way
     */
    public record Option(
            @Nullable Member member,
            boolean isHolder,
            Score score,
            Score difference,
            List<RuleDifference> rules,
            List<Effect> causes,
            List<Effect> ends) {
        public Option {
            rules = List.copyOf(rules);
            causes = List.copyOf(causes);
            ends = List.copyOf(ends);
        }

        /** Whether that rota would break no hard rule anywhere. */
        public boolean isLegal() {
            return score.isLegal();
        }

        public String name() {
            return member == null ? NOBODY : member.name();
        }

        /** The option in a sentence. */
        public String sentence() {
            if (isHolder) {
                return member == null ? "Nobody holds it." : name() + ": holds it.";
            }
            List<String> words = new ArrayList<>();
            if (difference.hard() > 0) {
                words.add("would break hard rules");
            } else {
                words.add(member == null ? "it could stay empty" : "could hold it");
            }
            if (difference.hard() < 0) {
                words.add("with fewer hard rules broken");
            }
            if (difference.medium() != 0) {
                long days = Math.abs(difference.medium());
                words.add(days + (difference.medium() > 0 ? " more " : " fewer ") + (days == 1 ? "day" : "days")
                        + " held by nobody");
            }
            words.add(
                    difference.soft() == 0
                            ? "at the same cost"
                            : "at " + Math.abs(difference.soft())
                                    + (difference.soft() > 0 ? " more cost" : " less cost"));
            return name() + ": " + String.join(", ", words) + ".";
        }
    }

    /** What changes for one rule; cost is weight x size. */
    public record RuleDifference(Rule rule, int weight, long size) {
        public long cost() {
            return weight * size;
        }
    }

    /**
     * A finding that appears or disappears.
     *
     * @param cost weight x size
     * @param sentence for people: of one that appears, with the name of whose option it is
     */
    public record Effect(Rule rule, long cost, Finding finding, String sentence) {}

    private static final String NOBODY = "Nobody";

    /** About the shift or gap in which the slot with this id lies; empty where the problem has no such slot. */
    public static Optional<Why> of(Rota rota, String slotId) {
        return rota.problem().slots().stream()
                .filter(slot -> slot.id().equals(slotId))
                .findFirst()
                .map(slot -> {
                    RuleFacts facts = new RuleFacts(rota);
                    return of(facts, rota, WhatIf.Place.of(facts, rota, slot), false);
                });
    }

    /**
     * About some days of a shift that are handed over: those of the shift or gap around the slot that start on the slot's date
     * or later, up to the last date. They do not end the holder's stint, where they are in the middle of it. Empty where the
     * problem has no such slot.
     */
    public static Optional<Why> ofDays(Rota rota, Slot first, LocalDate last) {
        if (!rota.problem().slots().contains(first)) {
            return Optional.empty();
        }
        RuleFacts facts = new RuleFacts(rota);
        return Optional.of(
                of(facts, rota, WhatIf.Place.of(facts, rota, first).between(facts, first.date(), last), true));
    }

    private static Why of(RuleFacts facts, Rota rota, WhatIf.Place place, boolean relieved) {
        Score score = Audit.of(facts, rota).score();
        List<List<WhatIf.Difference>> differences = new WhatIf(facts, rota, RuleBook.rules(), relieved).options(place);
        List<Option> options = new ArrayList<>();
        for (int m = 0; m < facts.memberCount(); m++) {
            options.add(option(facts, score, m, place.holder() == m, differences.get(m)));
        }
        options.add(option(
                facts,
                score,
                RuleFacts.NOBODY,
                place.holder() == RuleFacts.NOBODY,
                differences.get(facts.memberCount())));
        options.sort(Comparator.comparing(Option::difference)
                .thenComparing(option -> option.member() == null)
                .thenComparing(Option::name)
                .thenComparing(option ->
                        option.member() == null ? "" : option.member().id().value()));
        List<OnCallDay> days = facts.problem().schedules().get(place.rotation()).planned();
        return new Why(
                place.slot(facts, place.first()),
                new Interval(
                        days.get(place.first()).span().start(),
                        days.get(place.last()).span().end()),
                place.holder() == RuleFacts.NOBODY ? null : facts.member(place.holder()),
                score,
                options);
    }

    /** What to say to whoever asks about a slot that the rota does not have. */
    public static String noSuchShift(Rota rota, String slotId) {
        List<String> known = new ArrayList<>();
        for (RotationSchedule schedule : rota.problem().schedules()) {
            for (Tier tier : schedule.rotation().tiers()) {
                List<OnCallDay> days = schedule.planned();
                if (!days.isEmpty()) {
                    String name = schedule.rotation().id() + "." + tier.id() + ".";
                    known.add(name + days.getFirst().date() + " to " + name
                            + days.getLast().date());
                }
            }
        }
        return "The shift (" + slotId + ") is not in this rota: a shift is named by its rotation, its tier and the date"
                + " of any on-call day in it, on which somebody is needed.\nMaybe one of "
                + String.join(", ", known) + ".";
    }

    private static Option option(
            RuleFacts facts, Score score, int index, boolean isHolder, List<WhatIf.Difference> differences) {
        Member member = index == RuleFacts.NOBODY ? null : facts.member(index);
        List<RuleDifference> rules = new ArrayList<>();
        List<Effect> causes = new ArrayList<>();
        List<Effect> ends = new ArrayList<>();
        long hard = 0;
        long medium = 0;
        long soft = 0;
        for (WhatIf.Difference difference : differences) {
            Rule rule = difference.rule();
            RuleDifference costs = new RuleDifference(rule, rule.weight(facts), difference.size());
            rules.add(costs);
            switch (rule.level()) {
                case HARD -> hard += costs.cost();
                case MEDIUM -> medium += costs.cost();
                case SOFT -> soft += costs.cost();
            }
            for (Breach breach : difference.causes()) {
                Finding finding = Audit.finding(facts, rule, breach);
                causes.add(new Effect(rule, costs.weight * breach.size(), finding, named(member, finding)));
            }
            for (Breach breach : difference.ends()) {
                Finding finding = Audit.finding(facts, rule, breach);
                ends.add(new Effect(rule, costs.weight * breach.size(), finding, finding.sentence()));
            }
        }
        return new Option(
                member,
                isHolder,
                new Score(score.hard() + hard, score.medium() + medium, score.soft() + soft),
                new Score(hard, medium, soft),
                rules,
                causes,
                ends);
    }

    /** "Bo is on leave" becomes "Bo: is on leave"; what is said of others follows the name as it is. */
    static String named(@Nullable Member member, Finding finding) {
        String sentence = finding.sentence();
        String name = member == null ? NOBODY : member.name();
        boolean ofThem = member == null ? finding.member() == null : member.id().equals(finding.member());
        if (ofThem && sentence.startsWith(name + " ")) {
            return member == null ? sentence : name + ":" + sentence.substring(name.length());
        }
        if (ofThem && sentence.startsWith(name + "'s ")) {
            return name + ": their" + sentence.substring(name.length() + 2);
        }
        return name + ": " + (sentence.startsWith("The ") ? "the" + sentence.substring(3) : sentence);
    }
}
