package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.jobs.RotaJobs;
import org.oncall.rota.teams.OnCall;
import org.oncall.rota.teams.RotaDesk;
import org.oncall.rota.teams.TeamDesk;
import org.oncall.rota.teams.Versioned;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.OnCallAnswer;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.RevisionRow;
import org.oncall.rota.wire.RotaAnswer;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TeamRotaRequest;
import org.oncall.rota.wire.TeamRow;
import org.oncall.rota.wire.TrailRow;

/** Teams that are kept: their people, their rotas, and who is on call. */
@Path(TeamResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "Keep a team, and its rotas from one to the next.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
@APIResponse(responseCode = "503", ref = "StoreAway")
public class TeamResource {
    static final String PATH = "/api/teams";

    static final String TEAM = "Id of the team, which whoever makes it gives it";
    static final String MEMBER = "Id of the member";
    private static final String ONE = "{team}";
    private static final String MEMBERS = "{team}/members";
    private static final String PERSON = "{team}/members/{member}";

    private final BodyLimit limit;
    private final TeamDesk desk;
    private final RotaDesk rotas;
    private final OnCall onCall;
    private final RotaJobs jobs;
    private final Submissions submissions;
    private final Once once;

    TeamResource(
            BodyLimit limit,
            TeamDesk desk,
            RotaDesk rotas,
            OnCall onCall,
            RotaJobs jobs,
            Submissions submissions,
            Once once) {
        this.limit = limit;
        this.desk = desk;
        this.rotas = rotas;
        this.onCall = onCall;
        this.jobs = jobs;
        this.submissions = submissions;
        this.once = once;
    }

    @GET
    @Blocking
    @Operation(operationId = "teams", summary = "List the teams", description = "Every team that is kept, by id.")
    @APIResponse(
            responseCode = "200",
            description = "The teams",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TeamRow.class)))
    public List<TeamRow> teams() {
        return desk.teams();
    }

    @GET
    @Path(ONE)
    @Blocking
    @Operation(
            operationId = "team",
            summary = "Look at a team",
            description = "The team as a request takes it, with every default.")
    @APIResponse(
            responseCode = "200",
            description = "The team",
            content = @Content(schema = @Schema(implementation = TeamJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public Response team(@Parameter(description = TEAM) @PathParam("team") String team) {
        return Tagged.answer(desk.team(team));
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "putTeam",
            summary = "Make or replace a team",
            description =
                    "Takes the `team` of a request. To replace one, its ETag is needed as If-Match, so that nobody's change is lost.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TeamJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was replaced",
            content = @Content(schema = @Schema(implementation = TeamJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "It was made",
            content = @Content(schema = @Schema(implementation = TeamJson.class)))
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "428", ref = "Unconditional")
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response putTeam(
            @Parameter(description = TEAM) @PathParam("team") String team,
            InputStream body,
            @BeanParam Asking.ToChange asking)
            throws IOException {
        return Tagged.answer(
                desk.putTeam(team, limit.read(body, PATH + "/" + team), asking.condition(), asking.caller()));
    }

    @DELETE
    @Path(ONE)
    @Blocking
    @Operation(
            operationId = "deleteTeam",
            summary = "Delete a team",
            description =
                    "What it did stays readable: its rotas by their ids, and its trail. Made again, it goes on from there.")
    @APIResponse(responseCode = "204", description = "It was deleted")
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "428", ref = "Unconditional")
    public Response deleteTeam(
            @Parameter(description = TEAM) @PathParam("team") String team, @BeanParam Asking.ToChange asking) {
        desk.deleteTeam(team, asking.condition(), asking.caller());
        return Response.noContent().build();
    }

    @GET
    @Path(MEMBERS)
    @Blocking
    @Operation(operationId = "members", summary = "List the members", description = "In the team's order.")
    @APIResponse(
            responseCode = "200",
            description = "The members",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MemberJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public Response members(@Parameter(description = TEAM) @PathParam("team") String team) {
        return Tagged.answer(desk.members(team));
    }

    @GET
    @Path(PERSON)
    @Blocking
    @Operation(
            operationId = "member",
            summary = "Look at a member",
            description = "With leave and wishes. The ETag is that of the team.")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public Response member(
            @Parameter(description = TEAM) @PathParam("team") String team,
            @Parameter(description = MEMBER) @PathParam("member") String member) {
        return Tagged.answer(desk.member(team, member));
    }

    @PUT
    @Path(PERSON)
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "putMember",
            summary = "Add or replace a member",
            description =
                    "To replace one, the ETag of the team is needed as If-Match. Somebody who leaves is given a last day, `until`, so that what they worked still counts.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MemberJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "They were replaced",
            content = @Content(schema = @Schema(implementation = MemberJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "They were added",
            content = @Content(schema = @Schema(implementation = MemberJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "428", ref = "Unconditional")
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response putMember(
            @Parameter(description = TEAM) @PathParam("team") String team,
            @Parameter(description = MEMBER) @PathParam("member") String member,
            InputStream body,
            @BeanParam Asking.ToChange asking)
            throws IOException {
        byte[] json = limit.read(body, PATH + "/" + team + "/members/" + member);
        return Tagged.answer(desk.putMember(team, member, json, asking.condition(), asking.caller()));
    }

    @DELETE
    @Path(PERSON)
    @Blocking
    @Operation(
            operationId = "deleteMember",
            summary = "Take a member out",
            description = "What they worked counts no more: for somebody who leaves, rather set `until`.")
    @APIResponse(responseCode = "204", description = "They were taken out")
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "428", ref = "Unconditional")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response deleteMember(
            @Parameter(description = TEAM) @PathParam("team") String team,
            @Parameter(description = MEMBER) @PathParam("member") String member,
            @BeanParam Asking.ToChange asking) {
        Versioned<TeamJson> after = desk.deleteMember(team, member, asking.condition(), asking.caller());
        return Tagged.tagged(Response.noContent(), after);
    }

    @POST
    @Path(ONE + "/rotas")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "askRota",
            summary = "Solve a rota for a team",
            description =
                    "As `POST /api/rotas`, with the people of the team, what it worked before `from` as history, and what is published in the period as `published`. The rota becomes a draft revision under the id of the solve: look at it, then publish it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TeamRotaRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It ended while you waited",
            content = @Content(schema = @Schema(implementation = RotaAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "It goes on",
            content = @Content(schema = @Schema(implementation = RotaAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Uni<Response> askRota(
            @Parameter(description = TEAM) @PathParam("team") String team,
            InputStream body,
            @HeaderParam("Prefer") List<String> prefer,
            @BeanParam Asking.ToMake asking)
            throws IOException {
        String path = PATH + "/" + team + "/rotas";
        byte[] json = limit.read(body, path);
        Duration wait = jobs.limits().capped(Preference.wait(prefer));
        return submissions.answer(asking.key, path, json, wait, () -> rotas.ask(team, json, wait, asking.caller()));
    }

    @GET
    @Path(ONE + "/rotas")
    @Blocking
    @Operation(
            operationId = "revisions",
            summary = "List the revisions of a team's rotas",
            description = "The newest first, a hundred a page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of revisions",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RevisionRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public List<RevisionRow> revisions(
            @Parameter(description = TEAM) @PathParam("team") String team,
            @Parameter(description = Pages.DESCRIPTION) @QueryParam("page") @DefaultValue("0") int page) {
        return rotas.revisions(team, Pages.checked(page));
    }

    @GET
    @Path(ONE + "/on-call")
    @Blocking
    @Operation(
            operationId = "onCall",
            summary = "Who is on call",
            description = "Now and next, by tier, as published. The ends of the shifts are the handovers.")
    @APIResponse(
            responseCode = "200",
            description = "Who is on call",
            content = @Content(schema = @Schema(implementation = OnCallAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public OnCallAnswer onCall(
            @Parameter(description = TEAM) @PathParam("team") String team,
            @Parameter(description = "The moment: an instant with offset; default now") @QueryParam("at") @Nullable
                    String at) {
        return onCall.at(team, Moments.read("at", at));
    }

    @GET
    @Path(ONE + "/trail")
    @Blocking
    @Operation(
            operationId = "trailOfTeam",
            summary = "What happened to a team",
            description =
                    "Who did what, when and why, with the revision before and after; the newest first, a hundred a page. Never edited; of a deleted team too.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TrailRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public List<TrailRow> trailOfTeam(
            @Parameter(description = TEAM) @PathParam("team") String team,
            @Parameter(description = Pages.DESCRIPTION) @QueryParam("page") @DefaultValue("0") int page) {
        return rotas.trailOfTeam(team, Pages.checked(page));
    }
}
