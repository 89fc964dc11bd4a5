package org.oncall.rota.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Bank holidays that the library has wrong or not yet, as data: region, date, and whether to add or remove it. */
final class HolidayCorrections {
    private static final String RESOURCE = "/holidays/corrections.csv";

    static final HolidayCorrections INSTANCE = load();

    private record Correction(String region, LocalDate date, boolean add) {}

    private final List<Correction> corrections;

    private HolidayCorrections(List<Correction> corrections) {
        this.corrections = List.copyOf(corrections);
    }

    void apply(String region, int firstYear, int lastYear, Set<LocalDate> dates) {
        for (Correction correction : corrections) {
            int year = correction.date.getYear();
            if (correction.region.equalsIgnoreCase(region) && year >= firstYear && year <= lastYear) {
                if (correction.add) {
                    dates.add(correction.date);
                } else {
                    dates.remove(correction.date);
                }
            }
        }
    }

    private static HolidayCorrections load() {
        try (InputStream stream = HolidayCorrections.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("The resource (" + RESOURCE + ") is missing from the application.");
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource (" + RESOURCE + ") cannot be read.", e);
        }
    }

    static HolidayCorrections read(Reader reader) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Correction> corrections = new ArrayList<>();
        for (CSVRecord row : format.parse(reader)) {
            corrections.add(new Correction(
                    row.get("region"),
                    LocalDate.parse(row.get("date")),
                    row.get("change").equals("add")));
        }
        return new HolidayCorrections(corrections);
    }
}
