package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rota to pay: the fields of an audit, and the rules of pay.
 *
 * @param rota in whole on-call days
 */
public record PayRequest(
        @JsonUnwrapped AuditRequest rota,

        @Schema(description = "What is paid; nothing of it has a default") @Nullable
        PayRulesJson pay) {}
