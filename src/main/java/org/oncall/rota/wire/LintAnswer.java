package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What schedules of other tools make, and the best rota for the same people beside it.
 *
 * @param audit of what runs
 */
public record LintAnswer(
        @JsonUnwrapped AuditAnswer audit,

        @Schema(description = "What was read in a way that people should know of")
        List<String> notes,

        @Schema(
                description =
                        "Before and after: a row for each rule that finds anything in either; absent unless a better rota was"
                                + " looked for and found")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<RuleComparison> compared,

        @Schema(description = "An audit of the better rota; absent likewise")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        AuditAnswer optimised,

        @Schema(description = "Id under which the better rota can be read at /api/rotas for a while; absent likewise")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String rota) {}
