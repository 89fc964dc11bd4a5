package org.oncall.rota.intake.csv;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Issue;

/**
 * Reads a table of members: columns as {@code export.csv} writes them, in any order, of which only the name is needed. What a
 * member carries in some rota is passed over.
 *
 * @param members a JSON object a row, to be read like the members of a request
 * @param lines the line on which each ends
 * @param issues every line that could not be read
 */
public record CsvMembers(ArrayNode members, List<Long> lines, List<CsvRota.LineIssue> issues) {
    private static final List<String> COLUMNS = List.of(
            "id", "name", "share", "onCall", "from", "until", "skills", "novice", "knows", "leave", "wants", "avoids");
    private static final List<String> CARRIED =
            List.of("days", "shareOfTime", "fairShare", "unsocialDays", "festiveDays", "stints");
    private static final int MOST_ROWS = 1_000;
    private static final Pattern IN_MEMBERS = Pattern.compile("/team/members/(\\d{1,6})(?:/.*)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,18})?");

    public CsvMembers {
        lines = List.copyOf(lines);
        issues = List.copyOf(issues);
    }

    /** Reads CSV in UTF-8. */
    public static CsvMembers read(byte[] csv) {
        List<CsvRota.LineIssue> issues = new ArrayList<>();
        CsvTable table = CsvTable.read(csv, MOST_ROWS, issues);
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        List<Long> lines = new ArrayList<>();
        List<String> columns = heading(table.heading(), issues);
        for (CsvTable.Row row : table.rows()) {
            ObjectNode member = members.addObject();
            lines.add(row.line());
            for (int c = 0; c < columns.size(); c++) {
                String value = unmarked(row.cells().get(c));
                if (!value.isEmpty()) {
                    put(member, columns.get(c), value, row.line(), issues);
                }
            }
        }
        return new CsvMembers(members, lines, issues);
    }

    /** The same issue by line, where it concerns a member of this file; else null. */
    public CsvRota.@Nullable LineIssue byLine(Issue issue) {
        Matcher place = IN_MEMBERS.matcher(issue.pointer());
        if (!place.matches() || Integer.parseInt(place.group(1)) >= lines.size()) {
            return null;
        }
        return new CsvRota.LineIssue(lines.get(Integer.parseInt(place.group(1))), issue.code(), issue.sentence());
    }

    private static List<String> heading(List<String> cells, List<CsvRota.LineIssue> issues) {
        List<String> columns = new ArrayList<>();
        for (String cell : cells) {
            String column = Stream.concat(COLUMNS.stream(), CARRIED.stream())
                    .filter(known -> known.equalsIgnoreCase(cell))
                    .findFirst()
                    .orElse("");
            if (column.isEmpty()) {
                issues.add(new CsvRota.LineIssue(
                        1,
                        "unknown-field",
                        "The column (" + CsvRota.shorten(cell) + ") does not exist. The columns are "
                                + String.join(", ", COLUMNS) + ", separated by commas."));
            } else if (columns.contains(column)) {
                issues.add(new CsvRota.LineIssue(
                        1,
                        "duplicate-id",
                        "The column (" + column + ") must stand once, but stands twice. Maybe remove one."));
            }
            columns.add(column);
        }
        if (!columns.isEmpty() && !columns.contains("name")) {
            issues.add(new CsvRota.LineIssue(
                    1, "missing", "The column (name) is missing. Maybe add it to the first line."));
        }
        return columns;
    }

    private static void put(ObjectNode member, String column, String value, long line, List<CsvRota.LineIssue> issues) {
        switch (column) {
            case "id", "name", "from", "until" -> member.put(column, value);
            case "share" -> {
                if (NUMBER.matcher(value).matches()) {
                    member.put(column, Double.parseDouble(value));
                } else {
                    wrong(column, value, "a number above 0 and at most 1, such as 0.6", line, issues);
                }
            }
            case "onCall", "novice" -> {
                switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "yes" -> member.put(column, true);
                    case "false", "no" -> member.put(column, false);
                    default -> wrong(column, value, "true or false", line, issues);
                }
            }
            case "skills", "knows" -> {
                ArrayNode list = member.putArray(column);
                values(value).forEach(list::add);
            }
            case "leave" -> {
                ArrayNode list = member.putArray(column);
                values(value).forEach(range -> range(list.addObject(), range));
            }
            case "wants", "avoids" -> {
                ArrayNode list = member.withArrayProperty("wishes");
                values(value).forEach(range -> range(list.addObject(), range).put("want", column.equals("wants")));
            }
            default -> {
                // What a member carries follows from a rota, and never the other way about.
            }
        }
    }

    private static void wrong(String column, String value, String must, long line, List<CsvRota.LineIssue> issues) {
        issues.add(new CsvRota.LineIssue(
                line, "wrong-type", "The " + column + " (" + CsvRota.shorten(value) + ") must be " + must + "."));
    }

    private static List<String> values(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** First and last day; of a single one, both. */
    private static ObjectNode range(ObjectNode node, String text) {
        int dots = text.indexOf("..");
        return node.put("from", dots < 0 ? text : text.substring(0, dots).strip())
                .put("to", dots < 0 ? text : text.substring(dots + 2).strip());
    }

    private static String unmarked(String text) {
        return CsvRota.Names.unmarked(text);
    }
}
