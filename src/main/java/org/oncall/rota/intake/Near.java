package org.oncall.rota.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody who mistyped a word may have meant. */
final class Near {
    private static final int MOST = 3;
    private static final int LONGEST_WORD = 100;

    private Near() {}

    /** The candidates nearest to the word, in their order; none where all are too far off. */
    static List<String> of(String word, Collection<String> candidates) {
        if (word.length() > LONGEST_WORD) {
            return List.of();
        }
        String wanted = plain(word);
        int least = Integer.MAX_VALUE;
        List<String> nearest = new ArrayList<>();
        for (String candidate : candidates) {
            int distance = distance(wanted, plain(candidate));
            if (distance >= 0 && distance < least) {
                least = distance;
                nearest.clear();
            }
            if (distance >= 0 && distance == least && nearest.size() < MOST) {
                nearest.add(candidate);
            }
        }
        return nearest;
    }

    /** Below 0: too far off. */
    private static int distance(String wanted, String candidate) {
        int limit = Math.max(1, Math.min(wanted.length(), candidate.length()) / 3);
        int distance = LevenshteinDistance.getDefaultInstance().apply(wanted, candidate);
        if (distance > limit && sorted(wanted).equals(sorted(candidate))) {
            return limit; // letters in the wrong order
        }
        return distance <= limit && distance < Math.max(wanted.length(), 1) ? distance : -1;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
