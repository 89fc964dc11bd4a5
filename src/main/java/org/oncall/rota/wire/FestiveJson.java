package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The stretch of the year with short shifts. */
public record FestiveJson(
        @Schema(description = "First day, month-day; default 12-24", examples = "12-24") @Nullable
        String from,

        @Schema(description = "Last day, month-day; default 01-02", examples = "01-02") @Nullable
        String to,

        @Schema(description = "The festive days, by true date; default 12-25 and 01-01", examples = "12-25") @Nullable
        List<String> days,

        @Schema(description = "Longest stint inside it; default P2D", examples = "P2D") @Nullable
        String longest,

        @Schema(description = "Rest between two stints inside it; default P2D", examples = "P2D") @Nullable
        String rest,

        @Schema(description = "false: the festive days are left uncovered on purpose; default true", examples = "true")
        @Nullable
        Boolean cover) {}
