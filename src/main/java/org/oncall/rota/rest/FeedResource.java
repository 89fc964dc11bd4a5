package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.teams.FeedDesk;
import org.oncall.rota.wire.FeedJson;
import org.oncall.rota.wire.FeedRequest;
import org.oncall.rota.wire.ProblemJson;

/** The addresses of a team's calendars. */
@Path(TeamResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Calendars to subscribe to, each at an address that nobody can guess.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
@APIResponse(responseCode = "503", ref = "StoreAway")
public class FeedResource {
    private static final String TEAM = "Id of the team";

    private final BodyLimit limit;
    private final FeedDesk desk;

    FeedResource(BodyLimit limit, FeedDesk desk) {
        this.limit = limit;
        this.desk = desk;
    }

    @GET
    @Path("{team}/feeds")
    @Blocking
    @Operation(
            operationId = "feeds",
            summary = "List the calendars",
            description = "Without their addresses, which are told only once: revoke a lost one and make another.")
    @APIResponse(
            responseCode = "200",
            description = "The team's calendars, in the order in which they were made",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FeedJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public List<FeedJson> feeds(@Parameter(description = TEAM) @PathParam("team") String team) {
        return desk.list(team);
    }

    @POST
    @Path("{team}/feeds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "makeFeed",
            summary = "Make a calendar to subscribe to",
            description =
                    "Of the whole team, a tier, or a member. Whoever has its address can read it, without any other leave, so it"
                            + " is told once and only its digest is kept; therefore this takes no Idempotency-Key.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FeedRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The calendar, with its address",
            content = @Content(schema = @Schema(implementation = FeedJson.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response make(
            @Parameter(description = TEAM) @PathParam("team") String team, InputStream body, @BeanParam Asking asking)
            throws IOException {
        byte[] json = limit.read(body, TeamResource.PATH + "/" + team + "/feeds");
        return Response.status(Response.Status.CREATED)
                .entity(desk.make(team, json, asking.caller()))
                .build();
    }

    @DELETE
    @Path("{team}/feeds/{feed}")
    @Blocking
    @Operation(
            operationId = "revokeFeed",
            summary = "Revoke a calendar",
            description = "Its address answers 404 from then on, and is never given out again.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    @APIResponse(responseCode = "404", ref = "NoSuchFeed")
    public void revoke(
            @Parameter(description = TEAM) @PathParam("team") String team,
            @Parameter(description = "Id of the feed") @PathParam("feed") String feed,
            @BeanParam Asking asking) {
        desk.revoke(team, feed, asking.caller());
    }
}
