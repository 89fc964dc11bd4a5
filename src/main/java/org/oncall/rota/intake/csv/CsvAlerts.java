package org.oncall.rota.intake.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Issue;

/**
 * The alerts of a CSV file with the columns member, at, woken, until and alert, in any order; only the first two are needed. A
 * member may be written by id or, where only one has it, by name; woken is yes or no.
 *
 * @param alerts a JSON object a row, to be read like the alerts of a request
 * @param lines the line on which each alert ends
 * @param issues every line that could not be read
 */
public record CsvAlerts(ArrayNode alerts, List<Long> lines, List<CsvRota.LineIssue> issues) {
    private static final List<String> REQUIRED = List.of("member", "at");
    private static final List<String> COLUMNS = List.of("member", "at", "woken", "until", "alert");
    private static final Set<String> YES = Set.of("yes", "true", "1");
    private static final Set<String> NO = Set.of("", "no", "false", "0");
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_ISSUES = 200;
    private static final Pattern IN_ALERTS = Pattern.compile("/alerts/(\\d{1,9})(?:/(\\w+))?");

    public CsvAlerts {
        lines = List.copyOf(lines);
        issues = List.copyOf(issues);
    }

    /**
     * Reads CSV in UTF-8.
     *
     * @param request the request of the rota, for the names of its members; as far as it can be read
     */
    public static CsvAlerts read(byte[] csv, @Nullable JsonNode request) {
        List<CsvRota.LineIssue> issues = new ArrayList<>();
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        List<Long> lines = new ArrayList<>();
        CsvTable table = CsvTable.read(csv, MOST_ROWS, issues);
        List<String> columns = heading(table.heading(), issues);
        if (!columns.isEmpty()) {
            CsvRota.Names names = new CsvRota.Names(request);
            for (CsvTable.Row row : table.rows()) {
                if (issues.size() >= MOST_ISSUES) {
                    break;
                }
                row(row, columns, names, alerts, issues);
                while (lines.size() < alerts.size()) {
                    lines.add(row.line());
                }
            }
        }
        return new CsvAlerts(alerts, lines, issues);
    }

    /** The same issue by line, where it concerns an alert of this file; else null. */
    public CsvRota.@Nullable LineIssue byLine(Issue issue) {
        Matcher place = IN_ALERTS.matcher(issue.pointer());
        if (!place.matches() || Integer.parseInt(place.group(1)) >= lines.size()) {
            return null;
        }
        long line = lines.get(Integer.parseInt(place.group(1)));
        return new CsvRota.LineIssue(
                line, issue.code(), IN_ALERTS.matcher(issue.sentence()).replaceAll("line " + line));
    }

    /** The columns in their order; empty where there is an issue. */
    private static List<String> heading(List<String> given, List<CsvRota.LineIssue> issues) {
        if (given.isEmpty()) {
            return List.of();
        }
        int before = issues.size();
        List<String> columns = new ArrayList<>();
        for (String cell : given) {
            String column = cell.toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(column) && issues.size() < MOST_ISSUES) {
                issues.add(new CsvRota.LineIssue(
                        1,
                        "unknown-field",
                        "The column (" + CsvRota.shorten(cell) + ") does not exist. The columns are "
                                + String.join(", ", COLUMNS) + ", separated by commas."));
            } else if (columns.contains(column) && issues.size() < MOST_ISSUES) {
                issues.add(new CsvRota.LineIssue(
                        1,
                        "duplicate-id",
                        "The column (" + column + ") must stand once, but stands twice. Maybe remove one."));
            }
            columns.add(column);
        }
        for (String column : REQUIRED) {
            if (!columns.contains(column)) {
                issues.add(new CsvRota.LineIssue(
                        1, "missing", "The column (" + column + ") is missing. Maybe add it to the first line."));
            }
        }
        return issues.size() == before ? columns : List.of();
    }

    private static void row(
            CsvTable.Row row,
            List<String> columns,
            CsvRota.Names names,
            ArrayNode alerts,
            List<CsvRota.LineIssue> issues) {
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        int before = issues.size();
        for (int c = 0; c < columns.size(); c++) {
            String cell = row.cells().get(c);
            switch (columns.get(c)) {
                case "member" -> {
                    Set<String> ids = names.find(cell);
                    if (ids.size() > 1) {
                        issues.add(new CsvRota.LineIssue(
                                row.line(),
                                "ambiguous-member",
                                "The name (" + CsvRota.shorten(cell) + ") is that of several members, "
                                        + String.join(" and ", ids) + ". Maybe write the id."));
                    } else if (!cell.isEmpty()) {
                        alert.put(
                                "member", ids.isEmpty() ? cell : ids.iterator().next());
                    }
                }
                case "woken" -> {
                    String woken = cell.toLowerCase(Locale.ROOT);
                    if (!YES.contains(woken) && !NO.contains(woken)) {
                        issues.add(new CsvRota.LineIssue(
                                row.line(),
                                "wrong-type",
                                "The woken (" + CsvRota.shorten(cell)
                                        + ") must be yes or no. Maybe leave it empty for no."));
                    }
                    alert.put("woken", YES.contains(woken));
                }
                default -> {
                    if (!cell.isEmpty()) {
                        alert.put(columns.get(c), cell);
                    }
                }
            }
        }
        if (issues.size() == before) {
            alerts.add(alert);
        }
    }
}
