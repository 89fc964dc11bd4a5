package org.oncall.rota.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;

/** A file that a command takes a request from. */
final class RequestFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RequestFile() {}

    /** Says everything that is wrong with what the file asks for. */
    static void complain(Path file, Intake.Refused refused, PrintWriter err) {
        for (Issue issue : refused.issues()) {
            CommandFiles.complain(err, file + "#" + issue.pointer(), issue.code(), issue.sentence());
        }
    }

    /**
     * What the command line says instead of the file; null where it says nothing.
     *
     * @param from first day planned
     * @param to first day not planned
     * @param limit time limit of the search
     * @param seed of the search
     * @param unimproved time without a better rota after which the search ends
     */
    record Options(
            @Nullable String from,
            @Nullable String to,
            @Nullable String limit,
            @Nullable Long seed,
            @Nullable String unimproved) {
        static Options dates(@Nullable String from, @Nullable String to) {
            return new Options(from, to, null, null, null);
        }

        static Options search(@Nullable String limit, @Nullable Long seed) {
            return new Options(null, null, limit, seed, null);
        }

        private boolean isAboutTheSearch() {
            return limit != null || seed != null || unimproved != null;
        }

        /** The request with these options in it; as it is where it is no object, for intake to refuse. */
        byte[] in(byte[] request) throws IOException {
            try {
                JsonNode tree = MAPPER.readTree(request);
                if ((from == null && to == null && !isAboutTheSearch()) || !(tree instanceof ObjectNode root)) {
                    return request;
                }
                if (from != null) {
                    root.put("from", from);
                }
                if (to != null) {
                    root.put("to", to);
                }
                if (isAboutTheSearch()) {
                    putInto(root.get("solve") instanceof ObjectNode given ? given : root.putObject("solve"));
                }
                return MAPPER.writeValueAsBytes(root);
            } catch (JsonProcessingException e) {
                return request; // intake says where it is malformed
            }
        }

        private void putInto(ObjectNode solve) {
            if (limit != null) {
                solve.put("limit", duration(limit));
            }
            if (seed != null) {
                solve.put("seed", seed);
            }
            if (unimproved != null) {
                solve.put("unimproved", duration(unimproved));
            }
        }
    }

    /** The request with another value of one field; as it is where it is no object, for intake to refuse. */
    static byte[] with(byte[] request, String field, String value) throws IOException {
        try {
            if (MAPPER.readTree(request) instanceof ObjectNode root) {
                return MAPPER.writeValueAsBytes(root.put(field, value));
            }
        } catch (JsonProcessingException e) {
            // intake says where it is malformed
        }
        return request;
    }

    /** Lets people write 20s, 1.5s or 5m for PT20S, PT1.5S or PT5M; only seconds may be broken. */
    private static String duration(String text) {
        return text.matches("\\d+(\\.\\d+)?[sS]|\\d+[mM]") ? "PT" + text.toUpperCase(Locale.ROOT) : text;
    }
}
