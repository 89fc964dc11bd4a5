package org.oncall.rota.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Issue;

/** A request put together from several files: the rota of an answer, and parts that are added to it. */
final class RotaParts {
    private static final String REQUEST = "request";
    private static final String SHIFTS = "shifts";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private RotaParts() {}

    /** The request of an answer with its shifts in it; null where the file is no answer, which is said then. */
    static @Nullable ObjectNode rota(Path answer, PrintWriter err) throws IOException {
        JsonNode read = part(answer, err);
        if (read == null) {
            return null;
        }
        if (!(read.get(REQUEST) instanceof ObjectNode request)
                || !read.path(SHIFTS).isArray()) {
            CommandFiles.complain(
                    err,
                    answer + "#",
                    "missing",
                    "The file must be an answer, with its request and the shifts of a rota."
                            + "\nMaybe write one first: rota solve TEAM.json --json ANSWER.json");
            return null;
        }
        request.set(SHIFTS, read.get(SHIFTS));
        return request;
    }

    /** A file as JSON; null where it is none, which is said then. */
    static @Nullable JsonNode part(Path file, PrintWriter err) throws IOException {
        if (!CommandFiles.isReadable(file, err)) {
            return null;
        }
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            CommandFiles.complain(
                    err,
                    file + "#",
                    "malformed-json",
                    "The file must be one JSON value in UTF-8 that names no field twice, but: "
                            + e.getOriginalMessage());
            return null;
        }
    }

    static byte[] bytes(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Where an issue of the whole stands: in the answer, or in the file of the part below the pointer. */
    static String place(Issue issue, Path answer, @Nullable Path file, String pointer) {
        if (file != null && (issue.pointer().equals(pointer) || issue.pointer().startsWith(pointer + "/"))) {
            return file + "#" + issue.pointer().substring(pointer.length());
        }
        boolean isShift = issue.pointer().startsWith("/" + SHIFTS);
        return answer + "#" + (isShift ? "" : "/" + REQUEST) + issue.pointer();
    }
}
