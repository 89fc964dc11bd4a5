package org.oncall.rota.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.domain.TimeWindow;

/**
 * Works out hours and pay from the plan itself: the coverage hours of every slot that somebody holds, in elapsed time, so that
 * a day on which the clock changes has 23 or 25 hours.
 *
 * <p>Rules per hour pay the moments that they win. A rule per day, per shift or by blocks pays the on-call day or the shift
 * whose first covered moment it wins, and then all of it; within a day or a shift that another rule has begun it wins nothing.
 *
 * <p>Unless the rules say otherwise, an hour that one member holds in two tiers at once is one hour: the second tier has what the
 * first has not.
 */
public final class Pay {
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
    private static final int PENNIES = 2;

    private final RotaProblem problem;
    private final RotaCalendar calendar;
    private final PayRules rules;
    private final List<PayRule> order;
    private final Map<LocalDate, DayKind> kinds = new HashMap<>();
    private final Map<LocalDate, List<Hours>> hours = new HashMap<>();
    private final Map<MemberId, Account> accounts = new HashMap<>();

    /** When a rule holds, the rule by its place in the order. */
    private record Hours(int rule, Interval when) {}

    private Pay(RotaProblem problem, PayRules rules) {
        this.problem = problem;
        this.calendar = RotaCalendar.of(problem.team(), problem.from(), problem.to());
        this.rules = rules;
        this.order = rules.inOrder();
    }

    public static PayReport of(Rota rota, PayRules rules) {
        return new Pay(rota.problem(), rules).report(rota);
    }

    private PayReport report(Rota rota) {
        List<RotationSchedule> schedules = new ArrayList<>(problem.schedules());
        schedules.sort(Comparator.comparing(schedule -> schedule.rotation().kind() != RotationKind.ON_CALL));
        for (RotationSchedule schedule : schedules) {
            RotationId rotation = schedule.rotation().id();
            for (Tier tier : schedule.rotation().tiers()) {
                shifts(rota, schedule, rotation, tier.id());
            }
        }
        List<PayReport.MemberPay> members = problem.team().members().stream()
                .map(member -> account(member.id()).pay(member))
                .toList();
        BigDecimal total = members.stream()
                .map(PayReport.MemberPay::total)
                .reduce(BigDecimal.ZERO.setScale(PENNIES), BigDecimal::add);
        return new PayReport(rules.currency(), members, total);
    }

    private void shifts(Rota rota, RotationSchedule schedule, RotationId rotation, TierId tier) {
        // The covered hours of its days that count here.
        List<List<Interval>> shift = new ArrayList<>();
        MemberId holder = null;
        for (OnCallDay day : schedule.planned()) {
            MemberId own = rota.holder(new Slot(rotation, tier, day.date()));
            if (holder != null && !holder.equals(own) && !shift.isEmpty()) {
                shift(account(holder), rotation, tier, shift);
                shift.clear();
            }
            holder = own;
            if (own != null) {
                List<Interval> counted = account(own).counted(day.coverage());
                if (!counted.isEmpty()) {
                    shift.add(counted);
                }
            }
        }
        if (holder != null && !shift.isEmpty()) {
            shift(account(holder), rotation, tier, shift);
        }
    }

    private Account account(MemberId member) {
        return accounts.computeIfAbsent(member, key -> new Account());
    }

    private void shift(Account account, RotationId rotation, TierId tier, List<List<Interval>> days) {
        Instant start = days.getFirst().getFirst().start();
        PayRule first = winner(start, rotation, tier, rate -> true);
        if (first != null && first.rate() instanceof Rate.PerShift perShift) {
            days.forEach(day -> account.time(kindsOf(day), first));
            account.unit(kindAt(start), first, perShift.amount(), isHoliday(start));
            return;
        }
        days.forEach(day -> day(account, rotation, tier, day));
    }

