package org.oncall.rota.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.export.json.JsonWhy;
import org.oncall.rota.jobs.SolveStatus;
import org.oncall.rota.teams.RotaDesk;
import org.oncall.rota.wire.WhyAnswer;

/** Why a shift is held by whom it is, as JSON, or the problem with the question. */
final class Whys {
    private Whys() {}

    /** About the shift or gap in which the slot of that id lies. */
    static WhyAnswer of(RotaDesk.Known solve, String shift) {
        Rota rota = solve.rota();
        String path = RotaResource.PATH + "/" + solve.id() + "/shifts/" + shift + "/why";
        if (rota == null) {
            throw new ClientErrorException(
                    Problems.response(409, noRota(solve), path).build());
        }
        return of(rota, shift, path, solve.id().toString(), solve.status());
    }

    /** About the shift or gap of a rota that was brought along. */
    static WhyAnswer of(Rota rota, String shift, String path) {
        return of(rota, shift, path, null, JsonAnswers.AUDITED);
    }

    private static WhyAnswer of(Rota rota, String shift, String path, @Nullable String id, String status) {
        Why why = Why.of(rota, shift)
                .orElseThrow(() -> new NotFoundException(Problems.response(404, Why.noSuchShift(rota, shift), path)
                        .build()));
        return JsonWhy.of(id, status, shift, why, rota.problem().team().zone());
    }

    static String noRota(RotaDesk.Known solve) {
        return "The solve (" + solve.id() + ") has no rota to ask about: it is " + solve.status() + "."
                + (SolveStatus.valueOf(solve.status()).isFinal()
                        ? "\nMaybe submit it again: POST " + RotaResource.PATH + "."
                        : "\nMaybe ask again when it is SOLVING or SOLVED: GET " + RotaResource.PATH + "/" + solve.id()
                                + " says.");
    }
}
