package org.oncall.rota.support;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oncall.rota.domain.Coverage;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.FestivePolicy;
import org.oncall.rota.domain.Handover;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.domain.TimeWindow;

/**
 * A rotation: by default {@code on-call} with tiers primary and secondary around the clock, handed over on Tuesdays at
 * midday, stints and rest of 7 days, 2 supervised stints, and the default festive period.
 */
public final class RotationBuilder {
    private final String id;
    private RotationKind kind = RotationKind.ON_CALL;
    private final List<Tier> tiers = new ArrayList<>();
    private Handover handover = new Handover(DayOfWeek.TUESDAY, LocalTime.NOON);
    private Coverage coverage = Coverage.AROUND_THE_CLOCK;
    private int longestDays = 7;
    private int restDays = 7;
    private int supervisedStints = 2;
    private MonthDay festiveFrom = MonthDay.of(12, 24);
    private MonthDay festiveTo = MonthDay.of(1, 2);
    private List<MonthDay> festiveDays = List.of(MonthDay.of(12, 25), MonthDay.of(1, 1));
    private int festiveLongest = 2;
    private int festiveRest = 2;
    private boolean festiveCover = true;

    private RotationBuilder(String id) {
        this.id = id;
    }

    public static RotationBuilder rotation(String id) {
        return new RotationBuilder(id);
    }

    /** Support in office hours: kind IN_HOURS, one tier {@code desk}, 09:00 to 17:00 on working days, from Mondays 09:00. */
    public static RotationBuilder officeHours(String id) {
        return rotation(id)
                .inHours()
                .tiers("desk")
                .handover(DayOfWeek.MONDAY, "09:00")
                .workingDays("09:00-17:00")
                .weekends()
                .holidays();
    }

    public RotationBuilder inHours() {
        this.kind = RotationKind.IN_HOURS;
        return this;
    }

    public RotationBuilder tiers(String... ids) {
        for (String tier : ids) {
            tier(tier);
        }
        return this;
    }

    public RotationBuilder tier(String tier, String... skills) {
        tiers.add(new Tier(new TierId(tier), Set.of(skills)));
        return this;
    }

    public RotationBuilder handover(DayOfWeek day, String time) {
        this.handover = new Handover(day, LocalTime.parse(time));
        return this;
    }

    /** Coverage on working days, each window as {@code 09:00-17:00}; none: nobody is needed. */
    public RotationBuilder workingDays(String... windows) {
        return covered(DayKind.WORKING_DAY, windows);
    }

    public RotationBuilder weekends(String... windows) {
        return covered(DayKind.WEEKEND, windows);
    }

    public RotationBuilder holidays(String... windows) {
        return covered(DayKind.HOLIDAY, windows);
    }

    /** The same windows on every kind of day. */
    public RotationBuilder everyDay(String... windows) {
        return workingDays(windows).weekends(windows).holidays(windows);
    }

    public RotationBuilder longest(int days) {
        this.longestDays = days;
        return this;
    }

    public RotationBuilder rest(int days) {
        this.restDays = days;
        return this;
    }

    public RotationBuilder supervised(int stints) {
        this.supervisedStints = stints;
        return this;
    }

    /** The festive period, as month and day {@code 12-24}, and its festive days. */
    public RotationBuilder festive(String from, String to, String... days) {
        this.festiveFrom = MonthDay.parse("--" + from);
        this.festiveTo = MonthDay.parse("--" + to);
        this.festiveDays =
                Arrays.stream(days).map(day -> MonthDay.parse("--" + day)).toList();
        return this;
    }

    public RotationBuilder festiveLongest(int days) {
        this.festiveLongest = days;
        return this;
    }

    public RotationBuilder festiveRest(int days) {
        this.festiveRest = days;
        return this;
    }

    /** Leaves festive days uncovered on purpose. */
    public RotationBuilder festiveUncovered() {
        this.festiveCover = false;
        return this;
    }

    public Rotation build() {
        if (tiers.isEmpty()) {
            tiers("primary", "secondary");
        }
        return new Rotation(
                new RotationId(id),
                kind,
                tiers,
                handover,
                coverage,
                longestDays,
                restDays,
                supervisedStints,
                new FestivePolicy(festiveFrom, festiveTo, festiveDays, festiveLongest, festiveRest, festiveCover));
    }

    private RotationBuilder covered(DayKind day, String... windows) {
        Map<DayKind, List<TimeWindow>> changed = new java.util.HashMap<>(coverage.windows());
        changed.put(day, Arrays.stream(windows).map(RotationBuilder::window).toList());
        coverage = new Coverage(changed);
        return this;
    }

    private static TimeWindow window(String text) {
        String[] times = text.split("-");
        return new TimeWindow(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
    }
}
