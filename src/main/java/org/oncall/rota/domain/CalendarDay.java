package org.oncall.rota.domain;

import java.time.LocalDate;

/**
 * A date and what is particular about it.
 *
 * @param festive whether it is a festive day of any rotation, by true date
 */
public record CalendarDay(LocalDate date, DayKind kind, boolean festive) {}
