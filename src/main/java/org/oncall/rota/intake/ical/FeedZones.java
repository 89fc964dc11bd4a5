package org.oncall.rota.intake.ical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.oncall.rota.intake.IssueCode;

/** The zones that feeds name: those of the IANA list, and the names that one vendor uses instead. */
final class FeedZones {
    /** A list that the calendar library brings along: a name, what people read, and the zone of the IANA list. */
    private static final String VENDOR_NAMES = "/net/fortuna/ical4j/transform/compliance/msTimezones";

    private static final int LONGEST_SHOWN = 100;

    private final Map<String, String> vendorNames = vendorNames();

    ZoneId zone(String name) throws BadFeed {
        String wanted = name.strip();
        // Some put a path before the name.
        String last = wanted.startsWith("/") ? wanted.replaceFirst("^/[^/]*/[^/]*/", "") : wanted;
        try {
            return ZoneId.of(vendorNames.getOrDefault(last, last));
        } catch (DateTimeException e) {
            throw new BadFeed(
                    IssueCode.UNKNOWN_ZONE,
                    "The time zone (" + wanted.substring(0, Math.min(wanted.length(), LONGEST_SHOWN))
                            + ") of an event must be one of the IANA list.\nMaybe export the calendar with"
                            + " Europe/London, or in UTC.");
        }
    }

    private static Map<String, String> vendorNames() {
        try (InputStream in = CalendarBuilder.class.getResourceAsStream(VENDOR_NAMES)) {
            if (in == null) {
                return Map.of();
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.indexOf(';') > 0 && line.lastIndexOf('=') > line.indexOf(';'))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(';')),
                            line -> line.substring(line.lastIndexOf('=') + 1).strip(),
                            (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
