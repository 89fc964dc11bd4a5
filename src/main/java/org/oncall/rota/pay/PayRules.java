package org.oncall.rota.pay;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.TimeWindow;

/**
 * What is paid for being on call. The first rule that matches a moment wins it; rules for single dates come before weekly
 * ones, and the base after all. Nothing here has a default: what people are paid is for those who pay.
 *
 * @param currency a label, nothing more
 * @param together what becomes of hours that somebody holds in two tiers at once
 * @param night hours that count as night; null: none do
 * @param nightOn on dates of which kind they do
 * @param oneOff rules for single dates, no two of which overlap
 * @param weekly rules in their order
 * @param base for moments that no rule matches, per hour; null: they are not paid
 */
public record PayRules(
        String currency,
        Together together,
        @Nullable TimeWindow night,
        Set<DayKind> nightOn,
        List<PayRule> oneOff,
        List<PayRule> weekly,
        @Nullable PayRule base) {
    /** Hours that one member holds in two tiers at once. */
    public enum Together {
        /** One person's hour is one hour: it counts in the first of the tiers, those of on-call rotations before others. */
        ONCE,
        /** Each tier is a duty of its own. */
        EACH
    }

    public PayRules {
        nightOn = Set.copyOf(nightOn);
        oneOff = List.copyOf(oneOff);
        weekly = List.copyOf(weekly);
    }

    /** All rules, those that win first. */
    public List<PayRule> inOrder() {
        return Stream.concat(Stream.concat(oneOff.stream(), weekly.stream()), Stream.ofNullable(base))
                .toList();
    }
}
