package org.oncall.rota.intake.ical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One event as it is written. */
final class Event {
    private final Map<String, List<Property>> properties = new HashMap<>();

    /** A value with its parameters, both as written; names in capitals. */
    record Property(Map<String, String> parameters, String value) {
        @Nullable
        String parameter(String name) {
            return parameters.get(name);
        }
    }

    void add(String name, Property property) {
        properties.computeIfAbsent(name, each -> new ArrayList<>()).add(property);
    }

    List<Property> all(String name) {
        return properties.getOrDefault(name, List.of());
    }

    @Nullable
    Property first(String name) {
        return all(name).isEmpty() ? null : all(name).getFirst();
    }

    /** By its UID; an event without one is known by when it is, and what it is called. */
    String uid() {
        Property uid = first("UID");
        String text = uid != null ? uid.value().strip() : "without-uid-" + value("DTSTART") + value("DTEND") + title();
        return text.length() > LONGEST_UID ? text.substring(0, LONGEST_UID) : text;
    }

    private String value(String name) {
        Property property = first(name);
        return property == null ? "" : property.value();
    }

    boolean isCancelled() {
        Property status = first("STATUS");
        return status != null && status.value().strip().toUpperCase(Locale.ROOT).equals("CANCELLED");
    }

    /** What people read of it, in one line; empty where it says nothing. */
    String title() {
        Property summary = first("SUMMARY");
        return summary == null ? "" : plain(summary.value());
    }

    /** A text without the escapes of the format, in one line; where it is far too long, without its last words. */
    static String plain(String text) {
        String plain = ESCAPED.matcher(text)
                .replaceAll(sign -> Matcher.quoteReplacement(sign.group(1).equalsIgnoreCase("n") ? " " : sign.group(1)))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, plain.lastIndexOf(' ', LONGEST_TEXT) + 1);
    }

    private static final int LONGEST_UID = 300;
    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern ESCAPED = Pattern.compile("\\\\([nN,;\\\\])");
}
