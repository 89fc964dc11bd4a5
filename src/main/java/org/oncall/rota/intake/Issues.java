package org.oncall.rota.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the issues of one request, and remembers which places could not be read, so that they are not judged twice. */
final class Issues {
    /** So that the answer to a large and wrong request stays small. */
    static final int MOST_REPORTED = 200;

    private final List<Issue> reported = new ArrayList<>();
    private final Set<Place> unread = new HashSet<>();
    private int count;

    void add(IssueCode code, Place place, String sentence) {
        add(code, place, () -> sentence);
    }

    /** For sentences that are costly to make: made only where they are reported. */
    void add(IssueCode code, Place place, Supplier<String> sentence) {
        count++;
        if (reported.size() < MOST_REPORTED) {
            reported.add(new Issue(code.kind(), code.code(), place.pointer(), sentence.get()));
        }
    }

    /** Adds an issue of shape, whose value is then absent from what was read. */
    void addUnread(IssueCode code, Place place, Supplier<String> sentence) {
        unread.add(place);
        add(code, place, sentence);
    }

    /** Whether the value there was given but could not be read. */
    boolean isUnread(Place place) {
        return unread.contains(place);
    }

    /** Whether a value there or anywhere below could not be read. */
    boolean hasUnread(Place place) {
        return unread.stream().anyMatch(p -> p.equals(place) || p.pointer().startsWith(place.pointer() + "/"));
    }

    int count() {
        return count;
    }

    /** In the order in which they were found; the last one says how many more there are. */
    List<Issue> toList() {
        if (count == reported.size()) {
            return List.copyOf(reported);
        }
        List<Issue> result = new ArrayList<>(reported);
        IssueCode code = IssueCode.MORE_ISSUES;
        result.add(new Issue(
                code.kind(),
                code.code(),
                Place.ROOT.pointer(),
                "The request has " + (count - reported.size()) + " more issues than the " + MOST_REPORTED
                        + " listed here. Maybe solve these first and send it again."));
        return result;
    }
}
