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
import org.oncall.rota.intake.PayIntake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.pay.Pay;
import org.oncall.rota.wire.PayAnswer;
import org.oncall.rota.wire.PayRequest;
import org.oncall.rota.wire.ProblemJson;

/** What the hours of a rota pay. */
@Path(PayResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pay", description = "Hours on call, pay by your own rules, and time off for alerts.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class PayResource {
    static final String PATH = "/api/pay";

    private final BodyLimit limit;
    private final RotaIntake intake;

    PayResource(BodyLimit limit, RotaIntake intake) {
        this.limit = limit;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "payRota",
            summary = "Hours and pay of a rota",
            description =
                    "Who is on call for how many hours of which kind, exact across clock changes, and what that pays by"
                            + " the rules that are sent. Nothing is kept, and no amount has a default.")
    @RequestBody(
            required = true,
            description = "The request that the rota answers, its shifts in whole on-call days, and the rules of pay.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PayRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Hours and pay by member, kind of hour and rule",
            content = @Content(schema = @Schema(implementation = PayAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response pay(InputStream body, @Context HttpHeaders headers) throws IOException {
        Response.ResponseBuilder foreign = JsonType.refused(headers, PATH).orElse(null);
        if (foreign != null) {
            return foreign.build();
        }
        return switch (intake.readPay(limit.read(body, PATH))) {
            case Intake.Refused refused -> Problems.refused(refused, PATH).build();
            case PayIntake.Accepted accepted ->
                Response.ok(PayJson.of(Pay.of(accepted.rota(), accepted.rules())))
                        .build();
        };
    }
}
