package org.oncall.rota.intake;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.FestivePolicy;
import org.oncall.rota.wire.FestiveJson;

/** Reads the stretch of the year with short shifts. */
final class FestiveReader {
    private final Values values;
    private final Issues issues;
    private final int longestStint;
    private final int longestRest;

    FestiveReader(Values values, int longestStint, int longestRest) {
        this.values = values;
        this.issues = values.issues();
        this.longestStint = longestStint;
        this.longestRest = longestRest;
    }

    @Nullable
    FestivePolicy read(@Nullable FestiveJson given, Field.Owner owner) {
        if (given == null) {
            return null;
        }
        MonthDay from = values.monthDay(given.from(), owner.field("from"));
        MonthDay to = values.monthDay(given.to(), owner.field("to"));
        List<MonthDay> days = days(given, from, to, owner);
        Integer longest = values.days(given.longest(), owner.field("longest"), 1, longestStint);
        Integer rest = values.days(given.rest(), owner.field("rest"), 0, longestRest);
        return from == null || to == null || longest == null || rest == null
                ? null
                : new FestivePolicy(from, to, days, longest, rest, Boolean.TRUE.equals(given.cover()));
    }

    private List<MonthDay> days(FestiveJson given, @Nullable MonthDay from, @Nullable MonthDay to, Field.Owner owner) {
        List<MonthDay> result = new ArrayList<>();
        Field list = owner.field("days");
        List<String> texts = given.days();
        if (texts == null || issues.isUnread(list.place())) {
            return result;
        }
        boolean isGiven = values.isGiven(list.place());
        for (int i = 0; i < texts.size(); i++) {
            Field entry = new Field(
                    "festive day", owner.name(), isGiven ? list.place().at(i) : list.place());
            MonthDay day = values.monthDay(texts.get(i), entry);
            if (day == null) {
                continue;
            }
            result.add(day);
            if (from != null && to != null && !isWithin(day, from, to)) {
                issues.add(
                        IssueCode.FESTIVE_DAY_OUTSIDE,
                        entry.place(),
                        entry.says(
                                isGiven ? texts.get(i) : texts.get(i) + " by default",
                                "must lie in it, from " + given.from() + " to " + given.to() + ". "
                                        + (isGiven ? "Maybe change one of the three." : "Maybe add \"days\": [].")));
            }
        }
        return result;
    }

    private static boolean isWithin(MonthDay day, MonthDay from, MonthDay to) {
        boolean afterStart = !day.isBefore(from);
        boolean beforeEnd = !day.isAfter(to);
        return to.isBefore(from) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
}
