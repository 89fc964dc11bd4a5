package org.oncall.rota.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;

/**
 * The hard rules and the demand of a problem as constraints. A variable says whether a member holds a slot, another whether
 * they are on call in a rotation on a day; what was worked in history is a constant.
 */
final class RotaModel {
    private static final int SHORTEST_JUDGED_DAYS = 28;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    final Posts posts;
    private final RotaProblem problem;
    private final boolean byDay;
    private final List<Member> members;
    final List<Lane> lanes = new ArrayList<>();

    RotaModel(RotaProblem problem, Predicate<Fact> wanted, Predicate<Fact> guarded) {
        this(problem, wanted, guarded, false);
    }

    /**
     * A model of the problem.
     *
     * @param byDay whether each day of a leave, and each day before somebody joins or after they leave, is a fact of its own
     */
    RotaModel(RotaProblem problem, Predicate<Fact> wanted, Predicate<Fact> guarded, boolean byDay) {
        this.byDay = byDay;
        this.problem = problem;
        this.members = problem.team().members();
        this.posts = new Posts(wanted, guarded);
        for (RotationSchedule schedule : problem.schedules()) {
            lanes.add(new Lane(problem, schedule, posts));
        }
        onePlace();
        for (int m = 0; m < members.size(); m++) {
            for (Lane lane : lanes) {
                eligible(m, lane);
                rest(m, lane);
                longest(m, lane);
                restAndLongest(m, lane);
            }
            half(m);
            festiveDays(m);
        }
        lanes.forEach(this::supervised);
    }

    /** Asks for every slot to be held, and for frozen ones to stay. */
    void demand() {
        demand(slot -> true);
    }

    /** Asks for those slots to be held, and for frozen ones to stay. */
    void demand(Predicate<Slot> wanted) {
        for (Lane lane : lanes) {
            for (int t = 0; t < lane.rotation.tiers().size(); t++) {
                for (int d = lane.first; d < lane.days.size(); d++) {
                    List<Literal> holders = new ArrayList<>();
                    for (int m = 0; m < members.size(); m++) {
                        holders.add(lane.holds[m][t][d - lane.first]);
                    }
                    posts.model.addAtMostOne(holders);
                    DayOfWeek handover = lane.rotation.handover().day();
                    LocalDate week = lane.days.get(d).date().with(TemporalAdjusters.previousOrSame(handover));
                    Fact demand =
                            Facts.demand(lane.rotation, lane.rotation.tiers().get(t), week);
                    if (wanted.test(slot(lane, t, d))) {
                        lane.demanded[t][d] = posts.wants(demand);
                        posts.clause(demand, holders);
                    }
                }
            }
        }
        for (Holding holding : problem.fixed()) {
            frozen(holding);
        }
        lanes.forEach(this::leaveOutFarDays);
    }

    /** Lets slots be empty, and asks for frozen ones to stay; gives for each slot a literal that is true where it is empty. */
    List<Literal> demandOrGap() {
        List<Literal> gaps = new ArrayList<>();
        for (Lane lane : lanes) {
            for (int t = 0; t < lane.rotation.tiers().size(); t++) {
                for (int d = lane.first; d < lane.days.size(); d++) {
                    List<Literal> holders = new ArrayList<>();
                    for (int m = 0; m < members.size(); m++) {
                        holders.add(lane.holds[m][t][d - lane.first]);
                    }
                    Literal gap = posts.variable("");
                    holders.add(gap);
                    posts.model.addExactlyOne(holders);
                    gaps.add(gap);
                }
            }
        }
        problem.fixed().forEach(this::frozen);
        return gaps;
    }

    /** The literal that is true where the member holds the slot, which must be one of the problem. */
    Literal holds(Slot slot, MemberId member) {
        for (Lane lane : lanes) {
            for (int t = 0;
                    lane.rotation.id().equals(slot.rotation())
                            && t < lane.rotation.tiers().size();
                    t++) {
                for (int d = lane.first; d < lane.days.size(); d++) {
                    if (slot(lane, t, d).equals(slot)) {
                        return lane.holds[Lane.indexOf(problem, member)][t][d - lane.first];
                    }
                }
            }
        }
        throw new IllegalArgumentException("The slot (" + slot.id() + ") is not one of the rota.");
    }

