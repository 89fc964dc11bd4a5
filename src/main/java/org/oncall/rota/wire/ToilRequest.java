package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rota and its log of alerts: the fields of an audit, who was alerted, and what that is worth.
 *
 * @param rota in whole on-call days
 */
public record ToilRequest(
        @JsonUnwrapped AuditRequest rota,

        @Schema(description = "Who was alerted, in any order") @Nullable
        List<AlertJson> alerts,

        @Schema(description = "What an alert is worth; everything has a default") @Nullable
        ToilJson toil) {}
