package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Schedules of other tools, and the fields of a request, which say what the files do not.
 *
 * @param request without a team, the people are those in the files; with {@code solve}, the best rota is looked for too
 */
public record LintRequest(
        @Schema(description = "The files; their schedules are a tier each, in this order") @Nullable
        List<ScheduleFileJson> files,

        @JsonUnwrapped RotaRequest request) {}