    /**
     * Leaves slots empty that are too far from all that is wanted to matter. From a rota that is legal and has what is
     * wanted, the stints that begin after the last wanted day can be taken, and those that end before the first one; what is
     * left is legal. Experienced members keep those that begin while a novice's last stint still runs. Where the solver may
     * drop facts by itself nothing is left out, as all this hangs on what is wanted.
     */
    private void leaveOutFarDays(Lane lane) {
        if (posts.isGuarded() || !posts.wants(Facts.longest(lane.rotation))) {
            return;
        }
        int firstWanted = lane.days.size();
        int lastWanted = -1;
        for (int d = lane.first; d < lane.days.size(); d++) {
            for (boolean[] tier : lane.demanded) {
                if (tier[d]) {
                    firstWanted = Math.min(firstWanted, d);
                    lastWanted = d;
                }
            }
        }
        boolean supervised =
                posts.wants(Facts.supervised(lane.rotation)) && members.stream().anyMatch(Member::novice);
        // Stints that are gone no longer count as supervised, nor keep others from lying in the festive period alone.
        boolean startMatters = supervised || lane.rotation.festive().restDays() > lane.rotation.restDays();
        int longest = lane.longestStint();
        for (int d = lane.first; d < lane.days.size(); d++) {
            boolean before = !startMatters
                    && firstWanted < lane.days.size()
                    && lane.epochDay(firstWanted) - lane.epochDay(d) > longest;
            boolean after = lastWanted < 0 || lane.epochDay(d) - lane.epochDay(lastWanted) > 2L * longest;
            if (before || after) {
                for (Literal[][] tiers : lane.holds) {
                    for (Literal[] tier : tiers) {
                        posts.always(List.of(tier[d - lane.first].not()));
                    }
                }
            }
        }
    }

    /** Whether counting alone shows that the demand cannot be met; false says nothing. */
    boolean countsAsImpossible() {
        int[] mostInPeriod = new int[members.size()];
        boolean half = posts.wants(Facts.half());
        for (int m = 0; m < mostInPeriod.length; m++) {
            mostInPeriod[m] = half ? mostDaysOfHalf(m) : NO_LIMIT;
        }
        return (posts.wants(Facts.onePlace()) || lanes.stream().allMatch(lane -> lane.demanded.length == 1))
                && lanes.stream()
                        .anyMatch(lane -> new Counting(
                                        lane, posts, lane.rotation.kind() == RotationKind.ON_CALL ? mostInPeriod : null)
                                .showsImpossible());
    }

    private void frozen(Holding holding) {
        LocalDate date = holding.slot().date();
        int m = Lane.indexOf(problem, holding.member());
        for (Lane lane : lanes) {
            for (int t = 0; t < lane.rotation.tiers().size(); t++) {
                Tier tier = lane.rotation.tiers().get(t);
                for (int d = lane.first; d < lane.days.size(); d++) {
                    boolean meant = new Slot(lane.rotation.id(), tier.id(), date).equals(holding.slot());
                    if (meant
                            && lane.days.get(d).date().equals(date)
                            && bars(members.get(m), lane.rotation, tier, lane.days.get(d))
                                    .isEmpty()) {
                        boolean pinned = problem.pinned().contains(holding);
                        Fact frozen = Facts.frozen(members.get(m), lane.rotation, tier, date, pinned);
                        lane.demanded[t][d] |= posts.wants(frozen);
                        posts.require(frozen, lane.holds[m][t][d - lane.first]);
                    }
                }
            }
        }
    }

    /** Holds the rota: its slots as it has them, and the others empty. */
    void fix(Rota rota) {
        for (Lane lane : lanes) {
            for (int t = 0; t < lane.rotation.tiers().size(); t++) {
                for (int d = lane.first; d < lane.days.size(); d++) {
                    MemberId holder = rota.holder(slot(lane, t, d));
                    for (int m = 0; m < members.size(); m++) {
                        Literal held = lane.holds[m][t][d - lane.first];
                        posts.always(List.of(members.get(m).id().equals(holder) ? held : held.not()));
                    }
                }
            }
        }
    }

