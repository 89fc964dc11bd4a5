package org.oncall.rota.export.pay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.oncall.rota.pay.PayReport;
import org.oncall.rota.pay.ToilReport;
import org.oncall.rota.wire.PayAnswer;
import org.oncall.rota.wire.ToilAnswer;

/** Hours and pay, and time off, as answers. */
public final class PayJson {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private PayJson() {}

    public static PayAnswer of(PayReport report) {
        return new PayAnswer(
                report.currency(),
                report.members().stream().map(PayJson::member).toList(),
                report.total().toPlainString());
    }

    private static PayAnswer.PayMember member(PayReport.MemberPay member) {
        return new PayAnswer.PayMember(
                member.member().value(),
                member.name(),
                member.time().toString(),
                member.hours().entrySet().stream()
                        .map(hours -> new PayAnswer.PayHours(
                                hours.getKey().name(), hours.getValue().toString()))
                        .toList(),
                member.rows().stream()
                        .map(row -> new PayAnswer.PayRow(
                                row.kind().name(),
                                row.rule(),
                                row.unit().name(),
                                row.time().toString(),
                                row.count(),
                                row.amount().toPlainString()))
                        .toList(),
                member.total().toPlainString());
    }

    /** @param zone in which instants are written */
    public static ToilAnswer of(ToilReport report, ZoneId zone) {
        return new ToilAnswer(report.members().stream()
                .map(member -> new ToilAnswer.ToilMember(
                        member.member().value(),
                        member.name(),
                        PayCsv.plain(member.days()),
                        member.time().toString(),
                        member.restOwed().toString(),
                        member.claims().stream()
                                .map(claim -> claim(claim, zone))
                                .toList(),
                        member.rests().stream().map(rest -> rest(rest, zone)).toList()))
                .toList());
    }

    private static ToilAnswer.ToilClaim claim(ToilReport.Claim claim, ZoneId zone) {
        return new ToilAnswer.ToilClaim(
                instant(claim.first(), zone),
                claim.alerts(),
                claim.labels(),
                claim.woken(),
                claim.onCall(),
                claim.worked().toString(),
                PayCsv.plain(claim.days()),
                claim.time().toString(),
                claim.lateStart(),
                claim.relief(),
                claim.sentence());
    }

    private static ToilAnswer.ToilRest rest(ToilReport.Rest rest, ZoneId zone) {
        return new ToilAnswer.ToilRest(
                instant(rest.from(), zone),
                rest.hours() == null ? null : instant(rest.hours().end(), zone),
                rest.owed().toString(),
                instant(rest.notBefore(), zone),
                rest.onCallNext(),
                rest.sentence());
    }

    private static String instant(Instant instant, ZoneId zone) {
        return INSTANT.format(instant.atZone(zone));
    }
}
