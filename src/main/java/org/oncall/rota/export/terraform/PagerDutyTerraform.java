package org.oncall.rota.export.terraform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;
import org.oncall.rota.export.pagerduty.PagerDutyJson;

/**
 * A {@code pagerduty_schedule} a tier. Its provider knows neither overrides nor custom shifts, so each turn is a layer of one
 * user with a start and an end; no two layers overlap, so their order does not matter.
 */
public final class PagerDutyTerraform {
    private static final String HEAD = """
            # An explicit plan, a layer a turn: the PagerDuty provider has no resource for overrides or custom shifts.
            # PagerDuty never deletes a layer, it only ends it: every rota leaves its layers behind. For a rota that changes,
            # keep the schedules here and send the plan with: rota push pagerduty
            """;

    private static final int TURN_LENGTH_SECONDS = 604_800;

    private PagerDutyTerraform() {}

    public static String of(List<TierPlan> plans) {
        StringBuilder hcl = new StringBuilder(HEAD);
        for (TierPlan plan : plans) {
            hcl.append("\nresource \"pagerduty_schedule\" \"")
                    .append(Hcl.name(plan.rotation() + "." + plan.tier()))
                    .append("\" {\n  name        = ")
                    .append(Hcl.quoted(PagerDutyJson.name(plan)))
                    .append("\n  time_zone   = ")
                    .append(Hcl.quoted(PagerDutyJson.zone2(plan.zone())))
                    .append("\n  description = ")
                    .append(Hcl.quoted(PagerDutyJson.MARK))
                    .append('\n');
            List<Turn> turns = new ArrayList<>(plan.turns());
            turns.addAll(plan.fallbackTurns(plan.period().start(), plan.period().end()));
            turns.sort(Comparator.comparing(turn -> turn.span().start()));
            turns.forEach(turn -> layer(
                    hcl,
                    turn.id(),
                    turn.user(),
                    turn.span().start().toString(),
                    turn.span().end().toString()));
            if (plan.fallback() != null) {
                layer(hcl, "fallback", plan.fallback(), plan.period().end().toString(), null);
            }
            hcl.append("}\n");
        }
        return hcl.toString();
    }

    private static void layer(StringBuilder hcl, String name, String user, String start, @Nullable String end) {
        hcl.append("\n  layer {\n    name                         = ")
                .append(Hcl.quoted(name))
                .append("\n    start                        = ")
                .append(Hcl.quoted(start));
        if (end != null) {
            hcl.append("\n    end                          = ").append(Hcl.quoted(end));
        }
        hcl.append("\n    rotation_virtual_start       = ")
                .append(Hcl.quoted(start))
                .append("\n    rotation_turn_length_seconds = ")
                .append(TURN_LENGTH_SECONDS)
                .append("\n    users                        = [")
                .append(Hcl.quoted(user))
                .append("]\n  }\n");
    }
}
