package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.export.pay.PayJson;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.ToilIntake;
import org.oncall.rota.pay.Toil;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.ToilAnswer;
import org.oncall.rota.wire.ToilRequest;

/** Time off in lieu of alerts. */
@Path(ToilResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pay")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class ToilResource {
    static final String PATH = "/api/toil";

    private final BodyLimit limit;
    private final RotaIntake intake;

    ToilResource(BodyLimit limit, RotaIntake intake) {
        this.limit = limit;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "timeOffInLieu",
            summary = "Time off for alerts out of hours",
            description =
                    "What each member may claim for the alerts that they answered out of office hours, and whose rest of 11"
                            + " hours was broken by them. A check, no legal advice. Nothing is kept.")
    @RequestBody(
            required = true,
            description = "The request that the rota answers, its shifts in whole on-call days, and the log of alerts.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ToilRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Claims and rest by member",
            content = @Content(schema = @Schema(implementation = ToilAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response toil(InputStream body, @Context HttpHeaders headers) throws IOException {
        Response.ResponseBuilder foreign = JsonType.refused(headers, PATH).orElse(null);
        if (foreign != null) {
            return foreign.build();
        }
        return switch (intake.readToil(limit.read(body, PATH))) {
            case Intake.Refused refused -> Problems.refused(refused, PATH).build();
            case ToilIntake.Accepted accepted ->
                Response.ok(PayJson.of(
                                Toil.of(accepted.rota(), accepted.log(), accepted.policy()),
                                accepted.rota().problem().team().zone()))
                        .build();
        };
    }
}
