package org.oncall.rota.push;

import java.util.ArrayList;
import java.util.List;

/** Everything that has to be written for another tool to say what the rota says; one plan a schedule, in the team's order. */
public record PushPlan(List<SchedulePlan> schedules) {
    public PushPlan {
        schedules = List.copyOf(schedules);
    }

    /** Whether nothing has to be written. */
    public boolean isEmpty() {
        return schedules.stream().allMatch(SchedulePlan::isEmpty);
    }

    /** How many turns are new. */
    public int creates() {
        return schedules.stream().mapToInt(plan -> plan.creates().size()).sum();
    }

    /** How many turns change. */
    public int changes() {
        return schedules.stream().mapToInt(plan -> plan.changes().size()).sum();
    }

    /** How many turns go. */
    public int deletes() {
        return schedules.stream().mapToInt(plan -> plan.deletes().size()).sum();
    }

    /** For people: everything to be written, and how much it is. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        schedules.forEach(schedule -> lines.addAll(schedule.lines()));
        lines.add(creates() + " to create, " + changes() + " to change, " + deletes() + " to delete.");
        return lines;
    }
}
