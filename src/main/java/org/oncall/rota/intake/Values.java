package org.oncall.rota.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.TimeWindow;

/**
 * Reads the texts and numbers of a request as values. Each method returns null where it cannot and has then added an
 * issue, unless the shape of the value was wrong, which has its issue already.
 */
final class Values {
    static final int LONGEST_ID = 100;
    static final int LONGEST_NAME = 200;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");
    private static final Pattern WINDOW = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
    private static final Pattern PERIOD = Pattern.compile("P(?=\\d)(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-.*");
    private static final Pattern DURATION = Pattern.compile("P.*");
    private static final Pattern SLOT_ID_PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Issues issues;
    private final JsonNode document;

    Values(Issues issues, JsonNode document) {
        this.issues = issues;
        this.document = document;
    }

    Issues issues() {
        return issues;
    }

    /** Whether the caller wrote something there, rather than leaving it to a default. */
    boolean isGiven(Place place) {
        JsonNode node = document.at(place.pointer());
        return !node.isMissingNode() && !node.isNull();
    }

    /** Whether the caller wrote a bare text there. */
    boolean isText(Place place) {
        return document.at(place.pointer()).isTextual();
    }

    /** The value, unless it is absent, which is an issue, or could not be read, which was one. */
    <T> @Nullable T required(@Nullable T value, Field field, String example) {
        if (issues.isUnread(field.place())) {
            return null;
        }
        if (value == null) {
            issues.add(
                    IssueCode.MISSING,
                    field.place(),
                    "The field (" + field.name() + ") of " + field.owner() + " is missing. Maybe add " + example + ".");
        }
        return value;
    }

    @Nullable
    LocalDate date(@Nullable String text, Field field) {
        String given = required(text, field, field.example(field.isEnd() ? "2027-01-12" : "2027-01-05"));
        return given == null ? null : parseDate(given, field);
    }

    /** Null also where nothing is given. */
    @Nullable
    LocalDate dateIfAny(@Nullable String text, Field field) {
        return text == null || issues.isUnread(field.place()) ? null : parseDate(text, field);
    }

    private @Nullable LocalDate parseDate(String text, Field field) {
        return parse(
                text,
                field,
                DATE,
                LocalDate::parse,
                IssueCode.BAD_DATE,
                "must be a date, year-month-day. Maybe write 2027-01-05 for 5 January 2027.");
    }

    @Nullable
    LocalTime time(@Nullable String text, Field field) {
        return parse(
                text,
                field,
                TIME,
                LocalTime::parse,
                IssueCode.BAD_TIME,
                "must be a time of day from 00:00 to 23:59. Maybe write 12:00 for midday.");
    }

    @Nullable
    MonthDay monthDay(@Nullable String text, Field field) {
        return parse(
                text,
                field,
                MONTH_DAY,
                day -> MonthDay.parse("--" + day),
                IssueCode.BAD_MONTH_DAY,
                "must be a day of the year, month-day. Maybe write 12-24 for 24 December.");
    }

    @Nullable
    TimeWindow window(String text, Field field) {
        return parse(
                text,
                field,
                WINDOW,
                Values::parseWindow,
                IssueCode.BAD_WINDOW,
                "must be two times of day, of which only the second may be 24:00."
                        + " Maybe write 07:00-09:00, or 00:00-24:00 for the whole day.");
    }

    private static TimeWindow parseWindow(String text) {
        Matcher window = WINDOW.matcher(text);
        if (!window.matches()) {
            throw new IllegalArgumentException("The window (" + text + ") must match its own pattern.");
        }
        String end = window.group(2);
        return new TimeWindow(
                LocalTime.parse(window.group(1)), end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
    }

    @Nullable
    Instant instant(@Nullable String text, Field field) {
        String given =
                required(text, field, field.example(field.isEnd() ? "2027-01-12T12:00:00Z" : "2027-01-05T12:00:00Z"));
        return given == null
                ? null
                : parse(
                        given,
                        field,
                        INSTANT,
                        instant -> OffsetDateTime.parse(instant).toInstant(),
                        IssueCode.BAD_INSTANT,
                        "must be an instant with its offset from UTC."
                                + " Maybe write 2027-01-05T12:00:00Z, or 2027-07-06T12:00:00+01:00.");
    }

    @Nullable
    Duration duration(@Nullable String text, Field field) {
        return parse(
                text,
                field,
                DURATION,
                Duration::parse,
                IssueCode.BAD_DURATION,
                "must be an ISO-8601 duration. Maybe write PT20S for twenty seconds, or PT5M for five minutes.");
    }

    /** A number of days written as a period of whole days or weeks. */
    @Nullable
    Integer days(@Nullable String text, Field field, int least, int most) {
        Integer days = parse(
                text,
                field,
                PERIOD,
                Values::parsePeriod,
                IssueCode.BAD_PERIOD,
                "must be an ISO-8601 period of whole days or weeks. Maybe write P7D for seven days.");
        return days == null || text == null ? null : inRange(days, text, field, least, most, "P", "D");
    }

    private static int parsePeriod(String text) {
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            throw new IllegalArgumentException("The period (" + text + ") must match its own pattern.");
        }
        int weeks = period.group(1) == null ? 0 : Integer.parseInt(period.group(1));
        int days = period.group(2) == null ? 0 : Integer.parseInt(period.group(2));
        return 7 * weeks + days;
    }

