package org.oncall.rota.domain;

import java.time.LocalTime;

/** Local times of a day; an end that is not after the start lies on the next day, so 00:00 to 00:00 is the whole day. */
public record TimeWindow(LocalTime start, LocalTime end) {
    public static final TimeWindow WHOLE_DAY = new TimeWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public boolean endsNextDay() {
        return !end.isAfter(start);
    }
}
