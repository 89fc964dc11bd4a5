package org.oncall.rota.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;

/** Rotas that are kept as a request and an answer, as rotas again. */
final class KeptRotas {
    private KeptRotas() {}

    /** The rota that the shifts of the answer are of the request; null where it has none, or no longer can be read. */
    static @Nullable Rota rota(RotaIntake intake, String request, @Nullable String answer) {
        if (answer == null
                || !(Json.tree(request) instanceof ObjectNode asked)
                || !(Json.tree(answer) instanceof ObjectNode told)
                || !told.path("score").isObject()
                || !(read(intake, asked) instanceof Intake.Accepted accepted)) {
            return null;
        }
        // Shifts of an answer are read as those of a published rota are.
        asked.set("published", told.path("shifts"));
        return read(intake, asked) instanceof Intake.Accepted held
                ? Rota.of(accepted.problem(), held.problem().published())
                : null;
    }

    static Intake read(RotaIntake intake, ObjectNode request) {
        return intake.read(request.toString().getBytes(StandardCharsets.UTF_8));
    }
}
