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

    /** The request with the options of the command line in it; as it is where it is no object, for intake to refuse. */
    static byte[] withOptions(
            byte[] request, @Nullable String from, @Nullable String to, @Nullable String limit, @Nullable Long seed)
            throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(request);
            if ((from == null && to == null && limit == null && seed == null) || !(tree instanceof ObjectNode root)) {
                return request;
            }
            if (from != null) {
                root.put("from", from);
            }
            if (to != null) {
                root.put("to", to);
            }
            JsonNode solve = root.get("solve");
            if (limit != null || seed != null) {
                ObjectNode options = solve instanceof ObjectNode given ? given : root.putObject("solve");
                if (limit != null) {
                    options.put("limit", duration(limit));
                }
                if (seed != null) {
                    options.put("seed", seed);
                }
            }
            return MAPPER.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            return request; // intake says where it is malformed
        }
    }

    /** Lets people write 20s, 1.5s or 5m for PT20S, PT1.5S or PT5M; only seconds may be broken. */
    private static String duration(String text) {
        return text.matches("\\d+(\\.\\d+)?[sS]|\\d+[mM]") ? "PT" + text.toUpperCase(Locale.ROOT) : text;
    }
}
