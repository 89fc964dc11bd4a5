package org.oncall.rota.rest;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code Prefer} header (RFC 7240). A preference that cannot be understood is passed over, as it asks. */
final class Preference {
    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private Preference() {}

    /** How long the caller would wait; zero where they did not say. The first one counts. */
    static Duration wait(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                .orElse(Duration.ZERO);
    }
}
