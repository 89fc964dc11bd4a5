package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.teams.PushDesk;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.PushAnswer;
import org.oncall.rota.wire.PushRequest;

/** Published rotas, sent to the tool that calls people. */
@Path(RotaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rotas")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class PushResource {
    private final BodyLimit limit;
    private final PushDesk desk;
    private final Once once;

    PushResource(BodyLimit limit, PushDesk desk, Once once) {
        this.limit = limit;
        this.desk = desk;
        this.once = once;
    }

    @POST
    @Path("{id}/push")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "pushRota",
            summary = "Push a published rota to PagerDuty",
            description =
                    "Compares the rota with what is live there and answers the difference: turns to create, to change, to delete."
                            + " With `\"dryRun\": false` it is written too; a second push then writes nothing, and one that was"
                            + " cut off is ended by the next. The past is never touched. The service has the token in its"
                            + " environment, as PAGERDUTY_TOKEN.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PushRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What differed, and whether it was written",
            content = @Content(schema = @Schema(implementation = PushAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "502", ref = "RemoteFailed")
    @APIResponse(responseCode = "503", ref = "RemoteBusy")
    public Response push(
            @Parameter(description = "Id of the rota") @PathParam("id") String id,
            InputStream body,
            @BeanParam Asking.ToMake asking)
            throws IOException {
        UUID rota = RotaResource.known(id);
        String path = RotaResource.PATH + "/" + id + "/push";
        byte[] json = limit.read(body, path);
        return once.answer(asking.key, path, json, () -> switch (desk.push(rota, json, asking.caller())) {
            case PushDesk.Outcome.Done done -> Response.ok(done.answer()).build();
            case PushDesk.Outcome.Failed failed -> failed(failed, path);
        });
    }

    private static Response failed(PushDesk.Outcome.Failed failed, String path) {
        if (failed.retryAfter() == null) {
            return Problems.response(502, failed.sentence(), path).build();
        }
        return Problems.response(503, failed.sentence(), path)
                .header(HttpHeaders.RETRY_AFTER, failed.retryAfter().toSeconds())
                .build();
    }
}
