package org.oncall.rota.intake.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;
import org.oncall.rota.intake.pagerduty.PagerDutySchedule;

/** Reads each {@code pagerduty_schedule} of a Terraform file; what would have to be evaluated is an issue, never a guess. */
public final class TerraformReader {
    private static final String SCHEDULE = "pagerduty_schedule";

    /** Resources that call people too, but in ways that are not read. */
    private static final Set<String> OTHERS = Set.of(
            "pagerduty_schedulev2",
            "opsgenie_schedule",
            "opsgenie_schedule_rotation",
            "grafana_oncall_schedule",
            "grafana_oncall_on_call_shift");

    private static final Map<String, String> REPEATED =
            Map.of("count", "Its number", "for_each", "Its copies", "dynamic", "Its layers");
    private static final Set<String> KNOWN = Set.of(
            "name",
            "time_zone",
            "description",
            "overflow",
            "teams",
            "layer",
            "final_schedule",
            "depends_on",
            "lifecycle",
            "provider",
            "timeouts",
            "count",
            "for_each",
            "dynamic");

    private TerraformReader() {}

    /** The schedules, a tier each; what cannot be read is an issue of the source. */
    public static List<LiveSchedule> read(Source source, Window window) {
        List<LiveSchedule> result = new ArrayList<>();
        List<HclItems.Block> blocks = HclItems.read(source);
        if (blocks == null) {
            return result;
        }
        boolean any = false;
        for (HclItems.Block block : blocks) {
            int line = block.body().line();
            String type = block.labels().isEmpty() ? "" : block.labels().getFirst();
            if (block.type().equals("module")) {
                source.note(source.file() + ":" + line + ": the module (" + Source.shown(type)
                        + ") is not looked into; schedules may be in it.");
            } else if (block.type().equals("resource") && OTHERS.contains(type)) {
                any = true;
                source.issue(
                        line,
                        SourceIssue.NOT_UNDERSTOOD,
                        "Resources of type (" + type
                                + ") are not understood.\nMaybe bring the schedule as JSON from the"
                                + " API, or as a calendar.");
            } else if (block.type().equals("resource") && type.equals(SCHEDULE)) {
                any = true;
                schedule(source, window, block, result);
            }
        }
        if (!any) {
            source.issue(
                    1,
                    SourceIssue.MISSING,
                    "The file must have a resource of type " + SCHEDULE
                            + ".\nMaybe name the file that has the layers.");
        }
        return result;
    }

    private static void schedule(Source source, Window window, HclItems.Block block, List<LiveSchedule> result) {
        String label = block.labels().size() > 1 ? Source.shown(block.labels().get(1)) : "without a name";
        boolean sound = true;
        for (Map.Entry<String, Item> field : block.body().fields().entrySet()) {
            String repeats = REPEATED.get(field.getKey());
            if (repeats != null || !KNOWN.contains(field.getKey())) {
                sound = false;
                source.issue(
                        field.getValue().line(),
                        SourceIssue.NOT_UNDERSTOOD,
                        (repeats == null ? "The field" : repeats + " in the field") + " ("
                                + Source.shown(field.getKey())
                                + ") of the schedule (" + label + ") "
                                + (repeats == null ? "is not understood." : "would have to be evaluated.")
                                + "\nMaybe bring the schedule as JSON from the API.");
            }
        }
        LiveSchedule read = PagerDutySchedule.read(source, window, block.body(), List.of());
        if (read != null && sound) {
            result.add(read);
        }
    }
}
