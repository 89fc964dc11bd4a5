package org.oncall.rota.export.pay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.oncall.rota.pay.PayReport;
import org.oncall.rota.pay.ToilReport;

/** Hours and pay, and time off, as CSV for spreadsheets. Minutes are exact; hours are the same, to four digits. */
public final class PayCsv {
    private static final CSVFormat PAY = CSVFormat.RFC4180
            .builder()
            .setHeader("member", "name", "kind", "rule", "unit", "minutes", "hours", "count", "amount", "currency")
            .get();

    private static final CSVFormat TOIL = CSVFormat.RFC4180
            .builder()
            .setHeader("member", "name", "what", "at", "alerts", "woken", "days", "minutes", "hours", "sentence")
            .get();

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private PayCsv() {}

    /** One row a member, kind of hour and rule; amounts add up to the totals, as each is rounded for itself. */
    public static String of(PayReport report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, PAY)) {
            for (PayReport.MemberPay member : report.members()) {
                for (PayReport.Row row : member.rows()) {
                    printer.printRecord(
                            safe(member.member().value()),
                            safe(member.name()),
                            row.kind(),
                            safe(row.rule()),
                            row.unit(),
                            row.time().toMinutes(),
                            hours(row.time()),
                            row.count(),
                            row.amount().toPlainString(),
                            safe(report.currency()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail
        }
        return text.toString();
    }

    /** One row a claim (what is CLAIM: days and time off) and one a rest that is owed (REST: time owed). */
    public static String of(ToilReport report, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, TOIL)) {
            for (ToilReport.MemberToil member : report.members()) {
                for (ToilReport.Claim claim : member.claims()) {
                    printer.printRecord(
                            safe(member.member().value()),
                            safe(member.name()),
                            "CLAIM",
                            INSTANT.format(claim.first().atZone(zone)),
                            claim.alerts(),
                            claim.woken() ? "yes" : "no",
                            plain(claim.days()),
                            claim.time().toMinutes(),
                            hours(claim.time()),
                            safe(claim.sentence()));
                }
                for (ToilReport.Rest rest : member.rests()) {
                    printer.printRecord(
                            safe(member.member().value()),
                            safe(member.name()),
                            "REST",
                            INSTANT.format(rest.from().atZone(zone)),
                            "",
                            "",
                            "",
                            rest.owed().toMinutes(),
                            hours(rest.owed()),
                            safe(rest.sentence()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail
        }
        return text.toString();
    }

    /** A text that a spreadsheet would take for a formula is marked as text. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String hours(Duration time) {
        return plain(BigDecimal.valueOf(time.toMinutes()).divide(MINUTES, 4, RoundingMode.HALF_UP));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