    private void day(Account account, RotationId rotation, TierId tier, List<Interval> coverage) {
        Instant start = coverage.getFirst().start();
        PayRule first = winner(start, rotation, tier, rate -> !(rate instanceof Rate.PerShift));
        Rate rate = first == null ? null : first.rate();
        if (first != null && rate instanceof Rate.PerDay perDay) {
            account.time(kindsOf(coverage), first);
            account.unit(
                    kindAt(start), first, perDay.amount(), coverage.stream().anyMatch(this::touchesHoliday));
        } else if (first != null && rate instanceof Rate.Blocks blocks) {
            account.time(kindsOf(coverage), first);
            blocks(account, first, blocks, coverage);
        } else {
            coverage.forEach(piece -> hours(account, rotation, tier, piece));
        }
    }

    /** Blocks are filled with covered time one after the other; one that is begun is paid whole. */
    private void blocks(Account account, PayRule rule, Rate.Blocks blocks, List<Interval> coverage) {
        Duration paid = Duration.ZERO;
        Duration free = Duration.ZERO;
        Instant begun = coverage.getFirst().start();
        boolean holiday = false;
        boolean open = false;
        for (Interval piece : coverage) {
            Instant at = piece.start();
            while (at.isBefore(piece.end())) {
                if (free.isZero()) {
                    if (open) {
                        block(account, rule, blocks, begun, paid, holiday);
                        open = false;
                    }
                    if (paid.compareTo(blocks.most()) >= 0) {
                        return;
                    }
                    Duration next = paid.isZero() ? blocks.first() : blocks.then();
                    Duration left = blocks.most().minus(paid);
                    free = next.compareTo(left) < 0 ? next : left;
                    paid = paid.plus(free);
                    begun = at;
                    holiday = false;
                    open = true;
                }
                Instant full = at.plus(free);
                Instant end = full.isBefore(piece.end()) ? full : piece.end();
                holiday |= touchesHoliday(new Interval(at, end));
                free = free.minus(Duration.between(at, end));
                at = end;
            }
        }
        if (open) {
            block(account, rule, blocks, begun, paid, holiday);
        }
    }

    private void block(
            Account account, PayRule rule, Rate.Blocks blocks, Instant begun, Duration paid, boolean holiday) {
        boolean isFirst = paid.compareTo(blocks.first()) <= 0;
        account.unit(kindAt(begun), rule, isFirst ? blocks.firstAmount() : blocks.thenAmount(), holiday);
    }

    /** A piece of coverage, cut where a date, the night or a rule begins or ends. */
    private void hours(Account account, RotationId rotation, TierId tier, Interval piece) {
        TreeSet<Instant> borders = new TreeSet<>(borders(piece));
        for (LocalDate date : dates(piece)) {
            for (Hours hours : hoursOn(date)) {
                if (order.get(hours.rule()).isFor(rotation, tier)) {
                    borders.add(hours.when().start());
                    borders.add(hours.when().end());
                }
            }
        }
        for (Interval part : cut(piece, borders)) {
            PayRule rule = winner(part.start(), rotation, tier, rate -> rate instanceof Rate.PerHour);
            account.time(Map.of(kindAt(part.start()), part.duration()), rule);
            if (rule != null && rule.rate() instanceof Rate.PerHour perHour) {
                BigDecimal times = isHoliday(part.start()) ? rule.holidayTimes() : BigDecimal.ONE;
                account.hours(
                        kindAt(part.start()),
                        rule,
                        part.duration(),
                        perHour.amount().multiply(times));
            }
        }
    }

    private Map<HourKind, Duration> kindsOf(List<Interval> coverage) {
        Map<HourKind, Duration> result = new HashMap<>();
        for (Interval piece : coverage) {
            for (Interval part : cut(piece, borders(piece))) {
                result.merge(kindAt(part.start()), part.duration(), Duration::plus);
            }
        }
        return result;
    }

