package org.oncall.rota.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.TimeWindow;
import org.oncall.rota.pay.CallOut;
import org.oncall.rota.pay.ToilPolicy;
import org.oncall.rota.wire.AlertJson;
import org.oncall.rota.wire.ToilJson;

/** Reads a log of alerts, and what they are worth. */
final class ToilReader {
    private static final Place TOIL = Place.ROOT.at("toil");
    private static final Place ALERTS = Place.ROOT.at("alerts");
    private static final int MOST_ALERTS = 20_000;
    private static final int MOST_WINDOWS = 4;
    private static final Duration LONGEST_WORK = Duration.ofHours(48);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    /** So far from the period bank holidays are known. */
    private static final int YEARS_AROUND = 1;

    private static final ToilJson NOTHING_SAID = new ToilJson(null, null, null, null, null, null, null, null);

    private final Values values;
    private final Issues issues;

    ToilReader(Values values) {
        this.values = values;
        this.issues = values.issues();
    }

    /** What alerts are worth, with every default; null where there is any issue with it. */
    @Nullable
    ToilPolicy policy(@Nullable ToilJson json) {
        int before = issues.count();
        ToilJson given = json == null ? NOTHING_SAID : json;
        Field.Owner owner = new Field.Owner("the time off", TOIL);
        BigDecimal awake = days(given.awake(), owner.field("awake"), "0.25");
        BigDecimal woken = days(given.woken(), owner.field("woken"), "0.5");
        BigDecimal extra = days(given.extra(), owner.field("extra"), "0.25");
        Duration included = time(given.included(), owner.field("included"), Duration.ofHours(1));
        Duration window = time(given.window(), owner.field("window"), Duration.ofHours(1));
        Duration day = time(given.day(), owner.field("day"), Duration.ofHours(7));
        Duration rest = time(given.rest(), owner.field("rest"), Duration.ofHours(11));
        List<TimeWindow> office = new ArrayList<>();
        List<String> windows = given.officeHours() == null ? List.of("10:00-18:00") : given.officeHours();
        if (windows.size() > MOST_WINDOWS) {
            issues.add(
                    IssueCode.TOO_MANY,
                    TOIL.at("officeHours"),
                    owner.field("officeHours")
                            .says(windows.size(), "must be at most " + MOST_WINDOWS + ". Maybe join some of them."));
        }
        for (int i = 0; i < Math.min(windows.size(), MOST_WINDOWS); i++) {
            Field entry = new Field(
                    "officeHours", owner.name(), TOIL.at("officeHours").at(i));
            TimeWindow hours = windows.get(i) == null ? null : values.window(windows.get(i), entry);
            if (hours != null) {
                office.add(hours);
            }
        }
        return issues.count() > before
                ? null
                : new ToilPolicy(awake, woken, extra, included, window, day, rest, office);
    }

    private BigDecimal days(@Nullable String text, Field field, String usual) {
        BigDecimal days = values.decimal(
                text, field, 2, "must be a number of days from 0 to 99.9999 in digits. Maybe write " + usual + ".");
        return days == null ? new BigDecimal(usual) : days;
    }

    private Duration time(@Nullable String text, Field field, Duration usual) {
        Duration time = values.duration(text, field);
        if (time != null && (!time.isPositive() || time.compareTo(ONE_DAY) > 0)) {
            issues.add(
                    IssueCode.OUT_OF_RANGE,
                    field.place(),
                    field.says(text, "must be longer than nothing and at most PT24H. Maybe write " + usual + "."));
            return usual;
        }
        return time == null ? usual : time;
    }

    /** The alerts as they were given, where they are not too many. */
    List<AlertJson> alerts(@Nullable List<AlertJson> given) {
        Field field = new Field("alerts", "the request", ALERTS);
        List<AlertJson> alerts = values.required(given, field, "\"alerts\", or [] for none");
        if (alerts != null && alerts.size() > MOST_ALERTS) {
            issues.add(
                    IssueCode.TOO_MANY,
                    ALERTS,
                    field.says(alerts.size(), "must be at most " + MOST_ALERTS + ". Maybe send them month by month."));
            return List.of();
        }
        return alerts == null ? List.of() : alerts;
    }

