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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.teams.LeaveDesk;
import org.oncall.rota.teams.Versioned;
import org.oncall.rota.wire.ImportAnswer;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.LeaveRow;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.TeamImportAnswer;
import org.oncall.rota.wire.WishJson;
import org.oncall.rota.wire.WishRow;

/** Leave and wishes of the members of teams that are kept. */
@Path(TeamResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
@APIResponse(responseCode = "503", ref = "StoreAway")
public class LeaveResource {
    private static final String PATH = TeamResource.PATH;
    private static final String LEAVE = "{team}/members/{member}/leave";
    private static final String WISHES = "{team}/members/{member}/wishes";
    private static final String CALENDAR = "text/calendar";

    private final BodyLimit limit;
    private final LeaveDesk desk;
    private final Once once;

    LeaveResource(BodyLimit limit, LeaveDesk desk, Once once) {
        this.limit = limit;
        this.desk = desk;
        this.once = once;
    }

    @GET
    @Path(LEAVE)
    @Blocking
    @Operation(operationId = "leave", summary = "List the leave of a member", description = "By day.")
    @APIResponse(
            responseCode = "200",
            description = "The leave",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LeaveRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public Response leave(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            @Parameter(description = TeamResource.MEMBER) @PathParam("member") String member) {
        return Tagged.answer(desk.leave(team, member));
    }

    @POST
    @Path(LEAVE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "addLeave",
            summary = "Add leave",
            description = "Whole days, first and last included. The same days again are the same leave.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LeaveJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there already",
            content = @Content(schema = @Schema(implementation = LeaveRow.class)))
    @APIResponse(
            responseCode = "201",
            description = "It was added",
            content = @Content(schema = @Schema(implementation = LeaveRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response addLeave(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            @Parameter(description = TeamResource.MEMBER) @PathParam("member") String member,
            InputStream body,
            @BeanParam Asking.ToAdd asking)
            throws IOException {
        String path = PATH + "/" + team + "/members/" + member + "/leave";
        byte[] json = limit.read(body, path);
        return once.answer(asking.key, path, json, () -> {
            Versioned<LeaveRow> row = desk.addLeave(team, member, json, asking.condition(), asking.caller());
            return Tagged.added(row, path + "/" + row.value().id());
        });
    }

    @POST
    @Path(LEAVE)
    @Consumes(CALENDAR)
    @Blocking
    @Operation(
            operationId = "importLeave",
            summary = "Import an absence feed",
            description =
                    "Takes a calendar: each day that an event touches in the zone of the team is leave. Imported again, events are recognised by their UID: what has moved moves, what is cancelled goes, and nothing is there twice. Leave that was not imported stays.")
    @RequestBody(required = true, content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What it changed",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response importLeave(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            @Parameter(description = TeamResource.MEMBER) @PathParam("member") String member,
            InputStream body,
            @BeanParam Asking.ToAdd asking)
            throws IOException {
        String path = PATH + "/" + team + "/members/" + member + "/leave";
        byte[] calendar = limit.read(body, path);
        return once.answer(
                asking.key,
                path,
                calendar,
                () -> Tagged.answer(desk.importLeave(team, member, calendar, asking.condition(), asking.caller())));
    }

    @POST
    @Path("{team}/leave")
    @Consumes(CALENDAR)
    @Blocking
    @Operation(
            operationId = "importTeamLeave",
            summary = "Import an absence feed of the whole team",
            description =
                    "Takes a calendar with the absences of several members: an event is leave of those whom its title names,"
                            + " by all words of their name, their id, or a first name that is theirs alone. Events that name nobody"
                            + " are told of and change nothing. Imported again, events are recognised by their UID, as for one member.")
    @RequestBody(required = true, content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What it changed",
            content = @Content(schema = @Schema(implementation = TeamImportAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response importTeamLeave(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            InputStream body,
            @BeanParam Asking.ToAdd asking)
            throws IOException {
        String path = PATH + "/" + team + "/leave";
        byte[] calendar = limit.read(body, path);
        return once.answer(
                asking.key,
                path,
                calendar,
                () -> Tagged.answer(desk.importLeave(team, calendar, asking.condition(), asking.caller())));
    }

    @DELETE
    @Path(LEAVE + "/{leave}")
    @Blocking
    @Operation(
            operationId = "removeLeave",
            summary = "Take leave back",
            description = "By the id that adding or listing it gave.")
    @APIResponse(
            responseCode = "200",
            description = "The leave that is left",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LeaveRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    public Response removeLeave(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            @Parameter(description = TeamResource.MEMBER) @PathParam("member") String member,
            @Parameter(description = "Id of the leave") @PathParam("leave") String leave,
            @BeanParam Asking.ToChange asking) {
        return Tagged.answer(desk.removeLeave(team, member, leave, asking.condition(), asking.caller()));
    }

    @GET
    @Path(WISHES)
    @Blocking
    @Operation(
            operationId = "wishes",
            summary = "List the wishes of a member",
            description = "Days they ask for, or ask to avoid.")
    @APIResponse(
            responseCode = "200",
            description = "The wishes",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WishRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    public Response wishes(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            @Parameter(description = TeamResource.MEMBER) @PathParam("member") String member) {
        return Tagged.answer(desk.wishes(team, member));
    }

    @POST
    @Path(WISHES)
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "addWish",
            summary = "Add a wish",
            description = "First and last day included. The same wish again is the same.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WishJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there already",
            content = @Content(schema = @Schema(implementation = WishRow.class)))
    @APIResponse(
            responseCode = "201",
            description = "It was added",
            content = @Content(schema = @Schema(implementation = WishRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response addWish(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            @Parameter(description = TeamResource.MEMBER) @PathParam("member") String member,
            InputStream body,
            @BeanParam Asking.ToAdd asking)
            throws IOException {
        String path = PATH + "/" + team + "/members/" + member + "/wishes";
        byte[] json = limit.read(body, path);
        return once.answer(asking.key, path, json, () -> {
            Versioned<WishRow> row = desk.addWish(team, member, json, asking.condition(), asking.caller());
            return Tagged.added(row, path + "/" + row.value().id());
        });
    }

    @DELETE
    @Path(WISHES + "/{wish}")
    @Blocking
    @Operation(
            operationId = "removeWish",
            summary = "Take a wish back",
            description = "By the id that adding or listing it gave.")
    @APIResponse(
            responseCode = "200",
            description = "The wishes that are left",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WishRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchTeam")
    @APIResponse(responseCode = "412", ref = "Changed")
    public Response removeWish(
            @Parameter(description = TeamResource.TEAM) @PathParam("team") String team,
            @Parameter(description = TeamResource.MEMBER) @PathParam("member") String member,
            @Parameter(description = "Id of the wish") @PathParam("wish") String wish,
            @BeanParam Asking.ToChange asking) {
        return Tagged.answer(desk.removeWish(team, member, wish, asking.condition(), asking.caller()));
    }
}
