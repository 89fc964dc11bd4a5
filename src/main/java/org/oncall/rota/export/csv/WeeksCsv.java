package org.oncall.rota.export.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;

/**
 * One row a week, one column a tier: what a wall or a wiki has. A cell has the name of who holds the whole week; where hands
 * change, the rest of it follows with dates: {@code Ana / Bo from 2027-01-08 / nobody from 2027-01-10}. Dates are on-call days,
 * by the date that they start on. An empty cell is nobody, or nothing to hold.
 */
public final class WeeksCsv {
    /** Between those who share a week. */
    public static final String NEXT = " / ";

    /** Between a name and its first day. */
    public static final String FROM = " from ";

    /** In the place of a name where nobody follows. */
    public static final String NOBODY = "nobody";

    private WeeksCsv() {}

    public static String of(Rota rota) {
        RotaProblem problem = rota.problem();
        Map<MemberId, String> names = names(problem);
        List<String> heading = new ArrayList<>(List.of("week"));
        for (RotationSchedule schedule : problem.schedules()) {
            for (Tier tier : schedule.rotation().tiers()) {
                heading.add(schedule.rotation().id() + "/" + tier.id());
            }
        }
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(heading);
            for (LocalDate week = problem.from(); week.isBefore(problem.to()); week = next(problem, week)) {
                List<String> row = new ArrayList<>(List.of(week.toString()));
                for (RotationSchedule schedule : problem.schedules()) {
                    for (Tier tier : schedule.rotation().tiers()) {
                        row.add(Cells.safe(cell(rota, schedule, tier, week, next(problem, week), names)));
                    }
                }
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail
        }
        return text.toString();
    }

    /** Weeks begin on the day on which the first rotation prefers to change hands. */
    private static LocalDate next(RotaProblem problem, LocalDate week) {
        LocalDate next = week.with(TemporalAdjusters.next(
                problem.schedules().getFirst().rotation().handover().day()));
        return next.isBefore(problem.to()) ? next : problem.to();
    }

    private static String cell(
            Rota rota,
            RotationSchedule schedule,
            Tier tier,
            LocalDate week,
            LocalDate end,
            Map<MemberId, String> names) {
        StringBuilder cell = new StringBuilder();
        @Nullable MemberId before = null;
        boolean first = true;
        for (OnCallDay day : schedule.planned()) {
            if (day.date().isBefore(week) || !day.date().isBefore(end)) {
                continue;
            }
            MemberId holder = rota.holder(new Slot(schedule.rotation().id(), tier.id(), day.date()));
            if (first && holder != null) {
                cell.append(names.get(holder));
            } else if (!first && !Objects.equals(holder, before)) {
                cell.append(cell.isEmpty() ? NOBODY : "")
                        .append(NEXT)
                        .append(holder == null ? NOBODY : names.get(holder))
                        .append(FROM)
                        .append(day.date());
            }
            before = holder;
            first = false;
        }
        return cell.toString();
    }

    /** Names as they can be read back: the id where a name is not one member's alone, or has the marks between names in it. */
    private static Map<MemberId, String> names(RotaProblem problem) {
        Map<String, Integer> count = new HashMap<>();
        for (Member member : problem.team().members()) {
            count.merge(member.name().strip(), 1, Integer::sum);
            count.merge(member.id().value(), 1, Integer::sum);
        }
        Map<MemberId, String> names = new HashMap<>();
        for (Member member : problem.team().members()) {
            String name = member.name().strip();
            boolean own =
                    count.getOrDefault(name, 0) == (name.equals(member.id().value()) ? 2 : 1);
            boolean plain =
                    !name.contains(NEXT) && !name.contains(FROM) && !name.equals(NOBODY) && !name.startsWith("'");
            names.put(member.id(), own && plain ? name : member.id().value());
        }
        return names;
    }
}
