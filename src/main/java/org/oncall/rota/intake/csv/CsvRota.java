package org.oncall.rota.intake.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Issue;

/**
 * The shifts of a CSV file with the columns rotation, tier, member, from and to, in any order; where there is a column name,
 * a row may give it instead of a member. A member may be written by id or, where only one has it, by name.
 *
 * @param shifts a JSON object a row, to be read like the shifts of a request
 * @param lines the line on which each shift ends
 * @param issues every line that could not be read
 */
public record CsvRota(ArrayNode shifts, List<Long> lines, List<LineIssue> issues) {
    private static final List<String> REQUIRED = List.of("rotation", "tier", "from", "to");
    private static final List<String> COLUMNS = List.of("rotation", "tier", "member", "name", "from", "to");
    private static final int MOST_ISSUES = 200;
    private static final int MOST_ROWS = 20_000;
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern IN_SHIFTS = Pattern.compile("/shifts/(\\d{1,9})(?:/(\\w+))?");

    public CsvRota {
        lines = List.copyOf(lines);
        issues = List.copyOf(issues);
    }

    /**
     * Something wrong with a line.
     *
     * @param line counted from 1, the heading included
     * @param code what kind of issue, for programs
     * @param sentence names the thing, its value, what must hold, and a way out
     */
    public record LineIssue(long line, String code, String sentence) {}

    /**
     * Reads CSV in UTF-8.
     *
     * @param team the request the rota is for, for the names of its members; as far as it can be read
     */
    public static CsvRota read(byte[] csv, @Nullable JsonNode team) {
        Reader reader = new Reader(new Names(team));
        reader.read(csv);
        return new CsvRota(reader.shifts, reader.lines, reader.issues());
    }

    /** The same issue by line, where it concerns a shift of this file; else null. */
    public @Nullable LineIssue byLine(Issue issue) {
        Matcher place = IN_SHIFTS.matcher(issue.pointer());
        if (!place.matches() || Integer.parseInt(place.group(1)) >= lines.size()) {
            return null;
        }
        String sentence = IN_SHIFTS
                .matcher(issue.sentence())
                .replaceAll(match -> "line " + lines.get(Math.min(Integer.parseInt(match.group(1)), lines.size() - 1)));
        return new LineIssue(lines.get(Integer.parseInt(place.group(1))), issue.code(), sentence);
    }

    /** The members as people may write them. */
    static final class Names {
        private final Set<String> ids = new HashSet<>();
        private final Map<String, Set<String>> idsByName = new HashMap<>();

        Names(@Nullable JsonNode team) {
            if (team != null) {
                team.at("/team/members").forEach(member -> {
                    String name = member.isTextual()
                            ? member.textValue()
                            : member.path("name").asText("");
                    String id = member.path("id").asText(name);
                    ids.add(id);
                    idsByName
                            .computeIfAbsent(name.strip(), key -> new TreeSet<>())
                            .add(id);
                });
            }
        }

        /** The ids that may be meant: one that is known, or all members of that name; empty where nobody is known by it. */
        Set<String> find(String text) {
            if (ids.contains(text)) {
                return Set.of(text);
            }
            String plain = unmarked(text);
            return ids.contains(plain) ? Set.of(plain) : idsByName.getOrDefault(plain, Set.of());
        }

        /** Without the mark that keeps a spreadsheet from taking a name for a formula. */
        static String unmarked(String text) {
            return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                    ? text.substring(1)
                    : text;
        }
    }

    private static final class Reader {
        private final Names names;
        private final ArrayNode shifts = JsonNodeFactory.instance.arrayNode();
        private final List<Long> lines = new ArrayList<>();
        private final List<LineIssue> issues = new ArrayList<>();
        private long found;

        Reader(Names names) {
            this.names = names;
        }

        void read(byte[] csv) {
            List<LineIssue> unreadable = new ArrayList<>();
            String text = CsvTable.text(csv, unreadable);
            if (text == null) {
                unreadable.forEach(issue -> issue(issue.line(), issue.code(), issue.sentence()));
                return;
            }
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setIgnoreSurroundingSpaces(true)
                    .setIgnoreEmptyLines(true)
                    .get();
            StringReader in = new StringReader(text);
            try (CSVParser parser =
                    CSVParser.builder().setReader(in).setFormat(format).get()) {
                rows(parser);
            } catch (CSVException e) {
                issue(
                        text.lines().count(),
                        "malformed-csv",
                        "The file must be CSV as in RFC 4180, but: " + shorten(e.getMessage())
                                + ". Maybe a quotation mark is missing or one too many.");
            } catch (IOException e) {
                throw new UncheckedIOException("A text in memory cannot be read.", e);
            }
        }

