package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Local times at which somebody is needed, by kind of day; a kind left out needs nobody. A window that ends before it starts ends the next day. */
public record CoverageJson(
        @Schema(description = "Windows on working days", examples = "07:00-09:00") @Nullable
        List<String> workingDays,

        @Schema(description = "Windows on Saturdays and Sundays", examples = "07:00-22:00") @Nullable
        List<String> weekends,

        @Schema(description = "Windows on bank holidays", examples = "07:00-22:00") @Nullable
        List<String> holidays) {}
