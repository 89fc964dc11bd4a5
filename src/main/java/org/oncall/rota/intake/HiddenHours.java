package org.oncall.rota.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Breach;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/**
 * What the rules about stints, rest, load, festive days and novices say of hours that whole days hide. The rules themselves
 * say where something may be amiss: they look at a member as if every day were theirs for which they are written at all.
 * What they find there, and not in whole days, is held against the hours before it is called a finding.
 */
final class HiddenHours {
    /** Rules count days, and a day belongs to whoever has most of it: less than half a day is no day. */
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private static final MemberRule BACK_TO_BACK = memberRule("back-to-back");
    private static final MemberRule LONG_STINT = memberRule("long-stint");
    private static final MemberRule HALF_THE_TIME = memberRule("half-the-time");
    private static final MemberRule BOTH_FESTIVE_DAYS = memberRule("both-festive-days");
    private static final RotationRule UNSUPERVISED =
            (RotationRule) RuleBook.find("unsupervised").orElseThrow();

    private final RotaProblem problem;
    private final ZoneId zone;
    private final RuleFacts facts;
    private final List<ShiftReader.ReadShift> history;
    private final CutList cuts;

    HiddenHours(RuleFacts facts, List<ShiftReader.ReadShift> history, CutList cuts) {
        this.problem = facts.problem();
        this.zone = problem.team().zone();
        this.facts = facts;
        this.history = history;
        this.cuts = cuts;
    }

    private static MemberRule memberRule(String id) {
        return (MemberRule) RuleBook.find(id).orElseThrow();
    }

    /**
     * Hours of one on-call day for which a member is written in one tier.
     *
     * @param day planned index of the day
     * @param held whether the whole day counts for the member
     * @param hours sorted, apart, all of them coverage
     */
    record Claim(Slot slot, int rotation, int tier, int day, MemberId member, boolean held, List<Interval> hours) {}

    /** Looks at everything that members are written for. */
    void check(Map<MemberId, List<Claim>> claims) {
        claims.forEach((member, own) -> {
            if (own.stream().anyMatch(claim -> !claim.held())) {
                new Written(member, own).check();
            }
        });
        if (problem.team().members().stream().anyMatch(member -> member.novice())) {
            for (int r = 0; r < facts.rotationCount(); r++) {
                int rotation = r;
                novices(
                        r,
                        claims.values().stream()
                                .flatMap(List::stream)
                                .filter(claim -> claim.rotation() == rotation)
                                .toList());
            }
        }
    }

    private static List<Breach> breaches(MemberRule rule, MemberTimeline timeline) {
        List<Breach> result = new ArrayList<>();
        rule.check(
                timeline,
                (size, member, rotation, tier, first, last, have, want) ->
                        result.add(new Breach(size, member, rotation, tier, first, last, have, want)));
        return result;
    }

    private OnCallDay day(Claim claim) {
        return problem.schedules().get(claim.rotation()).planned().get(claim.day());
    }

    /** One member as the days say, and as the hours do. */
    private final class Written {
        private final MemberId member;
        private final List<Claim> claims;
        private final MemberTimeline whole;
        private final MemberTimeline touched;
        private final List<TreeMap<Integer, List<Claim>>> byDay = new ArrayList<>();

        Written(MemberId member, List<Claim> claims) {
            this.member = member;
            this.claims = claims;
            this.whole = new MemberTimeline(facts, facts.indexOf(member));
            this.touched = new MemberTimeline(facts, facts.indexOf(member));
            for (int r = 0; r < facts.rotationCount(); r++) {
                byDay.add(new TreeMap<>());
            }
            for (Claim claim : claims) {
                touched.hold(claim.rotation(), claim.tier(), claim.day());
                if (claim.held()) {
                    whole.hold(claim.rotation(), claim.tier(), claim.day());
                }
                byDay.get(claim.rotation())
                        .computeIfAbsent(claim.day(), day -> new ArrayList<>())
                        .add(claim);
            }
        }

        void check() {
            rest();
            stints();
            half();
            festiveDays();
        }

