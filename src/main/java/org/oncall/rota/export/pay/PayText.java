package org.oncall.rota.export.pay;

import java.util.Locale;
import org.oncall.rota.pay.HourKind;
import org.oncall.rota.pay.PayReport;
import org.oncall.rota.pay.ToilReport;

/** Hours and pay, and time off, for people to read in a terminal. */
public final class PayText {
    private PayText() {}

    public static String of(PayReport report) {
        StringBuilder text = new StringBuilder();
        for (PayReport.MemberPay member : report.members()) {
            text.append(String.format(
                    Locale.UK,
                    "%s: %s h, %s %s%n",
                    member.name(),
                    PayCsv.hours(member.time()),
                    report.currency(),
                    member.total().toPlainString()));
            for (PayReport.Row row : member.rows()) {
                text.append(String.format(
                        Locale.UK,
                        "  %-12s %9s h  %-24s %s%n",
                        kind(row.kind()),
                        PayCsv.hours(row.time()),
                        row.rule().isEmpty() ? "(no rule)" : row.rule(),
                        row.amount().toPlainString()));
            }
        }
        return text.append(String.format(
                        Locale.UK,
                        "Total: %s %s%n",
                        report.currency(),
                        report.total().toPlainString()))
                .toString();
    }

    public static String of(ToilReport report) {
        StringBuilder text = new StringBuilder();
        for (ToilReport.MemberToil member : report.members()) {
            text.append(String.format(
                    Locale.UK,
                    "%s: %s days (%s h) of time off, %s h of rest owed%n",
                    member.name(),
                    PayCsv.plain(member.days()),
                    PayCsv.hours(member.time()),
                    PayCsv.hours(member.restOwed())));
            member.claims()
                    .forEach(claim -> text.append("  ").append(claim.sentence()).append(System.lineSeparator()));
            member.rests()
                    .forEach(rest -> text.append("  ").append(rest.sentence()).append(System.lineSeparator()));
        }
        return text.isEmpty() ? "No alerts." + System.lineSeparator() : text.toString();
    }

    private static String kind(HourKind kind) {
        return switch (kind) {
            case WORKING_DAY -> "working day";
            case WEEKEND -> "weekend";
            case BANK_HOLIDAY -> "bank holiday";
            case NIGHT -> "night";
        };
    }
}
