package org.oncall.rota.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Breach;
import org.oncall.rota.rules.BreachSink;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierLine;
import org.oncall.rota.rules.TierRule;

/**
 * What would change in a rota with somebody else on a stretch of one tier. Only the views that such a change touches are
 * looked at: two timelines, one line, one board. They are changed in place and put back. Not safe for several threads.
 */
final class WhatIf {
    private final RuleFacts facts;
    private final List<Rule> rules;
    private final Views views;
    private final int[] firstLine;
    private final boolean relieved;

    /** @param rules the rules that are looked at */
    WhatIf(RuleFacts facts, Rota rota, List<Rule> rules) {
        this(facts, rota, rules, false);
    }

    /** @param relieved whether the holder hands the days over, so that they do not end the holder's stint */
    WhatIf(RuleFacts facts, Rota rota, List<Rule> rules, boolean relieved) {
        this.relieved = relieved;
        this.facts = facts;
        this.rules = rules;
        this.views = new Views(facts, rota);
        this.firstLine = new int[facts.rotationCount()];
        for (int r = 1; r < firstLine.length; r++) {
            firstLine[r] = firstLine[r - 1] + facts.rotation(r - 1).tierCount();
        }
    }

    /**
     * Planned days running of one tier that one member holds, or nobody.
     *
     * @param first planned index of the first day
     * @param last planned index of the last day
     * @param holder index of the member, or {@link RuleFacts#NOBODY}
     */
    record Place(int rotation, int tier, int first, int last, int holder) {
        /** The stretch that the slot lies in. */
        static Place of(RuleFacts facts, Rota rota, Slot slot) {
            for (int r = 0; r < facts.rotationCount(); r++) {
                RotationSchedule schedule = facts.problem().schedules().get(r);
                for (int t = 0; t < schedule.rotation().tiers().size(); t++) {
                    if (!schedule.rotation().id().equals(slot.rotation())
                            || !schedule.rotation().tiers().get(t).id().equals(slot.tier())) {
                        continue;
                    }
                    for (int p = 0; p < schedule.planned().size(); p++) {
                        if (schedule.planned().get(p).date().equals(slot.date())) {
                            return around(facts, rota, r, t, p);
                        }
                    }
                }
            }
            throw new IllegalArgumentException("The slot (" + slot.id() + ") is not one of the rota.");
        }

        private static Place around(RuleFacts facts, Rota rota, int rotation, int tier, int day) {
            int holder = holder(facts, rota, rotation, tier, day);
            int first = day;
            while (first > 0 && holder(facts, rota, rotation, tier, first - 1) == holder) {
                first--;
            }
            int last = day;
            while (last + 1 < facts.rotation(rotation).plannedDays()
                    && holder(facts, rota, rotation, tier, last + 1) == holder) {
                last++;
            }
            return new Place(rotation, tier, first, last, holder);
        }

        /** The part of it that starts between the dates, both included; its first day always. */
        Place between(RuleFacts facts, LocalDate from, LocalDate to) {
            int start = first;
            while (start < last && slot(facts, start).date().isBefore(from)) {
                start++;
            }
            int end = start;
            while (end < last && !slot(facts, end + 1).date().isAfter(to)) {
                end++;
            }
            return new Place(rotation, tier, start, end, holder);
        }

        private static int holder(RuleFacts facts, Rota rota, int rotation, int tier, int day) {
            MemberId member = rota.holder(slot(facts, rotation, tier, day));
            return member == null ? RuleFacts.NOBODY : facts.indexOf(member);
        }

        private static Slot slot(RuleFacts facts, int rotation, int tier, int day) {
            RotationSchedule schedule = facts.problem().schedules().get(rotation);
            return new Slot(
                    schedule.rotation().id(),
                    schedule.rotation().tiers().get(tier).id(),
                    schedule.planned().get(day).date());
        }

        Slot slot(RuleFacts facts, int day) {
            return slot(facts, rotation, tier, day);
        }
    }

    /**
     * What changes for one rule.
     *
     * @param size of its breaches afterwards less what it is now
     * @param causes breaches that appear, days running joined
     * @param ends breaches that disappear, days running joined
     */
    record Difference(Rule rule, long size, List<Breach> causes, List<Breach> ends) {}

    /** What would change with each member, by index, and last with nobody; only rules for which something does. */
    List<List<Difference>> options(Place place) {
        List<List<Difference>> result = new ArrayList<>();
        Found place0 = around(place);
        Found holder0 = of(place.holder);
        give(place, place.holder, false);
        List<Integer> handedOver = relieve(place);
        Found holder1 = of(place.holder);
        for (int m = 0; m < facts.memberCount(); m++) {
            if (m == place.holder) {
                result.add(List.of());
                continue;
            }
            Found member0 = of(m);
            give(place, m, true);
            result.add(differences(List.of(place0, holder0, member0), List.of(around(place), holder1, of(m))));
            give(place, m, false);
        }
        result.add(
                place.holder == RuleFacts.NOBODY
                        ? List.of()
                        : differences(List.of(place0, holder0), List.of(around(place), holder1)));
        handedOver.forEach(day -> views.timelines().get(place.holder).unrelieve(place.rotation, day));
        give(place, place.holder, true);
        return result;
    }

