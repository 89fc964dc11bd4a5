package org.oncall.rota.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankHolidaysTest {
    private static final int FIRST_YEAR = 2019;
    private static final int LAST_YEAR = 2028;

    @ParameterizedTest
    @CsvSource({"GB-ENG, england-and-wales", "GB-WLS, england-and-wales", "GB-SCT, scotland", "GB-NIR, northern-ireland"
    })
    void of_regionOfTheUnitedKingdom_isTheOfficialList(String region, String division) throws IOException {
        assertThat(BankHolidays.of(region, FIRST_YEAR, LAST_YEAR).orElseThrow().dates())
                .containsExactlyElementsOf(official(division));
    }

    @Test
    void of_oneYear_holdsNothingOfTheYearsBeside() throws IOException {
        assertThat(BankHolidays.of("GB-ENG", 2027, 2027).orElseThrow().dates())
                .containsExactlyElementsOf(official("england-and-wales").stream()
                        .filter(date -> date.getYear() == 2027)
                        .toList());
    }

    @Test
    void of_substituteDays_namesTheSubstituteAndNotTheDayItStandsInFor() {
        BankHolidays holidays = BankHolidays.of("GB-ENG", 2026, 2027).orElseThrow();

        assertThat(onlyLateDecember(holidays, 2026)).containsExactly(date("2026-12-25"), date("2026-12-28"));
        assertThat(onlyLateDecember(holidays, 2027)).containsExactly(date("2027-12-27"), date("2027-12-28"));
    }

    @Test
    void of_regionInAnyCase_isTheSameRegion() {
        assertThat(BankHolidays.of("gb-sct", 2027, 2027).orElseThrow().dates())
                .isEqualTo(BankHolidays.of("GB-SCT", 2027, 2027).orElseThrow().dates());
    }

    @Test
    void of_otherCountries_followTheirOwnCalendar() {
        assertThat(BankHolidays.of("DE-BY", 2027, 2027).orElseThrow().dates())
                .contains(date("2027-01-06"), date("2027-10-03"))
                .doesNotContain(date("2027-10-31"));
        assertThat(BankHolidays.of("DE-BB", 2027, 2027).orElseThrow().dates())
                .contains(date("2027-10-31"))
                .doesNotContain(date("2027-01-06"));
        assertThat(BankHolidays.of("FR", 2027, 2027).orElseThrow().dates()).contains(date("2027-07-14"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB-XYZ", "GB-LND", "GB-en", "GB-", "XX", "XX-ENG", "DE-XX", "England", "", "-"})
    void of_unknownRegion_isEmpty(String region) {
        assertThat(BankHolidays.of(region, 2027, 2027)).isEmpty();
        assertThat(BankHolidays.isKnown(region)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR", "gb-eng", "DE", "DE-BY", "FR", "US-CA"})
    void isKnown_regionWithACalendar_isTrue(String region) {
        assertThat(BankHolidays.isKnown(region)).isTrue();
    }

    @Test
    void suggestions_wrongRegion_areTheRegionsOfItsCountry() {
        assertThat(BankHolidays.suggestions("GB-XYZ")).containsExactly("GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS");
        assertThat(BankHolidays.suggestions("DE-XX"))
                .hasSize(16)
                .contains("DE-BY")
                .isSorted();
        assertThat(BankHolidays.suggestions("Narnia")).containsExactly("GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS");
    }

    @Test
    void on_explicitDates_holdsThoseSorted() {
        BankHolidays holidays = BankHolidays.on(List.of(date("2027-05-03"), date("2027-01-01")));

        assertThat(holidays.dates()).containsExactly(date("2027-01-01"), date("2027-05-03"));
        assertThat(holidays.contains(date("2027-05-03"))).isTrue();
        assertThat(holidays.contains(date("2027-05-04"))).isFalse();
    }

    @Test
    void none_holdsNoDate() {
        assertThat(BankHolidays.NONE.dates()).isEmpty();
    }

    @Test
    void dates_cannotBeChanged() {
        assertThatThrownBy(() ->
                        BankHolidays.on(List.of(date("2027-05-03"))).dates().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void corrections_everyRow_namesAKnownRegionADateAndAReason() throws IOException {
        for (var row : read("/holidays/corrections.csv")) {
            assertThat(BankHolidays.isKnown(row.get("region")))
                    .as(row.toString())
                    .isTrue();
            assertThat(row.get("change")).as(row.toString()).isIn("add", "remove");
            assertThat(LocalDate.parse(row.get("date"))).as(row.toString()).isNotNull();
            assertThat(row.get("reason")).as(row.toString()).isNotBlank();
        }
    }

    private static List<LocalDate> onlyLateDecember(BankHolidays holidays, int year) {
        return IntStream.rangeClosed(24, 31)
                .mapToObj(day -> LocalDate.of(year, 12, day))
                .filter(holidays::contains)
                .toList();
    }

    private static List<LocalDate> official(String division) throws IOException {
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (var row : read("/holidays/united-kingdom.csv")) {
            if (row.get("division").equals(division)) {
                dates.add(LocalDate.parse(row.get("date")));
            }
        }
        return List.copyOf(dates);
    }

    private static List<org.apache.commons.csv.CSVRecord> read(String resource) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader =
                new InputStreamReader(BankHolidaysTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        }
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
