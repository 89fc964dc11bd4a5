package org.oncall.rota.export.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Shift;

/** One row a shift; instants carry the offset of the team's zone. */
public final class ShiftsCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("rotation", "tier", "member", "name", "from", "to")
            .get();

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private ShiftsCsv() {}

    public static String of(AuditReport report) {
        ZoneId zone = report.rota().problem().team().zone();
        Map<MemberId, String> names = new HashMap<>();
        for (Member member : report.rota().problem().team().members()) {
            names.put(member.id(), member.name());
        }
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (Shift shift : report.shifts()) {
                printer.printRecord(
                        shift.rotation(),
                        shift.tier(),
                        Cells.safe(shift.member().value()),
                        Cells.safe(names.getOrDefault(shift.member(), "")),
                        INSTANT.format(shift.span().start().atZone(zone)),
                        INSTANT.format(shift.span().end().atZone(zone)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail
        }
        return text.toString();
    }
}
