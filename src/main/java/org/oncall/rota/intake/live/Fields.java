package org.oncall.rota.intake.live;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields of one object of a file as what they must be, or says why they are not. */
public final class Fields {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    /** Offsets are written with a colon and without. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private final Source source;
    private final Item object;
    private final String what;

    /** @param what the thing as sentences name it, such as "layer (Weekdays)" */
    public Fields(Source source, Item object, String what) {
        this.source = source;
        this.object = object;
        this.what = what;
    }

    public String what() {
        return what;
    }

    public int line() {
        return object.line();
    }

    /** Names every field that is not among those that are understood. */
    public void knowOnly(Set<String> known) {
        object.fields().forEach((name, item) -> {
            if (!known.contains(name)) {
                source.issue(
                        item.line(),
                        SourceIssue.NOT_UNDERSTOOD,
                        "The field (" + Source.shown(name) + ") of " + what
                                + " is not understood, and who is on call may depend on it.\nMaybe remove it.");
            }
        });
    }

    /** The text; null where there is none, which is an issue then. */
    public @Nullable String text(String name) {
        Item item = object.get(name);
        if (item == null) {
            missing(name, object.line());
            return null;
        }
        return item.text() != null ? item.text() : wrong(name, item, "a text");
    }

    /** The text; null where the field is absent. What it is else is an issue. */
    public @Nullable String optionalText(String name) {
        return object.get(name) == null ? null : text(name);
    }

    /** The list; empty where there is none. What it is else is an issue. */
    public List<Item> list(String name) {
        Item item = object.get(name);
        if (item != null && !item.isList()) {
            wrong(name, item, "a list");
        }
        return item == null ? List.of() : item.elements();
    }

    /** The whole number, also written as a text; null where there is none in the range, which is an issue then. */
    public @Nullable Long number(String name, long least, long most, String unit) {
        Item item = object.get(name);
        if (item == null) {
            missing(name, object.line());
            return null;
        }
        Object value = item.value();
        Long number = value instanceof Long whole ? whole : null;
        if (value instanceof String text && text.matches("\\d{1,15}")) {
            number = Long.parseLong(text);
        }
        if (number == null) {
            return wrong(name, item, "a whole number of " + unit);
        }
        if (number < least || number > most) {
            source.issue(
                    item.line(),
                    SourceIssue.OUT_OF_RANGE,
                    "The " + name + " (" + number + ") of " + what + " must be from " + least + " to " + most + " "
                            + unit + ".");
            return null;
        }
        return number;
    }

    /** The instant; null where there is none, which is an issue then. */
    public @Nullable Instant instant(String name) {
        String text = text(name);
        return text == null ? null : instant(name, text);
    }

    /** The instant; null where the field is absent or blank. What it is else is an issue. */
    public @Nullable Instant optionalInstant(String name) {
        String text = optionalText(name);
        return text == null || text.isBlank() ? null : instant(name, text);
    }

    private @Nullable Instant instant(String name, String text) {
        try {
            OffsetDateTime time = INSTANT.parse(text.strip(), OffsetDateTime::from);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        Item item = object.get(name);
        source.issue(
                item == null ? object.line() : item.line(),
                SourceIssue.BAD_INSTANT,
                "The " + name + " (" + Source.shown(text) + ") of " + what
                        + " must be a time with its offset, of the years " + FIRST_YEAR + " to " + LAST_YEAR
                        + ".\nMaybe write 2027-01-05T09:00:00Z.");
        return null;
    }

    /** The zone; null where there is none, which is an issue then. */
    public @Nullable ZoneId zone(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (ZONES.contains(text.strip())) {
            return ZoneId.of(text.strip());
        }
        Item item = object.get(name);
        source.issue(
                item == null ? object.line() : item.line(),
                SourceIssue.UNKNOWN_ZONE,
                "The " + name + " (" + Source.shown(text) + ") of " + what
                        + " must be a zone of the IANA list.\nMaybe write Europe/London.");
        return null;
    }

    /** The day of the week by its English name; null where there is none, which is an issue then. */
    public @Nullable DayOfWeek day(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(text.strip())) {
                return day;
            }
        }
        return wrong(
                name,
                object.get(name),
                "one of " + Arrays.toString(DayOfWeek.values()).toLowerCase(Locale.ROOT));
    }

    public void missing(String name, int line) {
        source.issue(line, SourceIssue.MISSING, "The " + what + " must have the field (" + name + ").");
    }

    /** Says that a field is something else; always null. */
    public <T> @Nullable T wrong(String name, @Nullable Item item, String must) {
        Item found = item == null ? object : item;
        boolean evaluated = found.value() instanceof Item.Reference || found.value() instanceof Item.Expression;
        source.issue(
                found.line(),
                evaluated ? SourceIssue.NOT_UNDERSTOOD : SourceIssue.WRONG_TYPE,
                "The " + name + " (" + found.shown() + ") of " + what + " must be " + must
                        + (evaluated ? " that is written out: nothing is evaluated here, and nothing guessed." : "."));
        return null;
    }
}