        private void rest() {
            List<Breach> said = breaches(BACK_TO_BACK, whole);
            for (Breach breach : breaches(BACK_TO_BACK, touched)) {
                boolean known = said.stream()
                        .anyMatch(one -> one.rotation() == breach.rotation()
                                && one.firstDay() <= breach.firstDay()
                                && one.lastDay() >= breach.lastDay());
                if (!known) {
                    Instant end = hours(breach.rotation(), breach.firstDay())
                            .getLast()
                            .end();
                    Instant start = hours(breach.rotation(), breach.lastDay())
                            .getFirst()
                            .start();
                    CutList.Limit limit = new CutList.Limit((int) breach.want(), true, false);
                    Duration missing = Duration.between(start, plusDays(end, limit.days()));
                    Claim claim = claim(breach.rotation(), breach.lastDay());
                    report(Cut.Code.BACK_TO_BACK, claim, new Interval(end, start), missing, limit);
                }
            }
        }

        private void stints() {
            List<Breach> said = breaches(LONG_STINT, whole);
            for (Breach breach : breaches(LONG_STINT, touched)) {
                boolean known = said.stream()
                        .anyMatch(one -> one.rotation() == breach.rotation()
                                && one.firstDay() <= breach.lastDay()
                                && one.lastDay() >= breach.firstDay());
                if (!known) {
                    int first = breach.firstDay();
                    for (int last = first; last <= breach.lastDay(); last++) {
                        if (last == breach.lastDay() || isRest(breach.rotation(), last)) {
                            stint(breach.rotation(), first, last);
                            first = last + 1;
                        }
                    }
                }
            }
        }

        /** Whether between the hours of a day and those of the next the member has the rest that ends a stint. */
        private boolean isRest(int r, int scheduleDay) {
            if (isHeld(r, scheduleDay) && isHeld(r, scheduleDay + 1)) {
                return false;
            }
            RotationFacts rotation = facts.rotation(r);
            Instant end = hours(r, scheduleDay).getLast().end();
            Instant start = hours(r, scheduleDay + 1).getFirst().start();
            boolean others =
                    rotation.day(scheduleDay).coverage().getLast().end().isAfter(end)
                            || rotation.day(scheduleDay + 1)
                                    .coverage()
                                    .getFirst()
                                    .start()
                                    .isBefore(start);
            int rest = Math.max(1, rotation.rotation().restDays());
            return others && !start.isBefore(plusDays(end, rest).minus(HALF_A_DAY));
        }

        private void stint(int r, int first, int last) {
            RotationFacts rotation = facts.rotation(r);
            int moved = rotation.handover(last + 1).movedDays();
            if (!isHeld(r, last)) {
                // Hands changed in the course of the last day, at the handover before it, only later.
                moved = Math.max(moved, rotation.handover(last).movedDays());
            }
            CutList.Limit limit = new CutList.Limit(rotation.rotation().longestDays() + moved, false, false);
            if (last >= rotation.firstPlanned() && !stretch(r, first, last, limit)) {
                festiveDaysRunning(r, first, last);
            }
        }

        private void festiveDaysRunning(int r, int firstOfStint, int lastOfStint) {
            RotationFacts rotation = facts.rotation(r);
            CutList.Limit limit =
                    new CutList.Limit(rotation.rotation().festive().longestDays(), false, true);
            int first = firstOfStint;
            while (first <= lastOfStint) {
                int last = first;
                while (last < lastOfStint && rotation.isFestive(first) && rotation.isFestive(last + 1)) {
                    last++;
                }
                if (rotation.isFestive(first) && last >= rotation.firstPlanned()) {
                    stretch(r, first, last, limit);
                }
                first = last + 1;
            }
        }

        private boolean stretch(int r, int first, int last, CutList.Limit limit) {
            Interval span = new Interval(
                    hours(r, first).getFirst().start(), hours(r, last).getLast().end());
            Duration over = Duration.between(plusDays(span.start(), limit.days()), span.end());
            return report(Cut.Code.LONG_STINT, claim(r, last), span, over, limit);
        }

        private boolean report(Cut.Code code, Claim claim, Interval when, Duration much, CutList.Limit limit) {
            if (much.isNegative() || much.isZero()) {
                return false;
            }
            Cut.Code weighed = much.compareTo(HALF_A_DAY) < 0 ? Cut.Code.STRETCHED : code;
            cuts.add(found(weighed, claim, when, much, limit));
            return true;
        }