    /** A decimal number, written as text so that it is exact: not negative, at most so many digits before the point. */
    @Nullable
    BigDecimal decimal(@Nullable String text, Field field, int digits, String must) {
        if (text == null || issues.isUnread(field.place())) {
            return null;
        }
        if (!text.matches("[0-9]{1," + digits + "}(\\.[0-9]{1,4})?")) {
            issues.add(IssueCode.BAD_AMOUNT, field.place(), field.says(text, must));
            return null;
        }
        return new BigDecimal(text);
    }

    @Nullable
    Integer number(@Nullable Integer value, Field field, int least, int most) {
        return value == null ? null : inRange(value, value, field, least, most, "", "");
    }

    private @Nullable Integer inRange(
            int value, Object shown, Field field, int least, int most, String prefix, String suffix) {
        if (issues.isUnread(field.place())) {
            return null;
        }
        if (value < least || value > most) {
            String range = "must be from " + prefix + least + suffix + " to " + prefix + most + suffix;
            String nearest = prefix + (value < least ? least : most) + suffix;
            issues.add(
                    IssueCode.OUT_OF_RANGE, field.place(), field.says(shown, range + ". Maybe write " + nearest + "."));
            return null;
        }
        return value;
    }

    @Nullable
    DayOfWeek dayOfWeek(@Nullable String text, Field field) {
        return choice(text, field, DayOfWeek.values(), IssueCode.UNKNOWN_DAY, "a day of the week");
    }

    /** One of the constants, by its exact name. */
    <E extends Enum<E>> @Nullable E choice(
            @Nullable String text, Field field, E[] constants, IssueCode code, String what) {
        if (text == null || issues.isUnread(field.place())) {
            return null;
        }
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(constants).map(Enum::name).toList();
        issues.add(
                code,
                field.place(),
                () -> field.says(text, "must be " + what + ", one of " + Quotes.list(names) + ".")
                        + Quotes.maybe(Near.of(text, names)));
        return null;
    }

    /** Text that people can read: not blank, not too long, on one line. */
    @Nullable
    String text(@Nullable String text, Field field, int longest) {
        if (text == null || issues.isUnread(field.place())) {
            return null;
        }
        if (text.isBlank()) {
            issues.add(
                    IssueCode.BAD_TEXT,
                    field.place(),
                    field.says(text, "must not be blank. Maybe write a letter or a word."));
            return null;
        }
        if (text.length() > longest) {
            String must =
                    "is " + text.length() + " characters long and must be at most " + longest + ". Maybe shorten it.";
            issues.add(IssueCode.BAD_TEXT, field.place(), field.says(text, must));
            return null;
        }
        if (!text.codePoints().allMatch(Quotes::isPrintable)) {
            issues.add(
                    IssueCode.BAD_TEXT,
                    field.place(),
                    field.says(text, "must be one line without control characters. Maybe remove them."));
            return null;
        }
        return text;
    }

    /** An id that becomes part of the ids of slots. */
    @Nullable
    String slotIdPart(@Nullable String text, Field field) {
        if (text == null || issues.isUnread(field.place())) {
            return null;
        }
        if (!SLOT_ID_PART.matcher(text).matches()) {
            String must =
                    "must be 1 to 64 letters A-Z, digits, hyphens or underscores, and begin with a letter or digit,"
                            + " because it becomes part of the ids of shifts. Maybe write ";
            String legal = text.strip().replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[_-]+|-+$", "");
            String suggestion = legal.isEmpty() ? "on-call" : legal.substring(0, Math.min(legal.length(), 64));
            issues.add(IssueCode.BAD_ID, field.place(), field.says(text, must + suggestion + "."));
            return null;
        }
        return text;
    }

    private <T> @Nullable T parse(
            @Nullable String text,
            Field field,
            Pattern pattern,
            Function<String, T> parser,
            IssueCode code,
            String must) {
        if (text == null || issues.isUnread(field.place())) {
            return null;
        }
        if (pattern.matcher(text).matches()) {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                // Of the right form but no such date or time: the issue below says so.
            }
        }
        issues.add(code, field.place(), field.says(text, must));
        return null;
    }
}
