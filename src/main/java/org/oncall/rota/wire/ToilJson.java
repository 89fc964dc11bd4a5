package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an alert out of office hours is worth in time off, and what rest is owed. */
public record ToilJson(
        @Schema(description = "Days for a claim whose alerts woke nobody; default 0.25", examples = "0.25") @Nullable
        String awake,

        @Schema(description = "Days for a claim with an alert that woke the member; default 0.5", examples = "0.5")
        @Nullable
        String woken,

        @Schema(
                description = "Days for each hour of work begun beyond what a claim includes; default 0.25",
                examples = "0.25")
        @Nullable
        String extra,

        @Schema(description = "Work that a claim includes; default PT1H", examples = "PT1H") @Nullable
        String included,

        @Schema(description = "Alerts within this time of the first are one claim; default PT1H", examples = "PT1H")
        @Nullable
        String window,

        @Schema(description = "How long a day of time off is; default PT7H", examples = "PT7H") @Nullable
        String day,

        @Schema(description = "Rest in every 24 hours; default PT11H", examples = "PT11H") @Nullable
        String rest,

        @Schema(
                description = "Local times of ordinary work on working days; default 10:00-18:00",
                examples = "10:00-18:00")
        @Nullable
        List<String> officeHours) {}
