package org.oncall.rota.export.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text, each as wide as its widest cell. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    /**
     * A table with a heading.
     *
     * @param headings names of the columns; one that begins with {@code >} is aligned to the right
     */
    TextTable(List<String> headings) {
        this.right = new boolean[headings.size()];
        List<String> names = new ArrayList<>();
        for (int c = 0; c < right.length; c++) {
            right[c] = headings.get(c).startsWith(">");
            names.add(right[c] ? headings.get(c).substring(1) : headings.get(c));
        }
        rows.add(names);
    }

    void row(String... cells) {
        row(Arrays.asList(cells));
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String padding = " ".repeat(widths[c] - width(row.get(c)));
                line.append(c == 0 ? "" : "  ").append(right[c] ? padding + row.get(c) : row.get(c) + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Columns on a terminal: scripts written in full squares take two a character. */
    private static int width(String text) {
        return text.codePoints()
                .map(c -> switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
                    default -> Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1;
                })
                .sum();
    }
}