    /** Where dates and nights begin and end. */
    private TreeSet<Instant> borders(Interval piece) {
        TreeSet<Instant> borders = new TreeSet<>();
        TimeWindow night = rules.night();
        for (LocalDate date : dates(piece)) {
            Interval day = calendar.wholeDay(date);
            borders.add(day.start());
            borders.add(day.end());
            if (night != null) {
                calendar.window(date, night).ifPresent(hours -> {
                    borders.add(hours.start());
                    borders.add(hours.end());
                });
            }
        }
        return borders;
    }

    private static List<Interval> cut(Interval piece, TreeSet<Instant> borders) {
        List<Interval> parts = new ArrayList<>();
        Instant start = piece.start();
        for (Instant border : borders.subSet(piece.start(), false, piece.end(), false)) {
            parts.add(new Interval(start, border));
            start = border;
        }
        parts.add(new Interval(start, piece.end()));
        return parts;
    }

    /** The dates a piece lies on, and the one before, whose windows may reach into it. */
    private List<LocalDate> dates(Interval piece) {
        LocalDate first = calendar.date(piece.start()).minusDays(1);
        LocalDate last = calendar.date(piece.end());
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** The first rule that matches the moment, of those that may win it. */
    private @Nullable PayRule winner(Instant moment, RotationId rotation, TierId tier, Predicate<Rate> mayWin) {
        LocalDate date = calendar.date(moment);
        int first = order.size();
        for (LocalDate day : List.of(date, date.minusDays(1))) {
            for (Hours hours : hoursOn(day)) {
                PayRule rule = order.get(hours.rule());
                if (hours.rule() >= first) {
                    break; // those of a date are in the order of the rules
                }
                if (hours.when().contains(moment) && rule.isFor(rotation, tier) && mayWin.test(rule.rate())) {
                    first = hours.rule();
                }
            }
        }
        return first == order.size() ? null : order.get(first);
    }

    private List<Hours> hoursOn(LocalDate date) {
        return hours.computeIfAbsent(date, day -> {
            List<Hours> result = new ArrayList<>();
            for (int r = 0; r < order.size(); r++) {
                int rule = r;
                if (order.get(r).isOn(day, kind(day))) {
                    order.get(r)
                            .windows()
                            .forEach(window ->
                                    calendar.window(day, window).ifPresent(when -> result.add(new Hours(rule, when))));
                }
            }
            return result;
        });
    }

    private HourKind kindAt(Instant moment) {
        LocalDate date = calendar.date(moment);
        TimeWindow night = rules.night();
        if (night != null && rules.nightOn().contains(kind(date))) {
            boolean isNight = List.of(date, date.minusDays(1)).stream()
                    .anyMatch(day -> calendar.window(day, night)
                            .filter(hours -> hours.contains(moment))
                            .isPresent());
            if (isNight) {
                return HourKind.NIGHT;
            }
        }
        return HourKind.of(kind(date));
    }

    private boolean isHoliday(Instant moment) {
        return kind(calendar.date(moment)) == DayKind.HOLIDAY;
    }

    private boolean touchesHoliday(Interval piece) {
        return calendar.date(piece.start())
                .datesUntil(calendar.date(piece.end().minusNanos(1)).plusDays(1))
                .anyMatch(date -> kind(date) == DayKind.HOLIDAY);
    }

    private DayKind kind(LocalDate date) {
        return kinds.computeIfAbsent(date, calendar::kind);
    }

    /** What one member has, exact until it is asked for. */
    private final class Account {
        /** A row; the rule by its place in the order, the number of rules where none pays. */
        private record Key(HourKind kind, int rule) {}

        /** Times of an hour are kept as seconds times the rate, so that only one division and one rounding are needed. */
        private static final class Sum {
            private Duration time = Duration.ZERO;
            private BigDecimal secondsTimesRate = BigDecimal.ZERO;
            private BigDecimal amount = BigDecimal.ZERO;
            private long count;
        }

        private final SortedMap<Key, Sum> sums =
                new TreeMap<>(Comparator.comparing(Key::kind).thenComparing(Key::rule));

        /** What counts already, by its start. */
        private final TreeMap<Instant, Instant> held = new TreeMap<>();

        /** What of the coverage counts, which is all that does not count in another tier already; from now on it does. */
        List<Interval> counted(List<Interval> coverage) {
            if (rules.together() == PayRules.Together.EACH) {
                return coverage;
            }
            List<Interval> counted =
                    coverage.stream().flatMap(piece -> free(piece).stream()).toList();
            counted.forEach(piece -> held.put(piece.start(), piece.end()));
            return counted;
        }

        private List<Interval> free(Interval piece) {
            List<Interval> free = new ArrayList<>();
            Map.Entry<Instant, Instant> before = held.floorEntry(piece.start());
            Instant open =
                    before != null && before.getValue().isAfter(piece.start()) ? before.getValue() : piece.start();
            for (Map.Entry<Instant, Instant> taken :
                    held.subMap(piece.start(), false, piece.end(), false).entrySet()) {
                if (open.isBefore(taken.getKey())) {
                    free.add(new Interval(open, taken.getKey()));
                }
                open = taken.getValue();
            }
            if (open.isBefore(piece.end())) {
                free.add(new Interval(open, piece.end()));
            }
            return free;
        }

        private Sum sum(HourKind kind, @Nullable PayRule rule) {
            int place = rule == null ? order.size() : order.indexOf(rule);
            return sums.computeIfAbsent(new Key(kind, place), key -> new Sum());
        }

        void time(Map<HourKind, Duration> times, @Nullable PayRule rule) {
            times.forEach((kind, time) -> {
                Sum sum = sum(kind, rule);
                sum.time = sum.time.plus(time);
            });
        }

        void hours(HourKind kind, PayRule rule, Duration time, BigDecimal rate) {
            Sum sum = sum(kind, rule);
            sum.secondsTimesRate = sum.secondsTimesRate.add(rate.multiply(BigDecimal.valueOf(time.toSeconds())));
        }

        void unit(HourKind kind, PayRule rule, BigDecimal amount, boolean holiday) {
            Sum sum = sum(kind, rule);
            sum.count++;
            sum.amount = sum.amount.add(holiday ? amount.multiply(rule.holidayTimes()) : amount);
        }

        PayReport.MemberPay pay(Member member) {
            SortedMap<HourKind, Duration> hours = new TreeMap<>();
            List<PayReport.Row> rows = new ArrayList<>();
            BigDecimal total = BigDecimal.ZERO.setScale(PENNIES);
            for (Map.Entry<Key, Sum> entry : sums.entrySet()) {
                Sum sum = entry.getValue();
                PayRule rule = entry.getKey().rule() == order.size()
                        ? null
                        : order.get(entry.getKey().rule());
                BigDecimal amount = sum.secondsTimesRate
                        .add(sum.amount.multiply(SECONDS_OF_AN_HOUR))
                        .divide(SECONDS_OF_AN_HOUR, PENNIES, RoundingMode.HALF_UP);
                hours.merge(entry.getKey().kind(), sum.time, Duration::plus);
                rows.add(new PayReport.Row(
                        entry.getKey().kind(),
                        rule == null ? "" : rule.name(),
                        unit(rule),
                        sum.time,
                        sum.count,
                        amount));
                total = total.add(amount);
            }
            return new PayReport.MemberPay(member.id(), member.name(), hours, rows, total);
        }

        private static PayReport.Unit unit(@Nullable PayRule rule) {
            if (rule == null) {
                return PayReport.Unit.NOTHING;
            }
            return switch (rule.rate()) {
                case Rate.PerHour ignored -> PayReport.Unit.HOURS;
                case Rate.PerDay ignored -> PayReport.Unit.DAYS;
                case Rate.PerShift ignored -> PayReport.Unit.SHIFTS;
                case Rate.Blocks ignored -> PayReport.Unit.BLOCKS;
            };
        }
    }
}
