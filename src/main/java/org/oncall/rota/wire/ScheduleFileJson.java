package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file with schedules of another tool. */
public record ScheduleFileJson(
        @Schema(
                description =
                        "As people know it. By its ending it is Terraform (.tf, .hcl) or a calendar (.ics); else it is JSON of"
                                + " PagerDuty or Opsgenie, told apart by their fields",
                examples = "primary.json")
        @Nullable
        String name,

        @Schema(description = "All that is in it") @Nullable String text) {}
