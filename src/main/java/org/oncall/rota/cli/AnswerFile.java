package org.oncall.rota.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;

/** A file with an answer of a solve, which carries its request. */
final class AnswerFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AnswerFile() {}

    /** The rota of the answer; null where there is none, which is said then. */
    static @Nullable Rota read(Path file, PrintWriter err) throws IOException {
        if (!CommandFiles.isReadable(file, err)) {
            return null;
        }
        byte[] json = Files.readAllBytes(file);
        ObjectNode answer = object(json);
        JsonNode request = answer == null ? null : answer.get("request");
        if (request == null) {
            notAnAnswer(file, err);
            return null;
        }
        return switch (new RotaIntake(Clock.systemUTC()).read(MAPPER.writeValueAsBytes(request))) {
            case Intake.Refused refused -> {
                err.println("The request in the file (" + file + ") cannot be read.");
                RequestFile.complain(file, refused, err);
                yield null;
            }
            case Intake.Accepted accepted -> held(file, json, accepted, err);
        };
    }

    /** The rota that the shifts of an answer make; null where they do not, which is said then. */
    static @Nullable Rota held(Path from, byte[] json, Intake.Accepted accepted, PrintWriter err) throws IOException {
        ObjectNode answer = object(json);
        JsonNode shifts = answer == null ? null : answer.get("shifts");
        if (shifts == null || !shifts.isArray()) {
            notAnAnswer(from, err);
            return null;
        }
        // Shifts of an answer are read as those of a published rota are; to keep the two apart, in a request of its
        // own.
        ObjectNode request = MAPPER.valueToTree(accepted.request());
        request.set("published", shifts);
        return switch (new RotaIntake(Clock.systemUTC()).read(MAPPER.writeValueAsBytes(request))) {
            case Intake.Refused refused -> {
                err.println("The shifts of the file (" + from + "), read as /published, do not fit the request.");
                RequestFile.complain(from, refused, err);
                yield null;
            }
            case Intake.Accepted read ->
                Rota.of(accepted.problem(), read.problem().published());
        };
    }

    /** Null where the bytes are no JSON object. */
    static @Nullable ObjectNode object(byte[] json) throws IOException {
        try {
            return MAPPER.readTree(json) instanceof ObjectNode node ? node : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static void notAnAnswer(Path file, PrintWriter err) {
        err.println("The file (" + file + ") must be an answer, with the shifts of a rota."
                + "\nMaybe write one first: rota solve TEAM.json --json ANSWER.json");
    }
}