    /** Tells the solver a rota that may be near to what is asked for. */
    void hint(Rota rota) {
        for (Lane lane : lanes) {
            for (int t = 0; t < lane.rotation.tiers().size(); t++) {
                for (int d = lane.first; d < lane.days.size(); d++) {
                    MemberId holder = rota.holder(slot(lane, t, d));
                    for (int m = 0; m < members.size(); m++) {
                        posts.model.addHint(
                                (BoolVar) lane.holds[m][t][d - lane.first],
                                members.get(m).id().equals(holder) ? 1 : 0);
                    }
                }
            }
        }
    }

    /** The rota in which the slots are held whose variables are true. */
    Rota rota(Predicate<Literal> isTrue) {
        Map<Slot, MemberId> holders = new HashMap<>();
        for (Lane lane : lanes) {
            for (int t = 0; t < lane.rotation.tiers().size(); t++) {
                for (int d = lane.first; d < lane.days.size(); d++) {
                    for (int m = 0; m < members.size(); m++) {
                        if (isTrue.test(lane.holds[m][t][d - lane.first])) {
                            holders.put(slot(lane, t, d), members.get(m).id());
                        }
                    }
                }
            }
        }
        return new Rota(problem, holders);
    }

    private static Slot slot(Lane lane, int t, int d) {
        return new Slot(
                lane.rotation.id(),
                lane.rotation.tiers().get(t).id(),
                lane.days.get(d).date());
    }

    private void onePlace() {
        Fact fact = Facts.onePlace();
        for (int m = 0; m < members.size(); m++) {
            for (Lane lane : lanes) {
                for (int d = lane.first; d < lane.days.size(); d++) {
                    List<Literal> tiers = new ArrayList<>();
                    for (Literal[] tier : lane.holds[m]) {
                        tiers.add(tier[d - lane.first]);
                    }
                    posts.atMost(fact, tiers, 1);
                }
            }
            for (int a = 0; a < lanes.size(); a++) {
                for (int b = a + 1; b < lanes.size(); b++) {
                    apart(fact, m, lanes.get(a), lanes.get(b));
                }
            }
        }
    }

    private void apart(Fact fact, int m, Lane one, Lane other) {
        int from = 0;
        for (int d = 0; d < one.days.size(); d++) {
            OnCallDay day = one.days.get(d);
            while (from < other.days.size()
                    && !other.days.get(from).span().end().isAfter(day.span().start())) {
                from++;
            }
            for (int e = from; e < other.days.size(); e++) {
                OnCallDay there = other.days.get(e);
                if (!there.span().start().isBefore(day.span().end())) {
                    break;
                }
                boolean overlap = day.coverage().stream()
                        .anyMatch(hours -> there.coverage().stream().anyMatch(hours::overlaps));
                if (overlap && (d >= one.first || e >= other.first)) {
                    posts.clause(fact, Posts.not(List.of(one.on[m][d], other.on[m][e])));
                }
            }
        }
    }

    private void eligible(int m, Lane lane) {
        for (int t = 0; t < lane.rotation.tiers().size(); t++) {
            for (int d = lane.first; d < lane.days.size(); d++) {
                List<Fact> bars = bars(
                        members.get(m), lane.rotation, lane.rotation.tiers().get(t), lane.days.get(d));
                Literal held = lane.holds[m][t][d - lane.first];
                bars.forEach(bar -> posts.forbid(bar, held));
                lane.open[m][t][d] = bars.stream().noneMatch(posts::wants);
            }
        }
    }

    /** Why a member cannot hold a slot, whatever else they hold. */
    private List<Fact> bars(Member member, Rotation rotation, Tier tier, OnCallDay day) {
        List<Fact> bars = new ArrayList<>();
        LocalDate from = member.from();
        LocalDate until = member.until();
        if (!member.skills().containsAll(tier.skills())) {
            bars.add(Facts.skills(member, rotation, tier));
        }
        if (!member.onCall() && rotation.kind() == RotationKind.ON_CALL) {
            bars.add(Facts.optedOut(member));
        }
        if (from != null && day.date().isBefore(from)) {
            bars.add(byDay ? Facts.notOnRota(member, day.date()) : Facts.from(member, from));
        }
        if (until != null && day.date().isAfter(until)) {
            bars.add(byDay ? Facts.notOnRota(member, day.date()) : Facts.until(member, until));
        }
        for (DateRange leave : member.leave()) {
            if (byDay) {
                day.coveredDates().stream()
                        .filter(leave::contains)
                        .map(date -> Facts.leave(member, new DateRange(date, date)))
                        .forEach(bars::add);
            } else if (day.coveredDates().stream().anyMatch(leave::contains)) {
                bars.add(Facts.leave(member, leave));
            }
        }
        return bars;
    }

