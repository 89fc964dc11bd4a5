package org.oncall.rota.intake.csv;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Issue;

/**
 * Reads a table of members: columns as {@code export.csv} writes them, in any order, of which only the name is needed. What a
 * member carries in some rota is passed over. People who write tables write {@code 60 %}, {@code 0,6}, {@code On call} and
 * {@code x}, too, and that is understood.
 *
 * @param members a JSON object a row, to be read like the members of a request
 * @param lines the line on which each ends
 * @param others headings of the columns that say nothing of a member, as written
 * @param issues every line that could not be read
 */
public record CsvMembers(ArrayNode members, List<Long> lines, List<String> others, List<CsvRota.LineIssue> issues) {
    private static final List<String> COLUMNS = List.of(
            "id", "name", "share", "onCall", "from", "until", "skills", "novice", "knows", "leave", "wants", "avoids");
    private static final Map<String, String> ALSO = Map.of("want", "wants", "avoid", "avoids");
    private static final List<String> CARRIED =
            List.of("days", "shareOfTime", "fairShare", "unsocialDays", "festiveDays", "stints");
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_ISSUES = 200;
    private static final Pattern IN_MEMBERS = Pattern.compile("/team/members/(\\d{1,6})(?:/.*)?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,18})?)\\s*(%?)");
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[;|\\n]");
    private static final Pattern BETWEEN_DATES = Pattern.compile("\\.\\.|–|\\sto\\s|(?<=\\d{4}-\\d\\d-\\d\\d\\s?)/");
    private static final Pattern NOT_A_LETTER = Pattern.compile("\\P{L}");
    private static final Set<String> YES = Set.of("true", "yes", "y", "x", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    public CsvMembers {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
        issues = List.copyOf(issues);
    }

    /** Reads CSV in UTF-8, in which every column has to say something of a member. */
    public static CsvMembers read(byte[] csv) {
        CsvMembers read = readWithOthers(csv);
        List<CsvRota.LineIssue> issues = new ArrayList<>();
        for (String other : read.others) {
            issues.add(new CsvRota.LineIssue(
                    1,
                    "unknown-field",
                    "The column (" + CsvRota.shorten(other) + ") does not exist. The columns are "
                            + String.join(", ", COLUMNS) + "."));
        }
        issues.addAll(read.issues);
        return new CsvMembers(read.members, read.lines, read.others, issues);
    }

    /** Reads CSV in UTF-8 as some other tool may have written it: columns that say nothing of a member are passed over. */
    public static CsvMembers readWithOthers(byte[] csv) {
        List<CsvRota.LineIssue> issues = new ArrayList<>();
        CsvTable table = CsvTable.read(csv, MOST_ROWS, issues);
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        List<Long> lines = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> columns = heading(table.heading(), others, issues);
        for (CsvTable.Row row : table.rows()) {
            // Spreadsheets leave rows of nothing at the end.
            if (row.cells().stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (issues.size() >= MOST_ISSUES) {
                break;
            }
            ObjectNode member = members.addObject();
            lines.add(row.line());
            for (int c = 0; c < columns.size(); c++) {
                String value = unmarked(row.cells().get(c));
                if (!value.isEmpty()) {
                    put(member, columns.get(c), value, row.line(), issues);
                }
            }
        }
        return new CsvMembers(members, lines, others, issues);
    }

    /** The same issue by line, where it concerns a member of this file; else null. */
    public CsvRota.@Nullable LineIssue byLine(Issue issue) {
        Matcher place = IN_MEMBERS.matcher(issue.pointer());
        if (!place.matches() || Integer.parseInt(place.group(1)) >= lines.size()) {
            return null;
        }
        return new CsvRota.LineIssue(lines.get(Integer.parseInt(place.group(1))), issue.code(), issue.sentence());
    }

    private static List<String> heading(List<String> cells, List<String> others, List<CsvRota.LineIssue> issues) {
        List<String> columns = new ArrayList<>();
        if (cells.size() > MOST_COLUMNS) {
            issues.add(new CsvRota.LineIssue(
                    1,
                    "too-many",
                    "The heading has " + cells.size() + " columns and must have at most " + MOST_COLUMNS
                            + ". Maybe the file is not a table of members."));
            return columns;
        }
        for (String cell : cells) {
            String column = column(cell);
            if (column.isEmpty()) {
                others.add(cell);
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

    /** What a heading names, whatever its capitals and spaces; empty where it says nothing of a member. */
    private static String column(String heading) {
        String letters = NOT_A_LETTER.matcher(heading).replaceAll("").toLowerCase(Locale.ROOT);
        String known = ALSO.getOrDefault(letters, letters);
        return Stream.concat(COLUMNS.stream(), CARRIED.stream())
                .filter(column -> column.equalsIgnoreCase(known))
                .findFirst()
                .orElse("");
    }

    private static void put(ObjectNode member, String column, String value, long line, List<CsvRota.LineIssue> issues) {
        switch (column) {
            case "id", "name", "from", "until" -> member.put(column, value);
            case "share" -> {
                Matcher number = NUMBER.matcher(value);
                if (number.matches()) {
                    BigDecimal share = new BigDecimal(number.group(1).replace(',', '.'));
                    member.put(column, number.group(2).isEmpty() ? share : share.movePointLeft(2));
                } else {
                    wrong(column, value, "a number above 0 and at most 1, such as 0.6, or 60 %", line, issues);
                }
            }
            case "onCall", "novice" -> {
                String said = value.toLowerCase(Locale.ROOT);
                if (YES.contains(said) || NO.contains(said)) {
                    member.put(column, YES.contains(said));
                } else {
                    wrong(column, value, "true or false", line, issues);
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
        return BETWEEN_VALUES
                .splitAsStream(cell)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** First and last day; of a single one, both. */
    private static ObjectNode range(ObjectNode node, String text) {
        String[] ends = BETWEEN_DATES.split(text, 2);
        return node.put("from", ends[0].strip()).put("to", ends[ends.length - 1].strip());
    }

    private static String unmarked(String text) {
        return CsvRota.Names.unmarked(text);
    }
}