        /** Days on call as the parts of each that are the member's, against half of their days on the rota. */
        private void half() {
            List<Breach> found = breaches(HALF_THE_TIME, touched);
            if (found.isEmpty() || !breaches(HALF_THE_TIME, whole).isEmpty()) {
                return;
            }
            Map<LocalDate, Double> parts = new HashMap<>();
            Duration time = Duration.ZERO;
            TreeSet<Instant> edges = new TreeSet<>();
            for (int r = 0; r < byDay.size(); r++) {
                if (facts.rotation(r).isOnCall()) {
                    for (List<Claim> own : byDay.get(r).values()) {
                        OnCallDay day = day(own.getFirst());
                        Duration held = Hours.time(together(own));
                        double part = (double) held.toMillis()
                                / Hours.time(day.coverage()).toMillis();
                        parts.merge(day.date(), part, Math::max);
                        time = time.plus(held);
                        edges.add(day.span().start());
                        edges.add(day.span().end());
                    }
                }
            }
            Breach breach = found.getFirst();
            double days = breach.have()
                    - touched.onCallDates()
                    + parts.values().stream().mapToDouble(part -> part).sum();
            if (2 * days >= breach.want() - 1e-9) {
                CutList.Limit limit = new CutList.Limit((int) breach.want(), false, false);
                Claim any = claims.stream()
                        .filter(claim -> !claim.held()
                                && facts.rotation(claim.rotation()).isOnCall())
                        .findFirst()
                        .orElseThrow();
                cuts.add(found(Cut.Code.HALF_THE_TIME, any, new Interval(edges.first(), edges.last()), time, limit));
            }
        }

        private void festiveDays() {
            Set<Integer> said = years(breaches(BOTH_FESTIVE_DAYS, whole));
            for (int year : years(breaches(BOTH_FESTIVE_DAYS, touched))) {
                if (!said.contains(year)) {
                    festiveDays(year);
                }
            }
        }

        private Set<Integer> years(List<Breach> breaches) {
            Set<Integer> result = new TreeSet<>();
            for (Breach breach : breaches) {
                facts.rotation(breach.rotation())
                        .day(breach.firstDay())
                        .festiveDays()
                        .forEach(day -> result.add(day.year()));
            }
            return result;
        }

        private void festiveDays(int year) {
            TreeMap<LocalDate, List<Claim>> borne = new TreeMap<>();
            Set<LocalDate> all = new HashSet<>();
            for (Claim claim : claims) {
                for (FestiveDay festive : day(claim).festiveDays()) {
                    if (festive.year() == year
                            && !Hours.within(claim.hours(), wholeDay(festive.date()))
                                    .isEmpty()) {
                        borne.computeIfAbsent(festive.date(), date -> new ArrayList<>())
                                .add(claim);
                        all.add(festive.date());
                    }
                }
            }
            for (RotationSchedule schedule : problem.schedules()) {
                for (OnCallDay day : schedule.days().subList(0, schedule.firstPlanned())) {
                    for (FestiveDay festive : day.festiveDays()) {
                        if (festive.year() == year && worked(schedule, day)) {
                            all.add(festive.date());
                        }
                    }
                }
            }
            if (all.size() > 1 && !borne.isEmpty()) {
                Claim claim = borne.lastEntry().getValue().getFirst();
                List<Interval> hours = Hours.within(claim.hours(), wholeDay(borne.lastKey()));
                Interval when =
                        new Interval(hours.getFirst().start(), hours.getLast().end());
                CutList.Limit limit = new CutList.Limit(1, false, true);
                cuts.add(found(Cut.Code.BOTH_FESTIVE_DAYS, claim, when, Hours.time(hours), limit));
            }
        }

        private boolean worked(RotationSchedule schedule, OnCallDay day) {
            return problem.history().stream()
                    .filter(holding -> holding.member().equals(member))
                    .map(Holding::slot)
                    .anyMatch(slot -> slot.rotation().equals(schedule.rotation().id())
                            && slot.date().equals(day.date()));
        }

        private boolean isHeld(int r, int scheduleDay) {
            int planned = scheduleDay - facts.rotation(r).firstPlanned();
            return planned < 0
                    || byDay.get(r).getOrDefault(planned, List.of()).stream().anyMatch(Claim::held);
        }

        /** The claim on that day, or on the first one after it: breaches reach into the period, where claims are. */
        private Claim claim(int r, int scheduleDay) {
            int planned = Math.max(0, scheduleDay - facts.rotation(r).firstPlanned());
            return byDay.get(r).ceilingEntry(planned).getValue().getFirst();
        }

