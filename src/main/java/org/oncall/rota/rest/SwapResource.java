package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.teams.Caller;
import org.oncall.rota.teams.SwapDesk;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.SwapJson;
import org.oncall.rota.wire.SwapProposalJson;
import org.oncall.rota.wire.SwapRequest;
import org.oncall.rota.wire.SwapStepRequest;

/** Swaps of published and offered rotas. */
@Path(RotaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Swaps",
        description = "Give, take and trade shifts; what is agreed survives later solves until it is undone.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
@APIResponse(responseCode = "503", ref = "StoreAway")
public class SwapResource {
    private static final String ROTA = "Id of the rota; to look at a swap or agree to it, any of the team's will do";
    private static final String SWAP = "Id of the swap";

    private final BodyLimit limit;
    private final SwapDesk desk;
    private final Once once;

    SwapResource(BodyLimit limit, SwapDesk desk, Once once) {
        this.limit = limit;
        this.desk = desk;
        this.once = once;
    }

    @GET
    @Path("{id}/swaps")
    @Blocking
    @Operation(
            operationId = "swaps",
            summary = "List the swaps",
            description = "Those of the team, whatever became of them, those changed last first, a hundred a page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of swaps",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SwapJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    public List<SwapJson> swaps(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = Pages.DESCRIPTION) @QueryParam("page") @DefaultValue("0") int page) {
        return desk.list(RotaResource.known(id), Pages.checked(page));
    }

    @GET
    @Path("{id}/swaps/proposals")
    @Blocking
    @Operation(
            operationId = "swapProposals",
            summary = "Find swaps",
            description =
                    "Ways for a member to be rid of a shift, or of days of it, that break no hard rule: somebody who takes it,"
                            + " exchanges, and cycles of three; for a night a night of the same day of the week or a whole"
                            + " shift, and so for any part. The best come first; send the handings of one as a swap.")
    @APIResponse(
            responseCode = "200",
            description = "At most five of each kind",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SwapProposalJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchShift")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public List<SwapProposalJson> proposals(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = "Id of the member who holds the shift", required = true)
                    @QueryParam("member")
                    @DefaultValue("")
                    String member,
            @Parameter(description = "Id of the shift, or of any slot in it", required = true)
                    @QueryParam("shift")
                    @DefaultValue("")
                    String shift,
            @Parameter(description = "First on-call day to be rid of; default the shift's")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Last on-call day to be rid of; default the shift's") @QueryParam("to") @Nullable
                    String to,
            @Parameter(description = RepairResource.PART) @QueryParam("part") @Nullable String part) {
        return desk.proposals(
                RotaResource.known(id),
                member,
                shift,
                part,
                RepairResource.date("from", from),
                RepairResource.date("to", to));
    }

    @GET
    @Path("{id}/swaps/{swap}")
    @Blocking
    @Operation(
            operationId = "swap",
            summary = "Look at a swap",
            description = "How far it has come, and what happened to it.")
    @APIResponse(
            responseCode = "200",
            description = "The swap",
            content = @Content(schema = @Schema(implementation = SwapJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchSwap")
    public SwapJson swap(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = SWAP) @PathParam("swap") String swap) {
        return desk.find(RotaResource.known(id), RotaResource.known(swap));
    }

    @POST
    @Path("{id}/swaps")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "proposeSwap",
            summary = "Propose a swap",
            description =
                    "Of a published or offered rota. A member who proposes what concerns them has agreed to it. Refused, with the"
                            + " findings, where it would break a hard rule. Unless `creditMoves`, the days go on counting for whom"
                            + " they counted: the debt is settled by the exchange.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SwapRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The swap",
            headers = @Header(ref = "Location", name = "Location"),
            content = @Content(schema = @Schema(implementation = SwapJson.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response propose(
            @Parameter(description = ROTA) @PathParam("id") String id,
            InputStream body,
            @BeanParam Asking.ToMake asking)
            throws IOException {
        UUID rota = RotaResource.known(id);
        String path = RotaResource.PATH + "/" + id + "/swaps";
        byte[] json = limit.read(body, path);
        return once.answer(asking.key, path, json, () -> {
            SwapJson swap = desk.propose(rota, json, asking.caller());
            return Response.status(Response.Status.CREATED)
                    .entity(swap)
                    .header(HttpHeaders.LOCATION, path + "/" + swap.id())
                    .build();
        });
    }

    @POST
    @Path("{id}/swaps/{swap}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "acceptSwap",
            summary = "Agree to a swap",
            description =
                    "Of a member for themselves, or of a manager for the `member` named, or for all. Once everybody has agreed it is applied"
                            + " at once, as a revision of its own that takes the place of the rota.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SwapStepRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The swap as it is now",
            content = @Content(schema = @Schema(implementation = SwapJson.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchSwap")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response accept(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = SWAP) @PathParam("swap") String swap,
            InputStream body,
            @BeanParam Asking.ToMake asking)
            throws IOException {
        return step(id, swap, "accept", body, asking, desk::accept);
    }

    @POST
    @Path("{id}/swaps/{swap}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "declineSwap",
            summary = "Decline a swap",
            description = "Of a member whom it concerns, or of a manager for them. That ends it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SwapStepRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The swap as it is now",
            content = @Content(schema = @Schema(implementation = SwapJson.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchSwap")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response decline(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = SWAP) @PathParam("swap") String swap,
            InputStream body,
            @BeanParam Asking.ToMake asking)
            throws IOException {
        return step(id, swap, "decline", body, asking, desk::decline);
    }

    @POST
    @Path("{id}/swaps/{swap}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "undoSwap",
            summary = "Undo a swap",
            description =
                    "Of a manager: everybody has back what they handed over, as long as it has not begun, and is as free or as settled as"
                            + " before.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SwapStepRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The swap as it is now",
            content = @Content(schema = @Schema(implementation = SwapJson.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchSwap")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response undo(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = SWAP) @PathParam("swap") String swap,
            InputStream body,
            @BeanParam Asking.ToMake asking)
            throws IOException {
        return step(id, swap, "undo", body, asking, desk::undo);
    }

    private interface Step {
        SwapJson take(UUID rota, UUID swap, byte[] body, Caller caller);
    }

    private Response step(String id, String swap, String what, InputStream body, Asking.ToMake asking, Step step)
            throws IOException {
        UUID rota = RotaResource.known(id);
        UUID known = RotaResource.known(swap);
        String path = RotaResource.PATH + "/" + id + "/swaps/" + swap + "/" + what;
        byte[] json = limit.read(body, path);
        return once.answer(
                asking.key,
                path,
                json,
                () -> Response.ok(step.take(rota, known, json, asking.caller())).build());
    }
}
