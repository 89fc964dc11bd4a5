package org.oncall.rota.pay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oncall.rota.domain.MemberId;

/**
 * Who was on call for which hours, and what that pays.
 *
 * @param members everybody of the team, in its order, also those who hold nothing
 * @param total the sum of theirs
 */
public record PayReport(String currency, List<MemberPay> members, BigDecimal total) {
    public PayReport {
        members = List.copyOf(members);
    }

    /**
     * One member.
     *
     * @param hours elapsed time on call by kind, only kinds that they have
     * @param rows sorted by kind and by the order of the rules, what nothing pays last
     * @param total the sum of the rows
     */
    public record MemberPay(
            MemberId member, String name, SortedMap<HourKind, Duration> hours, List<Row> rows, BigDecimal total) {
        public MemberPay {
            hours = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(hours));
            rows = List.copyOf(rows);
        }

        public Duration time() {
            return hours.values().stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** For what a row pays. */
    public enum Unit {
        HOURS,
        DAYS,
        SHIFTS,
        BLOCKS,
        NOTHING
    }

    /**
     * What one rule pays a member for one kind of hour.
     *
     * @param rule its name; empty where no rule pays
     * @param time elapsed time of that kind
     * @param count days, shifts or blocks, each counted with the kind of its start; 0 where hours are paid
     * @param amount to the penny, a half rounded up; rounded here and nowhere else, so that rows add up
     */
    public record Row(HourKind kind, String rule, Unit unit, Duration time, long count, BigDecimal amount) {}
}