        /** The member's hours on a day that they touch, in any tier. */
        private List<Interval> hours(int r, int scheduleDay) {
            RotationFacts rotation = facts.rotation(r);
            int planned = scheduleDay - rotation.firstPlanned();
            if (planned >= 0) {
                return together(byDay.get(r).getOrDefault(planned, List.of()));
            }
            List<Interval> result = List.of();
            List<Interval> coverage = rotation.day(scheduleDay).coverage();
            for (ShiftReader.ReadShift shift : history) {
                if (shift.member().equals(member)
                        && shift.rotation().id().equals(rotation.rotation().id().value())) {
                    result = Hours.union(result, Hours.within(coverage, shift.span()));
                }
            }
            return result;
        }

        private static List<Interval> together(List<Claim> claims) {
            List<Interval> result = List.of();
            for (Claim claim : claims) {
                result = Hours.union(result, claim.hours());
            }
            return result;
        }
    }

    /** Novices have somebody experienced beside them in every hour, not only by whole days. */
    private void novices(int r, List<Claim> claims) {
        if (claims.stream()
                .allMatch(
                        claim -> claim.held() && claim.hours().equals(day(claim).coverage()))) {
            return; // whole days say it all
        }
        Map<Integer, List<Claim>> byDay = new HashMap<>();
        RotationBoard whole = new RotationBoard(facts, r);
        for (Claim claim : claims) {
            byDay.computeIfAbsent(claim.day(), day -> new ArrayList<>()).add(claim);
            if (claim.held()) {
                whole.set(claim.tier(), claim.day(), facts.indexOf(claim.member()));
            }
        }
        Set<List<Integer>> said = new HashSet<>();
        int first = facts.rotation(r).firstPlanned();
        UNSUPERVISED.check(
                whole, (size, member, rotation, tier, day, last, have, want) -> said.add(List.of(member, day - first)));
        for (int m = 0; m < facts.memberCount(); m++) {
            if (facts.member(m).novice()) {
                novice(r, m, byDay, said);
            }
        }
    }

    private void novice(int r, int novice, Map<Integer, List<Claim>> byDay, Set<List<Integer>> said) {
        MemberId id = facts.member(novice).id();
        int experienced = 0;
        while (experienced < facts.memberCount() && facts.member(experienced).novice()) {
            experienced++;
        }
        RotationBoard written = new RotationBoard(facts, r);
        Map<Integer, CutList.Found> alone = new TreeMap<>();
        byDay.forEach((day, claims) -> claims.stream()
                .filter(claim -> claim.member().equals(id))
                .forEach(own -> {
                    written.set(own.tier(), day, novice);
                    List<Interval> hours = own.hours();
                    for (Claim other : claims) {
                        boolean beside = other.tier() != own.tier()
                                && !facts.member(facts.indexOf(other.member())).novice();
                        hours = beside ? Hours.minus(hours, other.hours()) : hours;
                    }
                    if (!hours.isEmpty()) {
                        Interval when = new Interval(
                                hours.getFirst().start(), hours.getLast().end());
                        alone.put(day, found(Cut.Code.UNSUPERVISED, own, when, Hours.time(hours), null));
                    }
                }));
        for (Map.Entry<Integer, List<Claim>> day : byDay.entrySet()) {
            List<Claim> own = day.getValue().stream()
                    .filter(claim -> claim.member().equals(id))
                    .toList();
            if (!own.isEmpty() && !alone.containsKey(day.getKey()) && experienced < facts.memberCount()) {
                // Somebody experienced is beside them in every hour, whoever it is, so the rule sees one for the day.
                int tier = own.getFirst().tier() == 0 ? 1 : 0;
                written.set(tier, day.getKey(), experienced);
            }
        }
        List<CutList.Found> growing = new ArrayList<>();
        int first = facts.rotation(r).firstPlanned();
        UNSUPERVISED.check(written, (size, member, rotation, tier, day, last, have, want) -> {
            CutList.Found found = alone.get(day - first);
            if (member == novice && found != null && !said.contains(List.of(novice, day - first))) {
                growing.add(found);
            }
        });
        cuts.join(growing);
    }

    private static CutList.Found found(
            Cut.Code code, Claim claim, Interval when, Duration time, CutList.@Nullable Limit limit) {
        int day = code == Cut.Code.UNSUPERVISED ? claim.day() : -1;
        return new CutList.Found(
                code,
                claim.member(),
                null,
                claim.slot().rotation(),
                claim.slot().tier(),
                null,
                day,
                when,
                time,
                limit);
    }

    private Instant plusDays(Instant instant, int days) {
        return instant.atZone(zone).plusDays(days).toInstant();
    }

    private Interval wholeDay(LocalDate date) {
        return new Interval(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
