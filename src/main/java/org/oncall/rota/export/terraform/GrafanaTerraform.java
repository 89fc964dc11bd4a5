package org.oncall.rota.export.terraform;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;

/**
 * A {@code grafana_oncall_schedule} a tier, with a single event a turn. Starts are in UTC: a length in seconds from a local
 * time would be an hour off where clocks change. The fallback is an event of every week, of a lower priority than the turns.
 */
public final class GrafanaTerraform {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private GrafanaTerraform() {}

    public static String of(List<TierPlan> plans) {
        TreeSet<String> users = new TreeSet<>();
        for (TierPlan plan : plans) {
            plan.turns().forEach(turn -> users.add(turn.user()));
            if (plan.fallback() != null) {
                users.add(plan.fallback());
            }
        }
        StringBuilder hcl = new StringBuilder("data \"grafana_oncall_user\" \"on_call\" {\n  for_each = toset([");
        hcl.append(String.join(", ", users.stream().map(Hcl::quoted).toList()));
        hcl.append("])\n  username = each.key\n}\n");
        for (TierPlan plan : plans) {
            List<String> shifts = new ArrayList<>();
            if (plan.fallback() != null) {
                String name = Hcl.name("fallback." + plan.rotation() + "." + plan.tier());
                shifts.add(name);
                event(
                        hcl,
                        name,
                        plan.name() + " fallback",
                        new Turn("fallback", plan.fallback(), plan.period()),
                        "recurrent_event",
                        604_800,
                        0);
            }
            for (Turn turn : plan.turns()) {
                String name = Hcl.name(turn.id());
                shifts.add(name);
                event(
                        hcl,
                        name,
                        turn.id(),
                        turn,
                        "single_event",
                        turn.span().duration().toSeconds(),
                        1);
            }
            hcl.append("\nresource \"grafana_oncall_schedule\" ")
                    .append(Hcl.quoted(Hcl.name(plan.rotation() + "." + plan.tier())))
                    .append(" {\n  name      = ")
                    .append(Hcl.quoted(plan.name()))
                    .append("\n  type      = \"calendar\"\n  time_zone = \"UTC\"\n  shifts = [\n");
            shifts.forEach(shift -> hcl.append("    grafana_oncall_on_call_shift.")
                    .append(shift)
                    .append(".id,\n"));
            hcl.append("  ]\n}\n");
        }
        return hcl.toString();
    }

    private static void event(
            StringBuilder hcl, String resource, String name, Turn turn, String type, long seconds, int level) {
        hcl.append("\nresource \"grafana_oncall_on_call_shift\" ")
                .append(Hcl.quoted(resource))
                .append(" {\n  name      = ")
                .append(Hcl.quoted(name))
                .append("\n  type      = ")
                .append(Hcl.quoted(type))
                .append("\n  start     = ")
                .append(Hcl.quoted(
                        START.format(LocalDateTime.ofInstant(turn.span().start(), ZoneOffset.UTC))))
                .append("\n  duration  = ")
                .append(seconds)
                .append("\n  time_zone = \"UTC\"\n  level     = ")
                .append(level);
        if (type.equals("recurrent_event")) {
            hcl.append("\n  frequency = \"weekly\"\n  interval  = 1");
        }
        hcl.append("\n  users     = [data.grafana_oncall_user.on_call[")
                .append(Hcl.quoted(turn.user()))
                .append("].id]\n}\n");
    }
}
