package org.oncall.rota.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date and what is particular about it.
 *
 * @param name of a bank holiday, in English; null where it is none, or has no name
 * @param festive whether it is a festive day of any rotation, by true date
 */
public record CalendarDay(
        LocalDate date, DayKind kind, @Nullable String name, boolean festive) {}
