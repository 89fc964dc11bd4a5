package org.oncall.rota.intake;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Team;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.domain.TimeWindow;
import org.oncall.rota.pay.PayRule;
import org.oncall.rota.pay.PayRules;
import org.oncall.rota.pay.Rate;
import org.oncall.rota.wire.PayBlocksJson;
import org.oncall.rota.wire.PayRuleJson;
import org.oncall.rota.wire.PayRulesJson;

/** Reads what people are paid for being on call. */
final class PayRulesReader {
    private static final Place PAY = Place.ROOT.at("pay");
    private static final int MOST_RULES = 40;
    private static final int MOST_DATES = 100;
    private static final int MOST_WINDOWS = 4;
    private static final int LONGEST_CURRENCY = 10;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** A block may be as short as this, so that a day has no more than 1,500 of them. */
    private static final Duration SHORTEST_BLOCK = Duration.ofMinutes(1);

    private static final Duration LONGEST_BLOCKS = Duration.ofHours(25);

    /** What the base is called; no rule may be. */
    private static final String BASE = "base";

    private final Values values;
    private final Issues issues;
    private final Map<String, Place> names = new HashMap<>();

    PayRulesReader(Values values) {
        this.values = values;
        this.issues = values.issues();
    }

    /** A rule of single dates, and where it stands. */
    private record Dated(PayRule rule, Place place) {}

    /** Null where there is any issue with them. */
    @Nullable
    PayRules read(@Nullable PayRulesJson json) {
        int before = issues.count();
        Field.Owner owner = new Field.Owner("the rules of pay", PAY);
        Field field = new Field("pay", "the request", PAY);
        PayRulesJson given = values.required(json, field, "\"pay\": {\"currency\": \"GBP\", \"weekly\": []}");
        if (given == null) {
            return null;
        }
        Field currencyField = owner.field("currency");
        String currency = values.text(
                values.required(given.currency(), currencyField, currencyField.example("GBP")),
                currencyField,
                LONGEST_CURRENCY);
        TimeWindow night = given.night() == null ? null : values.window(given.night(), owner.field("night"));
        Set<DayKind> nightOn = new TreeSet<>();
        if (given.nightOn() == null) {
            nightOn.add(DayKind.WORKING_DAY);
        } else {
            each(given.nightOn(), owner, "nightOn", (text, entry) -> {
                DayKind kind = values.choice(text, entry, DayKind.values(), IssueCode.UNKNOWN_DAY, "a kind of day");
                if (kind != null) {
                    nightOn.add(kind);
                }
            });
        }
        PayRules.Together together = given.together() == null
                ? PayRules.Together.ONCE
                : values.choice(
                        given.together(),
                        owner.field("together"),
                        PayRules.Together.values(),
                        IssueCode.UNKNOWN_KIND,
                        "a way to count hours");
        BigDecimal times = times(given.holidayTimes(), owner.field("holidayTimes"), BigDecimal.TWO);
        List<PayRuleJson> oneOffGiven = or(given.oneOff());
        List<PayRuleJson> weeklyGiven = or(given.weekly());
        refuseTooMany(oneOffGiven.size() + weeklyGiven.size(), MOST_RULES, field, "rules");
        List<Dated> oneOff = new ArrayList<>();
        for (int i = 0; i < Math.min(oneOffGiven.size(), MOST_RULES); i++) {
            Place place = PAY.at("oneOff").at(i);
            PayRule rule = rule(oneOffGiven.get(i), place, true, BigDecimal.ONE);
            if (rule != null) {
                oneOff.add(new Dated(rule, place));
            }
        }
        List<PayRule> weekly = new ArrayList<>();
        for (int i = 0; i < Math.min(weeklyGiven.size(), MOST_RULES); i++) {
            PayRule rule = rule(weeklyGiven.get(i), PAY.at("weekly").at(i), false, times);
            if (rule != null) {
                weekly.add(rule);
            }
        }
        refuseOverlaps(oneOff);
        PayRule base = null;
        if (given.base() != null) {
            BigDecimal amount = amount(given.base(), owner.field("base"));
            base = amount == null ? null : everywhere(amount, times);
        }
        if (oneOffGiven.isEmpty() && weeklyGiven.isEmpty() && given.base() == null && !issues.hasUnread(PAY)) {
            issues.add(
                    IssueCode.TOO_FEW,
                    PAY,
                    "The rules of pay must have at least one rule or a base. Maybe add"
                            + " \"base\" with the pay for an hour.");
        }
        return issues.count() > before
                ? null
                : new PayRules(
                        Objects.requireNonNull(currency),
                        Objects.requireNonNull(together),
                        night,
                        nightOn,
                        oneOff.stream().map(Dated::rule).toList(),
                        weekly,
                        base);
    }

