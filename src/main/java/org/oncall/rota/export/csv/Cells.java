package org.oncall.rota.export.csv;

/** What a cell may say to a spreadsheet. */
final class Cells {
    private Cells() {}

    /** A text that a spreadsheet would take for a formula is marked as text. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
