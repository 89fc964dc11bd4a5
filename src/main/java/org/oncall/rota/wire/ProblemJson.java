package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** RFC 9457 problem details, with every issue of the request. */
public record ProblemJson(
        @Schema(description = "about:blank") String type,

        @Schema(description = "What the status means", examples = "Unprocessable Content")
        String title,

        @Schema(description = "HTTP status", examples = "422")
        Integer status,

        @Schema(description = "What is wrong, in a sentence")
        String detail,

        @Schema(description = "Path of the request", examples = "/api/rotas") @Nullable
        String instance,

        @Schema(description = "Every issue of the request") List<IssueJson> issues) {}