    private static PayRule everywhere(BigDecimal amount, BigDecimal times) {
        return new PayRule(
                BASE,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(TimeWindow.WHOLE_DAY),
                Set.of(),
                Set.of(),
                new Rate.PerHour(amount),
                times);
    }

    private @Nullable PayRule rule(@Nullable PayRuleJson given, Place place, boolean isDated, BigDecimal usualTimes) {
        if (given == null) {
            return null; // its shape was wrong
        }
        int before = issues.count();
        Field nameField = new Field("name", "the rule at " + place, place.at("name"));
        String name = values.text(
                values.required(given.name(), nameField, nameField.example("Weekend")), nameField, Values.LONGEST_ID);
        Field.Owner owner =
                new Field.Owner("rule (" + Quotes.shorten(name == null ? place.pointer() : name) + ")", place);
        if (name != null) {
            Place other = name.equals(BASE) ? PAY.at(BASE) : names.putIfAbsent(name, place);
            if (other != null) {
                issues.add(
                        IssueCode.DUPLICATE_ID,
                        place.at("name"),
                        nameField.says(name, "is taken by " + other + ". Maybe call it " + name + " 2."));
            }
        }
        Set<LocalDate> dates = new TreeSet<>();
        Set<DayOfWeek> weekdays = new TreeSet<>();
        Set<DayKind> kinds = new TreeSet<>();
        if (isDated) {
            if (or(given.dates()).isEmpty() && !issues.isUnread(place.at("dates"))) {
                issues.add(
                        IssueCode.BAD_PAY_RULE,
                        place.at("dates"),
                        "The " + owner.name() + " is one for single dates and must have some. Maybe add \"dates\":"
                                + " [\"2027-12-25\"], or make it a weekly rule.");
            }
            refuseTooMany(or(given.dates()).size(), MOST_DATES, owner.field("dates"), "dates");
            each(given.dates(), owner, "dates", (text, entry) -> {
                LocalDate date = values.dateIfAny(text, entry);
                if (date != null) {
                    dates.add(date);
                }
            });
            refuseHere(given.days() != null, owner, "days", "oneOff", "weekly");
        } else {
            each(given.days(), owner, "days", (text, entry) -> day(text, entry, weekdays, kinds));
            if (given.days() != null && given.days().isEmpty()) {
                issues.add(
                        IssueCode.BAD_PAY_RULE,
                        place.at("days"),
                        "The days of " + owner.name() + " must be at least one. Maybe leave them out for every day.");
            }
            refuseHere(given.dates() != null, owner, "dates", "weekly", "oneOff");
        }
        List<TimeWindow> windows = windows(given.hours(), owner);
        Rate rate = rate(given, owner);
        BigDecimal times = times(given.holidayTimes(), owner.field("holidayTimes"), usualTimes);
        return issues.count() > before
                ? null
                : new PayRule(
                        Objects.requireNonNull(name),
                        dates,
                        weekdays,
                        kinds,
                        windows,
                        new HashSet<>(or(given.rotations()).stream()
                                .map(RotationId::new)
                                .toList()),
                        new HashSet<>(
                                or(given.tiers()).stream().map(TierId::new).toList()),
                        Objects.requireNonNull(rate),
                        times);
    }

    private void refuseHere(boolean isGiven, Field.Owner owner, String field, String list, String other) {
        if (isGiven) {
            issues.add(
                    IssueCode.BAD_PAY_RULE,
                    owner.place().at(field),
                    "The " + owner.name() + " is in " + list + " and must have no " + field + ". Maybe move it to "
                            + other + ".");
        }
    }

    private void day(String text, Field entry, Set<DayOfWeek> weekdays, Set<DayKind> kinds) {
        for (DayKind kind : DayKind.values()) {
            if (kind.name().equals(text)) {
                kinds.add(kind);
                return;
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(text)) {
                weekdays.add(day);
                return;
            }
        }
        List<String> known = Stream.concat(Arrays.stream(DayOfWeek.values()), Arrays.stream(DayKind.values()))
                .map(Enum::name)
                .toList();
        issues.add(
                IssueCode.UNKNOWN_DAY,
                entry.place(),
                () -> entry.says(text, "must be a day of the week or a kind of day, one of " + Quotes.list(known) + ".")
                        + Quotes.maybe(Near.of(text, known)));
    }

