package org.oncall.rota.intake;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parts of a team that are sent by themselves: issues are told as their sender sees them. */
final class TeamParts {
    private static final String END = "-";

    private TeamParts() {}

    /** Puts the part there, and says where that is. */
    static String put(JsonNode team, String pointer, JsonNode part) {
        JsonPointer place = JsonPointer.compile(pointer);
        ArrayNode list = (ArrayNode) team.at(place.head());
        String last = place.last().getMatchingProperty();
        int index = last.equals(END) ? list.size() : Integer.parseInt(last);
        if (index == list.size()) {
            list.add(part);
        } else {
            list.set(index, part);
        }
        return place.head() + "/" + index;
    }

    /** The part with an id, if it can have one and has none. */
    static JsonNode named(JsonNode part, String id) {
        if (part instanceof ObjectNode object && !object.hasNonNull("id")) {
            object.put("id", id);
        }
        return part;
    }

    /** Issues of the part by their place in it; others keep theirs in the team. */
    static Intake.Refused seenFrom(String place, Intake.Refused refused) {
        return new Intake.Refused(refused.issues().stream()
                .map(issue -> issue.pointer().equals(place) || issue.pointer().startsWith(place + "/")
                        ? new Issue(
                                issue.kind(),
                                issue.code(),
                                issue.pointer().substring(place.length()),
                                issue.sentence().replace(place + "/", "/"))
                        : issue)
                .toList());
    }
}
