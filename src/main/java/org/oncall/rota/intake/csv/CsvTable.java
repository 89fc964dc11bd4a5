package org.oncall.rota.intake.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as rows, as far as it can be read.
 *
 * @param heading the cells of the first row; empty where it could not be read
 * @param rows those with as many cells as the heading
 */
record CsvTable(List<String> heading, List<Row> rows) {
    /** No file that means one team is larger. */
    static final int MOST_BYTES = 5_000_000;

    private static final CsvTable NONE = new CsvTable(List.of(), List.of());
    private static final int MOST_ISSUES = 200;

    /** Where commas are decimal, spreadsheets part cells otherwise. The first is what a heading of one column has. */
    private static final String SEPARATORS = ",;\t";

    CsvTable {
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
    }

    /** A row, and the line on which it ends. */
    record Row(long line, List<String> cells) {}

    /** The text of a file; null where it cannot be one, which is an issue then. */
    static @Nullable String text(byte[] csv, List<CsvRota.LineIssue> issues) {
        if (csv.length > MOST_BYTES) {
            issues.add(new CsvRota.LineIssue(
                    1,
                    "too-large",
                    "The file must have at most " + MOST_BYTES + " bytes, but has " + csv.length
                            + ". Maybe it is not a table of one team."));
            return null;
        }
        if (csv.length >= 2
                && (csv[0] == (byte) 0xFF && csv[1] == (byte) 0xFE || csv[0] == (byte) 0xFE && csv[1] == (byte) 0xFF)) {
            issues.add(new CsvRota.LineIssue(
                    1, "malformed-csv", "The file must be text in UTF-8, but is UTF-16. Maybe save it as CSV UTF-8."));
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            issues.add(new CsvRota.LineIssue(
                    1, "malformed-csv", "The file must be text in UTF-8, but is not. Maybe save it as CSV UTF-8."));
            return null;
        }
    }

    /** What parts the cells of the heading: of the separators the one it has most of, outside quotation marks. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            int separator = SEPARATORS.indexOf(text.charAt(i));
            quoted ^= text.charAt(i) == '"';
            if (separator >= 0 && !quoted) {
                counts[separator]++;
            }
        }
        int best = 0;
        for (int s = 1; s < counts.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS.charAt(best);
    }

    /** Reads a table with at most so many rows below its heading; cells are parted by commas, semicolons or tabs. */
    static CsvTable read(byte[] csv, int mostRows, List<CsvRota.LineIssue> issues) {
        String text = text(csv, issues);
        if (text == null) {
            return NONE;
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text.stripLeading()))
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Row> rows = new ArrayList<>();
        List<String> heading = List.of();
        long line = 0;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                List<String> cells = records.next().stream().map(String::strip).toList();
                line = parser.getCurrentLineNumber();
                if (heading.isEmpty()) {
                    heading = cells;
                } else if (rows.size() == mostRows) {
                    issues.add(new CsvRota.LineIssue(
                            line, "too-many", "The table must have at most " + mostRows + " rows below its heading."));
                    break;
                } else if (cells.size() != heading.size()) {
                    issues.add(new CsvRota.LineIssue(
                            line,
                            "wrong-fields",
                            "The line has " + cells.size() + " fields and must have " + heading.size()
                                    + ", as the heading has. Maybe a separator is missing or one too many, or the file"
                                    + " was cut off here."));
                    if (issues.size() >= MOST_ISSUES) {
                        break;
                    }
                } else {
                    rows.add(new Row(line, cells));
                }
            }
        } catch (CSVException | IllegalStateException | UncheckedIOException e) {
            issues.add(new CsvRota.LineIssue(
                    line + 1,
                    "malformed-csv",
                    "The line must be CSV as in RFC 4180, but is not. Maybe a quotation mark is missing or one too many,"
                            + " or the file was cut off."));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read.", e);
        }
        if (heading.isEmpty() && issues.isEmpty()) {
            issues.add(
                    new CsvRota.LineIssue(1, "missing", "There is no heading. The first line must name the columns."));
        }
        return new CsvTable(heading, rows);
    }
}
