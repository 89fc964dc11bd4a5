package org.oncall.rota.intake;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How values of the caller read in sentences: on one line, and never longer than a person would read. */
final class Quotes {
    private static final int LONGEST = 80;
    private static final int MOST_LISTED = 10;

    private Quotes() {}

    /** The text with what cannot be printed written as in JSON, cut where it is long. */
    static String shorten(String text) {
        return shorten(text, LONGEST);
    }

    /** The same, cut at another length, in characters. */
    static String shorten(String text, int longest) {
        StringBuilder result = new StringBuilder();
        int[] points = text.codePoints().limit(longest + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, longest); i++) {
            if (isPrintable(points[i])) {
                result.appendCodePoint(points[i]);
            } else {
                result.append(String.format("\\u%04x", points[i]));
            }
        }
        return points.length > longest ? result.append('…').toString() : result.toString();
    }

    static boolean isPrintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** "[ana, ben]", at most ten of them. */
    static String list(Collection<String> texts) {
        String listed = texts.stream().limit(MOST_LISTED).map(Quotes::shorten).collect(Collectors.joining(", "));
        int more = texts.size() - MOST_LISTED;
        return "[" + listed + (more > 0 ? ", and " + more + " more]" : "]");
    }

    /** " Maybe ben?", " Maybe ben or bert?", or nothing. */
    static String maybe(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : " Maybe " + suggestions.stream().map(Quotes::shorten).collect(Collectors.joining(" or ")) + "?";
    }
}
