package org.oncall.rota.intake.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Tier;

/**
 * Reads a table with one row a week and one column a tier: {@code week,on-call/primary,on-call/secondary}. A cell has the name
 * or the id of a member; where hands change within the week, {@code Ana / Bo from 2027-01-08 / nobody from 2027-01-10}. A row
 * ends where the next begins, and the last with the period.
 */
public final class CsvWeeks {
    private static final String WEEK = "week";
    private static final int MOST_ROWS = 200;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LATER = Pattern.compile("(.*) from (\\S+)");

    private CsvWeeks() {}

    /** Whether the file seems to be such a table. */
    public static boolean isWeeks(byte[] csv) {
        int start = csv.length > 3 && csv[0] == (byte) 0xEF ? 3 : 0;
        String beginning = new String(csv, start, Math.min(csv.length - start, 6), StandardCharsets.UTF_8);
        return beginning.toLowerCase(Locale.ROOT).replace("\"", "").startsWith(WEEK);
    }

    /**
     * The shifts of the table, to be read like those of a request.
     *
     * @param problem says which days there are, and when they begin
     * @param team the request as JSON, for the names of its members
     */
    public static CsvRota read(byte[] csv, RotaProblem problem, JsonNode team) {
        Reader reader = new Reader(problem, new CsvRota.Names(team));
        reader.read(csv);
        return new CsvRota(reader.shifts, reader.lines, reader.issues);
    }

    /** A column: a tier of a rotation. */
    private record Column(RotationSchedule schedule, Tier tier) {}

    private static final class Reader {
        private final RotaProblem problem;
        private final CsvRota.Names names;
        private final ArrayNode shifts = JsonNodeFactory.instance.arrayNode();
        private final List<Long> lines = new ArrayList<>();
        private final List<CsvRota.LineIssue> issues = new ArrayList<>();

        Reader(RotaProblem problem, CsvRota.Names names) {
            this.problem = problem;
            this.names = names;
        }

        void read(byte[] csv) {
            CsvTable table = CsvTable.read(csv, MOST_ROWS, issues);
            List<@Nullable Column> columns = columns(table.heading());
            List<LocalDate> weeks = new ArrayList<>();
            for (CsvTable.Row row : table.rows()) {
                LocalDate week = date(row.cells().getFirst());
                LocalDate before = weeks.isEmpty() ? null : weeks.getLast();
                if (week == null) {
                    issue(
                            row.line(),
                            "bad-date",
                            "The week (" + CsvRota.shorten(row.cells().getFirst())
                                    + ") must be the date of its first day, such as " + problem.from() + ".");
                    return;
                }
                if (before != null && !before.isBefore(week)) {
                    issue(
                            row.line(),
                            "wrong-order",
                            "The week (" + week + ") must be after the one above it, " + before
                                    + ". Maybe sort the rows.");
                    return;
                }
                weeks.add(week);
            }
            for (int w = 0; w < weeks.size(); w++) {
                CsvTable.Row row = table.rows().get(w);
                LocalDate end = w + 1 < weeks.size() ? weeks.get(w + 1) : problem.to();
                for (int c = 1; c < columns.size(); c++) {
                    Column column = columns.get(c);
                    if (column != null) {
                        cell(row.cells().get(c), column, weeks.get(w), end, row.line());
                    }
                }
            }
        }

        private List<@Nullable Column> columns(List<String> heading) {
            List<@Nullable Column> columns = new ArrayList<>();
            for (String name : heading) {
                Column column = columns.isEmpty() ? null : column(name);
                if (!columns.isEmpty() && column == null) {
                    issue(
                            1,
                            "unknown-tier",
                            "The column (" + CsvRota.shorten(name) + ") is not a tier. The tiers are "
                                    + String.join(", ", tiers()) + ".");
                } else if (column != null && columns.contains(column)) {
                    issue(
                            1,
                            "duplicate-id",
                            "The column (" + name + ") must stand once, but stands twice. Maybe remove one.");
                }
                columns.add(column);
            }
            return columns;
        }

        private @Nullable Column column(String name) {
            for (RotationSchedule schedule : problem.schedules()) {
                for (Tier tier : schedule.rotation().tiers()) {
                    if (name.equals(schedule.rotation().id() + "/" + tier.id())) {
                        return new Column(schedule, tier);
                    }
                }
            }
            return null;
        }

        private List<String> tiers() {
            return problem.schedules().stream()
                    .flatMap(schedule -> schedule.rotation().tiers().stream()
                            .map(tier -> schedule.rotation().id() + "/" + tier.id()))
                    .toList();
        }

        private void cell(String cell, Column column, LocalDate week, LocalDate end, long line) {
            if (cell.isEmpty()) {
                return;
            }
            LocalDate from = week;
            String who = "";
            boolean first = true;
            for (String part : cell.split(" / ", -1)) {
                if (first) {
                    who = part;
                    first = false;
                    continue;
                }
                Matcher later = LATER.matcher(part);
                LocalDate start = later.matches() ? date(later.group(2)) : null;
                if (start == null || !start.isAfter(from) || !start.isBefore(end)) {
                    issue(
                            line,
                            "bad-date",
                            "The cell (" + CsvRota.shorten(cell) + ") must say from which day of the week on ("
                                    + CsvRota.shorten(part) + ") holds it. Maybe write: Ana / Bo from "
                                    + week.plusDays(3) + ".");
                    return;
                }
                shift(who, column, from, start, line);
                who = later.group(1);
                from = start;
            }
            shift(who, column, from, end, line);
        }

        private void shift(String who, Column column, LocalDate from, LocalDate to, long line) {
            if (who.isBlank() || who.strip().equals("nobody")) {
                return;
            }
            List<OnCallDay> days = column.schedule().planned().stream()
                    .filter(day -> !day.date().isBefore(from) && day.date().isBefore(to))
                    .toList();
            if (days.isEmpty()) {
                return;
            }
            Set<String> ids = names.find(who.strip());
            if (ids.size() > 1) {
                issue(
                        line,
                        "ambiguous-member",
                        "The name (" + CsvRota.shorten(who) + ") is that of several members, "
                                + String.join(" and ", ids) + ". Maybe write the id.");
                return;
            }
            shifts.addObject()
                    .put("rotation", column.schedule().rotation().id().value())
                    .put("tier", column.tier().id().value())
                    .put("member", ids.isEmpty() ? who.strip() : ids.iterator().next())
                    .put("from", days.getFirst().span().start().toString())
                    .put("to", days.getLast().span().end().toString());
            lines.add(line);
        }

        private static @Nullable LocalDate date(String text) {
            try {
                return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
            } catch (DateTimeException e) {
                return null;
            }
        }

        private void issue(long line, String code, String sentence) {
            issues.add(new CsvRota.LineIssue(line, code, sentence));
        }
    }
}