    private List<TimeWindow> windows(@Nullable List<String> given, Field.Owner owner) {
        if (given == null) {
            return List.of(TimeWindow.WHOLE_DAY);
        }
        Field field = owner.field("hours");
        if (given.isEmpty()) {
            issues.add(
                    IssueCode.BAD_PAY_RULE,
                    field.place(),
                    "The hours of " + owner.name()
                            + " must be at least one window. Maybe leave them out for the whole day.");
        }
        refuseTooMany(given.size(), MOST_WINDOWS, field, "windows");
        List<TimeWindow> windows = new ArrayList<>();
        each(given.subList(0, Math.min(given.size(), MOST_WINDOWS)), owner, "hours", (text, entry) -> {
            TimeWindow window = values.window(text, entry);
            if (window != null) {
                windows.add(window);
            }
        });
        return windows;
    }

    private @Nullable Rate rate(PayRuleJson given, Field.Owner owner) {
        List<String> paid = Stream.of("perHour", "perDay", "perShift", "blocks")
                .filter(field -> values.isGiven(owner.place().at(field)))
                .toList();
        if (paid.size() != 1) {
            issues.add(
                    IssueCode.BAD_PAY_RULE,
                    owner.place(),
                    "The " + owner.name() + " must say just one of perHour, perDay, perShift and blocks, but says "
                            + (paid.isEmpty() ? "none" : Quotes.list(paid)) + ". Maybe "
                            + (paid.isEmpty() ? "add perHour." : "split it into several rules."));
            return null;
        }
        Field field = owner.field(paid.getFirst());
        BigDecimal amount = switch (field.name()) {
            case "perHour" -> amount(given.perHour(), field);
            case "perDay" -> amount(given.perDay(), field);
            case "perShift" -> amount(given.perShift(), field);
            default -> null;
        };
        return switch (field.name()) {
            case "perHour" -> amount == null ? null : new Rate.PerHour(amount);
            case "perDay" -> amount == null ? null : new Rate.PerDay(amount);
            case "perShift" -> amount == null ? null : new Rate.PerShift(amount);
            default ->
                given.blocks() == null
                        ? null
                        : blocks(given.blocks(), new Field.Owner("the blocks of " + owner.name(), field.place()));
        };
    }

    private @Nullable Rate blocks(PayBlocksJson given, Field.Owner owner) {
        Duration first = block(given.first(), owner.field("first"), "PT8H");
        BigDecimal firstPay = amountOf(given.firstPay(), owner.field("firstPay"));
        Duration then = block(given.then(), owner.field("then"), "PT2H");
        BigDecimal thenPay = amountOf(given.thenPay(), owner.field("thenPay"));
        Duration most = block(given.most(), owner.field("most"), "PT24H");
        if (first != null && most != null && most.compareTo(first) < 0) {
            issues.add(
                    IssueCode.WRONG_ORDER,
                    owner.place().at("most"),
                    owner.field("most")
                            .says(
                                    given.most(),
                                    "must be no less than the first block (" + given.first() + "). Maybe write "
                                            + given.first() + "."));
            return null;
        }
        return first == null || firstPay == null || then == null || thenPay == null || most == null
                ? null
                : new Rate.Blocks(first, firstPay, then, thenPay, most);
    }

    private @Nullable Duration block(@Nullable String text, Field field, String example) {
        String given = values.required(text, field, field.example(example));
        Duration block = given == null ? null : values.duration(given, field);
        if (block != null && (block.compareTo(SHORTEST_BLOCK) < 0 || block.compareTo(LONGEST_BLOCKS) > 0)) {
            issues.add(
                    IssueCode.OUT_OF_RANGE,
                    field.place(),
                    field.says(
                            given,
                            "must be from " + SHORTEST_BLOCK + " to " + LONGEST_BLOCKS + ". Maybe write " + example
                                    + "."));
            return null;
        }
        return block;
    }

    private @Nullable BigDecimal amountOf(@Nullable String text, Field field) {
        String given = values.required(text, field, "\"" + field.name() + "\" with an amount");
        return given == null ? null : amount(given, field);
    }

    private @Nullable BigDecimal amount(@Nullable String text, Field field) {
        return values.decimal(
                text,
                field,
                7,
                "must be an amount from 0 to 9999999.9999 in digits, with at most four after the point. Maybe write"
                        + " 1.50, in quotation marks.");
    }

    private BigDecimal times(@Nullable String text, Field field, BigDecimal usual) {
        BigDecimal times = values.decimal(
                text, field, 2, "must be a number from 0 to 99.9999 in digits. Maybe write 2 for double pay.");
        return times == null ? usual : times;
    }

    /** A stretch of time in minutes of local time, wherever the clock may stand. */
    private record Stretch(Dated dated, long from, long to) {}

