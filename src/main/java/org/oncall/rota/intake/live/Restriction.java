package org.oncall.rota.intake.live;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the wall clock to which a layer is restricted.
 *
 * @param day on which they begin each week; null: each day
 * @param seconds how long by the wall clock, at most a week, or a day where they begin each day
 */
public record Restriction(@Nullable DayOfWeek day, LocalTime time, long seconds) {}