    /**
     * A stint that ends on one day, and the next that begins on another: both days held, none between. Nearer pairs are
     * posted too, so where those suffice "none between" is only "not the day after".
     */
    private void rest(int m, Lane lane) {
        Fact fact = Facts.rest(lane.rotation);
        if (!posts.wants(fact)) {
            return;
        }
        int ordinary = lane.rotation.restDays();
        int inFestive = lane.rotation.festive().restDays();
        int lastWorked = lane.first - 1;
        while (lastWorked >= 0 && !lane.worked[m][lastWorked]) {
            lastWorked--;
        }
        for (int a = Math.max(0, lastWorked); a < lane.days.size(); a++) {
            if (a < lane.first && a != lastWorked) {
                continue;
            }
            for (int b = Math.max(a + 2, lane.first); b < lane.days.size(); b++) {
                long rest = lane.epochDay(b) - lane.epochDay(a) - 1;
                if (rest >= Math.max(ordinary, inFestive)) {
                    break;
                }
                boolean bothMayBeFestive = lane.festive(a) && lane.festive(b);
                if (rest < Math.min(ordinary, inFestive) || !bothMayBeFestive && rest < ordinary) {
                    posts.clause(fact, List.of(lane.stint[m][a].not(), lane.stint[m][a + 1], lane.stint[m][b].not()));
                } else if (bothMayBeFestive) {
                    festiveRest(fact, m, lane, a, b, rest < ordinary);
                }
            }
        }
    }

    /** A rest that is too short only where not both stints lie in the festive period, or only where both do. */
    private void festiveRest(Fact fact, int m, Lane lane, int a, int b, boolean legalIfBothFestive) {
        int before = a;
        while (before >= 0 && lane.festive(before)) {
            before--;
        }
        int after = b;
        while (after < lane.days.size() && lane.festive(after)) {
            after++;
        }
        List<Literal> clause = new ArrayList<>(lane.run(m, a + 1, b - 1));
        clause.add(lane.stint[m][a].not());
        clause.add(lane.stint[m][b].not());
        List<Literal> reachesBefore = before < 0 ? List.of() : lane.run(m, before, a);
        List<Literal> reachesAfter = after == lane.days.size() ? List.of() : lane.run(m, b, after);
        if (legalIfBothFestive) {
            for (List<Literal> reaches : List.of(reachesBefore, reachesAfter)) {
                if (!reaches.isEmpty()) {
                    List<Literal> with = new ArrayList<>(clause);
                    with.addAll(Posts.not(reaches));
                    posts.clause(fact, with);
                }
            }
        } else {
            for (List<Literal> reaches : List.of(reachesBefore, reachesAfter)) {
                if (!reaches.isEmpty()) {
                    BoolVar all = posts.variable("");
                    reaches.forEach(day -> posts.always(List.of(all.not(), day)));
                    clause.add(all);
                }
            }
            posts.clause(fact, clause);
        }
    }

    private void longest(int m, Lane lane) {
        Fact ordinary = Facts.longest(lane.rotation);
        Fact festive = Facts.longestFestive(lane.rotation);
        for (int d = lane.first; d < lane.days.size(); d++) {
            int start = lane.back(d, lane.rotation.longestDays() + lane.movedDays(d + 1));
            if (start >= 0 && posts.wants(ordinary)) {
                List<Literal> clause = new ArrayList<>(Posts.not(lane.run(m, start, d)));
                if (lane.mayEndLater(start, d) && d + 1 < lane.days.size()) {
                    clause.add(lane.stint[m][d + 1]);
                }
                posts.clause(ordinary, clause);
            }
            int festiveStart = lane.back(d, lane.rotation.festive().longestDays());
            boolean allFestive = festiveStart >= 0;
            for (int e = Math.max(0, festiveStart); e <= d; e++) {
                allFestive &= lane.festive(e);
            }
            if (allFestive) {
                posts.clause(festive, Posts.not(lane.run(m, festiveStart, d)));
            }
        }
    }

