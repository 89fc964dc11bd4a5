package org.oncall.rota.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HolidayCorrectionsTest {
    private static final String ROWS = """
            region,date,change,reason
            GB-ENG,2027-02-03,add,"A jubilee, at short notice"
            GB-ENG,2027-08-30,remove,Moved
            GB-SCT,2027-02-04,add,Elsewhere
            GB-ENG,2029-02-05,add,Another year
            """;

    private final Set<LocalDate> dates = new TreeSet<>(Set.of(date("2027-01-01"), date("2027-08-30")));

    @Test
    void apply_rowsOfTheRegionAndYears_addAndRemove() throws IOException {
        HolidayCorrections.read(new StringReader(ROWS)).apply("gb-eng", 2026, 2028, dates);

        assertThat(dates).containsExactly(date("2027-01-01"), date("2027-02-03"));
    }

    @Test
    void apply_lastYearOfTheRange_isIncluded() throws IOException {
        HolidayCorrections.read(new StringReader(ROWS)).apply("GB-ENG", 2028, 2029, dates);

        assertThat(dates).containsExactly(date("2027-01-01"), date("2027-08-30"), date("2029-02-05"));
    }

    @Test
    void apply_regionWithoutRows_changesNothing() throws IOException {
        HolidayCorrections.read(new StringReader(ROWS)).apply("DE-BY", 2019, 2030, dates);

        assertThat(dates).containsExactly(date("2027-01-01"), date("2027-08-30"));
    }

    @Test
    void read_headerOnly_isEmpty() throws IOException {
        HolidayCorrections.read(new StringReader("region,date,change,reason\n")).apply("GB-ENG", 2019, 2030, dates);

        assertThat(dates).hasSize(2);
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
