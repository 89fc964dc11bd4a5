package org.oncall.rota.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.wire.ExampleJson;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.RotaRequest;

/** Examples: the teams of {@code data/teams}, which the build packs as resources. */
@Path(ExampleResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Examples", description = "Requests to try.")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class ExampleResource {
    static final String PATH = "/api/examples";

    /** In the order in which they are offered; a test holds this to the files there are. */
    static final List<ExampleJson> EXAMPLES = List.of(
            new ExampleJson("names-only", "Names only", "8 names and half a year; everything else by default"),
            new ExampleJson(
                    "platform", "Hosting platform", "6 people, primary and secondary, half a year over Christmas"),
            new ExampleJson(
                    "agency", "Digital agency", "16 people, first line in office hours beside on-call with seniors"),
            new ExampleJson(
                    "product", "Product company", "17 people in New Zealand, a tier for each of two product teams"),
            new ExampleJson("area", "Service area", "14 people of three small teams share one rota"),
            new ExampleJson("newcomers", "Newcomers", "8 people, two of them novices, one leaving, two part time"));

    @GET
    @Operation(operationId = "listExamples", summary = "List the examples", description = "Teams to try, one a row.")
    @APIResponse(responseCode = "200", description = "The examples, the simplest first")
    public List<ExampleJson> list() {
        return EXAMPLES;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getExample",
            summary = "Look at an example",
            description = "A whole request, ready to be sent to /api/rotas.")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = RotaRequest.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchExample")
    public byte[] get(@Parameter(description = "Id of the example", example = "platform") @PathParam("id") String id)
            throws IOException {
        ExampleJson example = EXAMPLES.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Problems.response(
                                404,
                                "The example (" + id + ") does not exist.\nMaybe one of "
                                        + String.join(
                                                ", ",
                                                EXAMPLES.stream()
                                                        .map(ExampleJson::id)
                                                        .toList())
                                        + "?",
                                PATH + "/" + id)
                        .build()));
        try (InputStream json = ExampleResource.class.getResourceAsStream("/examples/" + example.id() + ".json")) {
            return json.readAllBytes();
        }
    }
}
