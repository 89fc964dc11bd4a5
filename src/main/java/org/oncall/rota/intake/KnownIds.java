package org.oncall.rota.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of one kind of thing in a request: no two may be equal, and what is referred to must be among them. */
final class KnownIds {
    private final Issues issues;
    private final IssueCode unknown;
    private final String kind;
    private final String owner;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private boolean complete = true;

    /**
     * @param kind what has these ids, singular
     * @param owner what they belong to, for sentences; empty for the team
     */
    KnownIds(Issues issues, IssueCode unknown, String kind, String owner) {
        this.issues = issues;
        this.unknown = unknown;
        this.kind = kind;
        this.owner = owner.isEmpty() ? "" : " of " + owner;
    }

    /** Adds an id unless there is one already, which is an issue with this way out. */
    void add(String id, Place place, String wayOut) {
        Place first = places.putIfAbsent(id, place);
        if (first != null) {
            issues.add(
                    IssueCode.DUPLICATE_ID,
                    place,
                    "The " + kind + " (" + Quotes.shorten(id) + ")" + owner + " in " + place
                            + " has the same id as the one in " + first + ", and ids must differ. " + wayOut);
        }
    }

    /** Says that some ids could not be read, so that nothing can be called unknown. */
    void markIncomplete() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    /** Where the thing with that id stands. */
    @Nullable
    Place place(String id) {
        return places.get(id);
    }

    /** The id if it is known; else null, with an issue unless the ids are incomplete. */
    @Nullable
    String find(@Nullable String id, Place place, String wayOut) {
        if (id == null || places.containsKey(id)) {
            return id;
        }
        if (complete) {
            issues.add(
                    unknown,
                    place,
                    () -> "The " + kind + " (" + Quotes.shorten(id) + ")" + owner + " in " + place + " does not exist."
                            + Quotes.maybe(Near.of(id, places.keySet())) + " Known " + kind + "s" + owner + " are "
                            + Quotes.list(places.keySet()) + "." + (wayOut.isEmpty() ? "" : " " + wayOut));
        }
        return null;
    }
}