        private void rows(CSVParser parser) throws IOException {
            Iterator<CSVRecord> rows = parser.iterator();
            try {
                if (!rows.hasNext()) {
                    issue(
                            1,
                            "missing",
                            "There is no heading. The first line must name the columns: rotation,tier,member,from,to.");
                    return;
                }
                List<String> columns = heading(rows.next());
                while (!columns.isEmpty() && rows.hasNext()) {
                    CSVRecord row = rows.next();
                    if (lines.size() >= MOST_ROWS) {
                        issue(
                                parser.getCurrentLineNumber(),
                                "too-many",
                                "The file must have at most " + MOST_ROWS + " shifts. Maybe audit a shorter period.");
                        return;
                    }
                    row(row, columns, parser.getCurrentLineNumber());
                }
            } catch (IllegalStateException | UncheckedIOException e) {
                // The library wraps what it finds wrong while it goes on to the next row.
                issue(
                        parser.getCurrentLineNumber() + 1,
                        "malformed-csv",
                        "The line must be CSV as in RFC 4180, but is not. Maybe a quotation mark is missing or one too"
                                + " many.");
            }
        }

        /** The columns in their order; empty where there is an issue. */
        private List<String> heading(CSVRecord row) {
            long before = found;
            List<String> columns = new ArrayList<>();
            for (String heading : row) {
                String column = heading.strip().toLowerCase(Locale.ROOT);
                if (!COLUMNS.contains(column)) {
                    issue(
                            1,
                            "unknown-field",
                            "The column (" + shorten(heading) + ") does not exist. The columns are "
                                    + String.join(", ", COLUMNS) + ", separated by commas.");
                } else if (columns.contains(column)) {
                    issue(
                            1,
                            "duplicate-id",
                            "The column (" + column + ") must stand once, but stands twice. Maybe remove one.");
                }
                columns.add(column);
            }
            for (String column : REQUIRED) {
                if (!columns.contains(column)) {
                    issue(1, "missing", "The column (" + column + ") is missing. Maybe add it to the first line.");
                }
            }
            if (!columns.contains("member") && !columns.contains("name")) {
                issue(
                        1,
                        "missing",
                        "The column (member) is missing. Maybe add it, or a column name, to the first line.");
            }
            return found == before ? columns : List.of();
        }

        private void row(CSVRecord row, List<String> columns, long line) {
            if (row.size() != columns.size()) {
                issue(
                        line,
                        "wrong-fields",
                        "The line has " + row.size() + " fields and must have " + columns.size()
                                + ", as the heading has. Maybe a comma is missing or one too many.");
                return;
            }
            ObjectNode shift = JsonNodeFactory.instance.objectNode();
            String member = "";
            String name = "";
            for (int c = 0; c < columns.size(); c++) {
                String value = row.get(c).strip();
                switch (columns.get(c)) {
                    case "member" -> member = value;
                    case "name" -> name = value;
                    default -> {
                        if (!value.isEmpty()) {
                            shift.put(columns.get(c), value);
                        }
                    }
                }
            }
            String who = member.isEmpty() ? name : member;
            Set<String> ids = names.find(who);
            if (ids.size() > 1) {
                issue(
                        line,
                        "ambiguous-member",
                        "The name (" + shorten(who) + ") is that of several members, " + String.join(" and ", ids)
                                + ". Maybe write the id.");
                return;
            }
            if (!who.isEmpty()) {
                shift.put("member", ids.isEmpty() ? who : ids.iterator().next());
            }
            shifts.add(shift);
            lines.add(line);
        }

        private void issue(long line, String code, String sentence) {
            found++;
            if (issues.size() < MOST_ISSUES) {
                issues.add(new LineIssue(line, code, sentence));
            }
        }

        private List<LineIssue> issues() {
            if (found > issues.size()) {
                issues.add(new LineIssue(
                        issues.getLast().line(),
                        "more-issues",
                        "The file has " + (found - issues.size()) + " more issues than the " + MOST_ISSUES
                                + " listed. Maybe solve these first."));
            }
            return issues;
        }
    }

    /** A text of the file as it reads in a sentence. */
    public static String shorten(@Nullable String text) {
        String plain = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
    }
}