    /** Puts the member on every slot of the place, or takes them off. */
    private void give(Place place, int member, boolean on) {
        if (member == RuleFacts.NOBODY) {
            return;
        }
        MemberTimeline timeline = views.timelines().get(member);
        for (int p = place.first; p <= place.last; p++) {
            if (on) {
                timeline.hold(place.rotation, place.tier, p);
            } else {
                timeline.release(place.rotation, place.tier, p);
            }
            line(place).set(p, on ? member : RuleFacts.NOBODY);
            board(place).set(place.tier, p, on ? member : RuleFacts.NOBODY);
        }
    }

    /** The days of the place that were not handed over before, and are now. */
    private List<Integer> relieve(Place place) {
        List<Integer> result = new ArrayList<>();
        for (int p = place.first; relieved && place.holder != RuleFacts.NOBODY && p <= place.last; p++) {
            if (views.timelines().get(place.holder).relieve(place.rotation, p)) {
                result.add(p);
            }
        }
        return result;
    }

    private TierLine line(Place place) {
        return views.lines().get(firstLine[place.rotation] + place.tier);
    }

    private RotationBoard board(Place place) {
        return views.boards().get(place.rotation);
    }

    /** Breaches of each rule, by its index. */
    private record Found(List<List<Breach>> byRule) {}

    private Found of(int member) {
        List<List<Breach>> result = new ArrayList<>();
        for (Rule rule : rules) {
            List<Breach> breaches = new ArrayList<>();
            if (member != RuleFacts.NOBODY && rule instanceof MemberRule memberRule) {
                memberRule.check(views.timelines().get(member), into(breaches));
            }
            result.add(breaches);
        }
        return new Found(result);
    }

    private Found around(Place place) {
        List<List<Breach>> result = new ArrayList<>();
        for (Rule rule : rules) {
            List<Breach> breaches = new ArrayList<>();
            switch (rule) {
                case MemberRule memberRule -> {}
                case TierRule tierRule -> tierRule.check(line(place), into(breaches));
                case RotationRule rotationRule -> rotationRule.check(board(place), into(breaches));
            }
            result.add(breaches);
        }
        return new Found(result);
    }

    private static BreachSink into(List<Breach> breaches) {
        return (size, member, rotation, tier, firstDay, lastDay, have, want) ->
                breaches.add(new Breach(size, member, rotation, tier, firstDay, lastDay, have, want));
    }

    private List<Difference> differences(List<Found> before, List<Found> after) {
        List<Difference> result = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            List<Breach> now = breaches(before, i);
            List<Breach> then = breaches(after, i);
            List<Breach> causes = less(then, now);
            List<Breach> ends = less(now, then);
            if (!causes.isEmpty() || !ends.isEmpty()) {
                result.add(new Difference(rules.get(i), size(then) - size(now), joined(causes), joined(ends)));
            }
        }
        return result;
    }

    private static List<Breach> breaches(List<Found> found, int rule) {
        List<Breach> result = new ArrayList<>();
        found.forEach(part -> result.addAll(part.byRule.get(rule)));
        return result;
    }

    private static long size(List<Breach> breaches) {
        return breaches.stream().mapToLong(Breach::size).sum();
    }

    /** Those that the others do not have, as often as they do not. */
    private static List<Breach> less(List<Breach> breaches, List<Breach> others) {
        Map<Breach, Integer> left = new HashMap<>();
        others.forEach(other -> left.merge(other, 1, Integer::sum));
        List<Breach> result = new ArrayList<>();
        for (Breach breach : breaches) {
            if (left.merge(breach, -1, Integer::sum) < 0) {
                result.add(breach);
            }
        }
        return result;
    }

    /** A week of leave is one reason, not seven: joins breaches of one day each that follow each other and agree. */
    private static List<Breach> joined(List<Breach> breaches) {
        List<Breach> result = new ArrayList<>();
        for (Breach next : breaches) {
            Breach open = result.isEmpty() ? null : result.getLast();
            if (open != null && isContinuedBy(open, next)) {
                result.removeLast();
                next = new Breach(
                        open.size() + next.size(),
                        open.member(),
                        open.rotation(),
                        open.tier(),
                        open.firstDay(),
                        next.lastDay(),
                        open.have(),
                        open.want());
            }
            result.add(next);
        }
        return List.copyOf(result);
    }

    private static boolean isContinuedBy(Breach open, Breach next) {
        return open.rotation() >= 0
                && next.firstDay() == open.lastDay() + 1
                && next.lastDay() == next.firstDay()
                && open.member() == next.member()
                && open.rotation() == next.rotation()
                && open.tier() == next.tier()
                && open.have() == next.have()
                && open.want() == next.want()
                && (open.size() > 0) == (next.size() > 0);
    }
}
