package org.oncall.rota.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates and amounts read in sentences. */
final class Texts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.UK);

    private Texts() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String days(long count) {
        return count(count, "day");
    }

    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** "on Tue 5 January 2027", or "from ... to ..." for several days. */
    static String span(RotationFacts rotation, Breach breach) {
        String first = day(rotation.date(breach.firstDay()));
        return breach.firstDay() == breach.lastDay()
                ? "on " + first
                : "from " + first + " to " + day(rotation.date(breach.lastDay()));
    }
}
