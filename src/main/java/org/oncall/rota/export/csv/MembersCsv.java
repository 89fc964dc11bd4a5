package org.oncall.rota.export.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Wish;

/**
 * One row a member: everything that a request says of them, leave and wishes included, and then what they carry in the rota.
 * Several values in a cell have semicolons between them; stretches of days are {@code 2027-02-08..2027-02-14}.
 */
public final class MembersCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "name",
                    "share",
                    "onCall",
                    "from",
                    "until",
                    "skills",
                    "novice",
                    "knows",
                    "leave",
                    "wants",
                    "avoids",
                    "days",
                    "shareOfTime",
                    "fairShare",
                    "unsocialDays",
                    "festiveDays",
                    "stints")
            .get();

    private MembersCsv() {}

    public static String of(AuditReport report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (AuditReport.MemberLoad load : report.members()) {
                Member member = load.member();
                printer.printRecord(
                        Cells.safe(member.id().value()),
                        Cells.safe(member.name()),
                        member.share(),
                        member.onCall(),
                        date(member.from()),
                        date(member.until()),
                        Cells.safe(list(member.skills(), skill -> skill)),
                        member.novice(),
                        Cells.safe(list(member.knows(), Objects::toString)),
                        list(member.leave(), MembersCsv::range),
                        list(wishes(member, true), wish -> range(wish.days())),
                        list(wishes(member, false), wish -> range(wish.days())),
                        load.days(),
                        String.format(Locale.ROOT, "%.4f", load.shareOfTime()),
                        load.fairShare(),
                        load.unsocialDays(),
                        load.festiveDays(),
                        load.stints());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail
        }
        return text.toString();
    }

    private static List<Wish> wishes(Member member, boolean want) {
        return member.wishes().stream().filter(wish -> wish.wanted() == want).toList();
    }

    private static <T> String list(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining("; "));
    }

    private static String range(DateRange dates) {
        return dates.first() + ".." + dates.last();
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