    /**
     * What follows from both limits: in as many calendar days as a stint and its rest nobody has more days than a stint.
     * It says nothing new, but lets the solver count.
     */
    private void restAndLongest(int m, Lane lane) {
        Fact rest = Facts.rest(lane.rotation);
        Fact longest = Facts.longest(lane.rotation);
        int most = lane.rotation.longestDays();
        if (!posts.isFirm(rest) || !posts.isFirm(longest)) {
            return;
        }
        for (int a = lane.first; a < lane.days.size(); a++) {
            int b = a;
            boolean plain = true;
            while (plain
                    && b < lane.days.size()
                    && lane.epochDay(b) - lane.epochDay(a) < most + lane.rotation.restDays()) {
                plain = !lane.festive(b) && lane.movedDays(b + 1) == 0;
                b++;
            }
            if (plain && b < lane.days.size()) {
                posts.atMost(longest, lane.run(m, a, b - 1), most);
            }
        }
    }

    private void half(int m) {
        LocalDate window = judgedFrom();
        if (window == null) {
            return;
        }
        int most = mostDaysOfHalf(m);
        List<Literal> more = mayBeOnRota(members.get(m));
        if (most == NO_LIMIT && more.isEmpty()) {
            return;
        }
        Map<LocalDate, List<Literal>> dates = new TreeMap<>();
        for (Lane lane : lanes) {
            for (int d = lane.first; lane.rotation.kind() == RotationKind.ON_CALL && d < lane.days.size(); d++) {
                dates.computeIfAbsent(lane.days.get(d).date(), date -> new ArrayList<>())
                        .add(lane.on[m][d]);
            }
        }
        List<Literal> days = dates.values().stream().map(this::any).toList();
        if (more.isEmpty()) {
            posts.atMost(Facts.half(), days, most);
        } else {
            LinearExprBuilder twice = LinearExpr.newBuilder();
            days.forEach(day -> twice.addTerm(day, 2));
            more.forEach(day -> twice.addTerm(day, -1));
            int left = daysOnRota(m, window) - 1 - 2 * daysWorked(m, window);
            if (left < 0) {
                // Nothing is left without more days on the rota; with some, they make up for what is missing first.
                BoolVar some = posts.variable("");
                more.forEach(day -> posts.always(List.of(day.not(), some)));
                twice.addTerm(some, -left);
            }
            posts.atMost(Facts.half(), twice, Math.max(0, left));
        }
    }

    /** The days not on the rota that may be dropped, each true where it is: then the member is there on that day too. */
    private List<Literal> mayBeOnRota(Member member) {
        return problem.from()
                .datesUntil(problem.to())
                .filter(date -> !member.isOnRota(date))
                .map(date -> posts.guard(Facts.notOnRota(member, date)))
                .filter(Objects::nonNull)
                .map(Literal::not)
                .toList();
    }

    /** The most planned days on call with which a member stays below half of the time. */
    private int mostDaysOfHalf(int m) {
        LocalDate window = judgedFrom();
        int daysOnRota = window == null ? 0 : daysOnRota(m, window);
        return window == null || daysOnRota == 0 ? NO_LIMIT : Math.max(0, (daysOnRota - 1) / 2 - daysWorked(m, window));
    }

    /** The first day of those that are judged; null where they are too few to be. */
    private @Nullable LocalDate judgedFrom() {
        if (ChronoUnit.DAYS.between(problem.from(), problem.to()) >= SHORTEST_JUDGED_DAYS) {
            return problem.from();
        }
        LocalDate window = problem.to().minusDays(SHORTEST_JUDGED_DAYS);
        boolean reachesBack = problem.history().stream()
                .anyMatch(holding -> isOnCall(holding) && !holding.slot().date().isAfter(window));
        return reachesBack ? window : null;
    }

