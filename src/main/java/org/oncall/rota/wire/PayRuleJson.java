package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule of pay: when it holds, and one of perHour, perDay, perShift and blocks. */
public record PayRuleJson(
        @Schema(description = "What it is called; no two rules have the same name", examples = "Weekend") @Nullable
        String name,

        @Schema(description = "Dates on which it holds; for rules of single dates only", examples = "2027-12-25")
        @Nullable
        List<String> dates,

        @Schema(
                description =
                        "Days on which it holds: MONDAY to SUNDAY, WORKING_DAY, WEEKEND, HOLIDAY; default all. For weekly rules"
                                + " only",
                examples = "WEEKEND")
        @Nullable
        List<String> days,

        @Schema(
                description =
                        "Local times at which it holds; default the whole day. What goes past midnight is of the day on which it"
                                + " begins",
                examples = "18:00-24:00")
        @Nullable
        List<String> hours,

        @Schema(description = "Rotations for which it holds, by id; default all", examples = "on-call") @Nullable
        List<String> rotations,

        @Schema(description = "Tiers for which it holds, by id; default all", examples = "primary") @Nullable
        List<String> tiers,

        @Schema(description = "Pay for an hour, a decimal as text, so that it is exact", examples = "1.50") @Nullable
        String perHour,

        @Schema(description = "Pay for an on-call day that begins when the rule holds", examples = "30.00") @Nullable
        String perDay,

        @Schema(description = "Pay for a shift that begins when the rule holds", examples = "200.00") @Nullable
        String perShift,

        @Schema(description = "Pay by blocks for an on-call day that begins when the rule holds") @Nullable
        PayBlocksJson blocks,

        @Schema(
                description =
                        "By how much the pay is multiplied on a bank holiday; default that of all rules, and 1 for single dates",
                examples = "2")
        @Nullable
        String holidayTimes) {}