    /** Adds what is wrong with alerts of a rota that cannot be read itself. */
    void check(List<AlertJson> alerts) {
        for (int i = 0; i < alerts.size(); i++) {
            if (alerts.get(i) != null) {
                read(alerts.get(i), new Field.Owner("the alert at " + ALERTS.at(i), ALERTS.at(i)), null);
            }
        }
    }

    /** What the alerts mean, as far as they can be read. */
    List<CallOut> log(List<AlertJson> alerts, RotaProblem problem) {
        Map<String, MemberId> members = new HashMap<>();
        problem.team().members().forEach(member -> members.put(member.id().value(), member.id()));
        Instant first = problem.from().minusYears(YEARS_AROUND).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant last = problem.to().plusYears(YEARS_AROUND).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<CallOut> log = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            AlertJson alert = alerts.get(i);
            if (alert != null) {
                int before = issues.count();
                CallOut read = read(alert, new Field.Owner("the alert at " + ALERTS.at(i), ALERTS.at(i)), members);
                if (read != null && (read.at().isBefore(first) || !read.at().isBefore(last))) {
                    issues.add(
                            IssueCode.OUT_OF_RANGE,
                            ALERTS.at(i).at("at"),
                            new Field("at", "the alert", ALERTS.at(i).at("at"))
                                    .says(
                                            alert.at(),
                                            "must be no more than a year from the period of the rota. Maybe take the rota"
                                                    + " of that time."));
                }
                if (read != null && issues.count() == before) {
                    log.add(read);
                }
            }
        }
        return log;
    }

    private @Nullable CallOut read(AlertJson alert, Field.Owner owner, @Nullable Map<String, MemberId> members) {
        Field memberField = owner.field("member");
        String id = values.required(alert.member(), memberField, memberField.example("ana"));
        MemberId member = id == null || members == null ? null : members.get(id);
        if (id != null && members != null && member == null) {
            issues.add(
                    IssueCode.UNKNOWN_MEMBER,
                    memberField.place(),
                    () -> "The member (" + Quotes.shorten(id) + ") of " + owner.name() + " does not exist."
                            + Quotes.maybe(Near.of(
                                    id, members.keySet().stream().sorted().toList()))
                            + " The members are "
                            + Quotes.list(members.keySet().stream().sorted().toList()) + ".");
        }
        Field atField = owner.field("at");
        Instant at = values.instant(alert.at(), atField);
        Field untilField = owner.field("until");
        boolean isOver = alert.until() == null && !issues.isUnread(untilField.place());
        Instant until = isOver ? at : values.instant(alert.until(), untilField);
        if (at != null && until != null && until.isBefore(at)) {
            issues.add(
                    IssueCode.WRONG_ORDER,
                    untilField.place(),
                    untilField.says(
                            alert.until(), "must not be before the alert (" + alert.at() + "). Maybe leave it out."));
            until = null;
        }
        if (at != null && until != null && Duration.between(at, until).compareTo(LONGEST_WORK) > 0) {
            issues.add(
                    IssueCode.OUT_OF_RANGE,
                    untilField.place(),
                    untilField.says(
                            alert.until(),
                            "must be within " + LONGEST_WORK.toHours() + " hours of the alert (" + alert.at()
                                    + "). Maybe somebody else went on with it, who has an alert of their own."));
            until = null;
        }
        String label = alert.alert() == null || alert.alert().isEmpty()
                ? ""
                : values.text(alert.alert(), owner.field("alert"), Values.LONGEST_NAME);
        return member == null || at == null || until == null || label == null
                ? null
                : new CallOut(member, at, Boolean.TRUE.equals(alert.woken()), until, label);
    }
}