    private int daysOnRota(int m, LocalDate window) {
        return (int)
                window.datesUntil(problem.to()).filter(members.get(m)::isOnRota).count();
    }

    private int daysWorked(int m, LocalDate window) {
        return (int) problem.history().stream()
                .filter(holding -> holding.member().equals(members.get(m).id()) && isOnCall(holding))
                .map(holding -> holding.slot().date())
                .filter(date -> !date.isBefore(window))
                .distinct()
                .count();
    }

    private boolean isOnCall(Holding holding) {
        return lanes.stream()
                .anyMatch(lane -> lane.rotation.kind() == RotationKind.ON_CALL
                        && lane.rotation.id().equals(holding.slot().rotation()));
    }

    /** True where any of them is, and free otherwise. */
    private Literal any(List<Literal> literals) {
        if (literals.size() == 1) {
            return literals.getFirst();
        }
        BoolVar any = posts.variable("");
        literals.forEach(literal -> posts.always(List.of(literal.not(), any)));
        return any;
    }

    private void festiveDays(int m) {
        Map<Integer, Map<LocalDate, List<Literal>>> planned = new TreeMap<>();
        Map<Integer, TreeSet<LocalDate>> worked = new TreeMap<>();
        for (Lane lane : lanes) {
            for (int d = 0; d < lane.days.size(); d++) {
                for (FestiveDay day : lane.days.get(d).festiveDays()) {
                    if (d >= lane.first) {
                        planned.computeIfAbsent(day.year(), year -> new TreeMap<>())
                                .computeIfAbsent(day.date(), date -> new ArrayList<>())
                                .add(lane.on[m][d]);
                    } else if (lane.worked[m][d]) {
                        worked.computeIfAbsent(day.year(), year -> new TreeSet<>())
                                .add(day.date());
                    }
                }
            }
        }
        planned.forEach((year, dates) -> {
            TreeSet<LocalDate> before = worked.getOrDefault(year, new TreeSet<>());
            List<Literal> others = new ArrayList<>();
            dates.forEach((date, slots) -> {
                if (!before.contains(date)) {
                    others.add(any(slots));
                } else if (before.size() > 1) {
                    slots.forEach(slot -> posts.forbid(Facts.festive(year), slot));
                }
            });
            posts.atMost(Facts.festive(year), others, before.isEmpty() ? 1 : 0);
        });
    }

    /** A novice on call without anybody experienced must have begun more stints than the supervised ones. */
    private void supervised(Lane lane) {
        Fact fact = Facts.supervised(lane.rotation);
        for (int m = 0; m < members.size() && posts.wants(fact); m++) {
            int left = members.get(m).novice() ? lane.rotation.supervisedStints() - stintsWorked(lane, m) + 1 : 0;
            if (left <= 0) {
                continue;
            }
            // begun[k]: at least k + 1 stints have begun; nothing makes it true, so it is an upper bound.
            Literal[] begun = new Literal[left];
            Arrays.fill(begun, posts.model.falseLiteral());
            for (int d = lane.first; d < lane.days.size(); d++) {
                Literal before = d == 0 ? posts.model.falseLiteral() : lane.stint[m][d - 1];
                Literal[] next = new Literal[left];
                for (int k = 0; k < left; k++) {
                    next[k] = posts.variable("");
                    posts.always(List.of(next[k].not(), begun[k], lane.stint[m][d]));
                    posts.always(List.of(next[k].not(), begun[k], before.not()));
                    if (k > 0) {
                        posts.always(List.of(next[k].not(), begun[k], begun[k - 1]));
                    }
                }
                begun = next;
                List<Literal> clause = new ArrayList<>(List.of(lane.on[m][d].not(), begun[left - 1]));
                for (int e = 0; e < members.size(); e++) {
                    if (!members.get(e).novice()) {
                        clause.add(lane.on[e][d]);
                    }
                }
                posts.clause(fact, clause);
            }
        }
    }

    private static int stintsWorked(Lane lane, int m) {
        boolean[] worked = lane.stintsWorked(m);
        int stints = 0;
        for (int d = 0; d < lane.first; d++) {
            stints += worked[d] && (d == 0 || !worked[d - 1]) ? 1 : 0;
        }
        return stints;
    }
}
