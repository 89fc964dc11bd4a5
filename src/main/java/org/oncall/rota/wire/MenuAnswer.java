package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be done about a published rota after a change: rotas to choose from, the nearest first. */
public record MenuAnswer(
        @Schema(description = "No better rotas are being looked for", examples = "true")
        Boolean finished,

        @Schema(description = "The published rota as it is, with the team as it has become")
        MenuPublished published,

        @Schema(description = "What has to move at the least")
        MenuFewest fewest,

        @Schema(
                description =
                        "Breaches of hard rules that frozen and swapped days make among themselves: with any, no option is legal")
        List<FindingJson> broken,

        @Schema(
                description =
                        "The latest freezeUntil with which they would make none; null: there are none, or none would do")
        @Nullable
        String lastFreeze,

        @Schema(description = "Each better than the one before, with more moved shifts; never empty")
        List<MenuOption> options) {}
