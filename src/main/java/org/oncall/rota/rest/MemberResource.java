package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.teams.OnCall;
import org.oncall.rota.wire.MemberShifts;
import org.oncall.rota.wire.ProblemJson;

/** What one person is on call for. */
@Path("/api/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
@APIResponse(responseCode = "503", ref = "StoreAway")
public class MemberResource {
    private final OnCall onCall;

    MemberResource(OnCall onCall) {
        this.onCall = onCall;
    }

    @GET
    @Path("{member}/shifts")
    @Blocking
    @Operation(
            operationId = "shiftsOfMember",
            summary = "What somebody is on call for",
            description =
                    "As published, and as worked. Ids of members are those of their teams: without `team`, every team"
                            + " that has a member of this id is answered.")
    @APIResponse(
            responseCode = "200",
            description = "Their shifts by team and time",
            content = @Content(schema = @Schema(implementation = MemberShifts.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public MemberShifts shifts(
            @Parameter(description = "Id of the member") @PathParam("member") String member,
            @Parameter(description = "Id of one team") @QueryParam("team") @Nullable String team,
            @Parameter(description = "From this instant with offset on; default now") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "Before this instant with offset; default no end") @QueryParam("to") @Nullable
                    String to) {
        return onCall.ofMember(member, team, Moments.read("from", from), Moments.read("to", to));
    }
}