    private void refuseOverlaps(List<Dated> rules) {
        List<Stretch> stretches = new ArrayList<>();
        for (Dated dated : rules) {
            for (LocalDate date : dated.rule().dates()) {
                for (TimeWindow window : dated.rule().windows()) {
                    long midnight = date.toEpochDay() * MINUTES_OF_A_DAY;
                    long from = midnight + window.start().toSecondOfDay() / 60;
                    long to = midnight
                            + window.end().toSecondOfDay() / 60
                            + (window.endsNextDay() ? MINUTES_OF_A_DAY : 0);
                    stretches.add(new Stretch(dated, from, to));
                }
            }
        }
        stretches.sort(Comparator.comparingLong(Stretch::from));
        Set<List<Place>> told = new HashSet<>();
        List<Stretch> open = new ArrayList<>();
        for (Stretch stretch : stretches) {
            open.removeIf(other -> other.to() <= stretch.from());
            for (Stretch other : open) {
                Dated one = other.dated();
                Dated two = stretch.dated();
                boolean swap = one.place().pointer().compareTo(two.place().pointer()) > 0;
                List<Place> pair = swap ? List.of(two.place(), one.place()) : List.of(one.place(), two.place());
                if (!one.place().equals(two.place()) && areForTheSame(one.rule(), two.rule()) && told.add(pair)) {
                    issues.add(
                            IssueCode.OVERLAPPING_RULES,
                            pair.getLast(),
                            "The rules (" + Quotes.shorten(one.rule().name()) + ") and ("
                                    + Quotes.shorten(two.rule().name()) + ") for single dates overlap on "
                                    + LocalDate.ofEpochDay(Math.floorDiv(stretch.from(), (long) MINUTES_OF_A_DAY))
                                    + ", so neither comes first. Maybe give them other hours or tiers.");
                }
            }
            open.add(stretch);
        }
    }

    private static boolean areForTheSame(PayRule one, PayRule two) {
        return meet(one.rotations(), two.rotations()) && meet(one.tiers(), two.tiers());
    }

    private static <T> boolean meet(Set<T> one, Set<T> two) {
        return one.isEmpty() || two.isEmpty() || one.stream().anyMatch(two::contains);
    }

    /** Rotations and tiers that rules name and the team does not have. */
    static void refuseUnknown(@Nullable PayRulesJson given, Team team, Issues issues) {
        if (given == null) {
            return;
        }
        TreeSet<String> rotations = new TreeSet<>();
        TreeSet<String> tiers = new TreeSet<>();
        team.rotations().forEach(rotation -> {
            rotations.add(rotation.id().value());
            rotation.tiers().forEach(tier -> tiers.add(tier.id().value()));
        });
        List<String> lists = List.of("oneOff", "weekly");
        for (String list : lists) {
            List<PayRuleJson> rules = or(list.equals("oneOff") ? given.oneOff() : given.weekly());
            for (int i = 0; i < Math.min(rules.size(), MOST_RULES); i++) {
                Place place = PAY.at(list).at(i);
                refuseUnknown(
                        or(rules.get(i).rotations()),
                        place.at("rotations"),
                        "rotation",
                        rotations,
                        IssueCode.UNKNOWN_ROTATION,
                        issues);
                refuseUnknown(
                        or(rules.get(i).tiers()), place.at("tiers"), "tier", tiers, IssueCode.UNKNOWN_TIER, issues);
            }
        }
    }

    private static void refuseUnknown(
            List<String> ids, Place place, String what, TreeSet<String> known, IssueCode code, Issues issues) {
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            if (!known.contains(id)) {
                Place entry = place.at(i);
                issues.add(
                        code,
                        entry,
                        () -> "The " + what + " (" + Quotes.shorten(id) + ") in " + entry + " does not exist."
                                + Quotes.maybe(Near.of(id, known)) + " The team has " + Quotes.list(known) + ".");
            }
        }
    }

    private interface Entry {
        void read(String text, Field field);
    }

    /** Reads each text of a list, where it is one. */
    private void each(@Nullable List<String> given, Field.Owner owner, String list, Entry reader) {
        List<String> texts = or(given);
        for (int i = 0; i < Math.min(texts.size(), MOST_DATES); i++) {
            Field entry = new Field(list, owner.name(), owner.place().at(list).at(i));
            if (texts.get(i) != null) {
                reader.read(texts.get(i), entry);
            }
        }
    }

    private void refuseTooMany(int count, int most, Field field, String what) {
        if (count > most) {
            issues.add(
                    IssueCode.TOO_MANY,
                    field.place(),
                    "The " + what + " of " + field.owner() + " (" + count + ") must be at most " + most
                            + ". Maybe join some of them.");
        }
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
