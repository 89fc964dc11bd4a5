package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is paid for being on call. The first rule that matches wins; single dates come first, then weekly rules, then the base. */
public record PayRulesJson(
        @Schema(description = "What amounts are labelled with; nothing is converted", examples = "GBP") @Nullable
        String currency,

        @Schema(description = "Local times that count as night; default none", examples = "23:00-07:00") @Nullable
        String night,

        @Schema(
                description = "On which dates they do: WORKING_DAY, WEEKEND, HOLIDAY; default working days",
                examples = "WORKING_DAY")
        @Nullable
        List<String> nightOn,

        @Schema(description = "By how much pay is multiplied on bank holidays; default 2", examples = "2") @Nullable
        String holidayTimes,

        @Schema(
                description =
                        "Hours that somebody holds in two tiers at once: ONCE, counted in the first of them, those of on-call"
                                + " rotations before others; or EACH. Default ONCE",
                examples = "ONCE")
        @Nullable
        String together,

        @Schema(description = "Rules for single dates, which win over weekly ones; no two may overlap") @Nullable
        List<PayRuleJson> oneOff,

        @Schema(description = "Rules for days of the week and kinds of day, in their order") @Nullable
        List<PayRuleJson> weekly,

        @Schema(description = "Pay for an hour that no rule matches; default none", examples = "1.00") @Nullable
        String base) {}
