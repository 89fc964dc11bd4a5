package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.teams.RepairDesk;
import org.oncall.rota.wire.CoverAnswer;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.ResolveAnswer;
import org.oncall.rota.wire.ResolveRequest;
import org.oncall.rota.wire.RevisionRow;

/** What is done about a rota after it was published: menus after a change, and who could cover. */
@Path(RotaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Repairs", description = "Repair a published rota rather than reshuffle it, and find cover.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
@APIResponse(responseCode = "503", ref = "StoreAway")
public class RepairResource {
    private static final String ROTA = "Id of the rota";
    private static final String MENU = "Id of the menu";

    static final String PART =
            "`night`, the on-call day that the shift parameter names, or `weekend`, the days of the shift with"
                    + " coverage on the Saturday or Sunday of that week; instead of `from` and `to`";

    private final BodyLimit limit;
    private final RepairDesk desk;
    private final Once once;

    RepairResource(BodyLimit limit, RepairDesk desk, Once once) {
        this.limit = limit;
        this.desk = desk;
        this.once = once;
    }

    @POST
    @Path("{id}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "resolveRota",
            summary = "Solve a published rota again after a change",
            description =
                    "Answers with a menu: first the rota that moves as few published days as can be, then what more moved shifts"
                            + " buy. The change is the team as it is kept by now, or the `changes` that are sent, which are kept."
                            + " Swapped days stay, and so do days before `freezeUntil`, and what is over. Look at the Location:"
                            + " the menu grows until it is SOLVED. Menus are kept for a week by default, whatever becomes of the process; one"
                            + " that was not found yet is looked for again after a restart.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResolveRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being looked for",
            headers = @Header(ref = "Location", name = "Location"),
            content = @Content(schema = @Schema(implementation = ResolveAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response resolve(
            @Parameter(description = ROTA) @PathParam("id") String id, InputStream body, @BeanParam Asking.ToAdd asking)
            throws IOException {
        UUID rota = RotaResource.known(id);
        String path = RotaResource.PATH + "/" + id + "/resolve";
        byte[] json = limit.read(body, path);
        return once.answer(asking.key, path, json, () -> {
            ResolveAnswer menu = desk.resolve(rota, json, asking.condition(), asking.caller());
            return Response.accepted(menu)
                    .header(HttpHeaders.LOCATION, path + "/" + menu.id())
                    .build();
        });
    }

    @GET
    @Path("{id}/resolve/{menu}")
    @Blocking
    @Operation(operationId = "menu", summary = "Look at a menu", description = "The menu so far, which grows.")
    @APIResponse(
            responseCode = "200",
            description = "The menu as it stands",
            content = @Content(schema = @Schema(implementation = ResolveAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    public ResolveAnswer menu(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = MENU) @PathParam("menu") String menu) {
        return desk.menu(RotaResource.known(id), RotaResource.known(menu));
    }

    @DELETE
    @Path("{id}/resolve/{menu}")
    @Blocking
    @Operation(
            operationId = "stopMenu",
            summary = "Look for no more",
            description = "The menu will be SOLVED soon, with what it has, and stays to be read.")
    @APIResponse(
            responseCode = "200",
            description = "The menu as it stands",
            content = @Content(schema = @Schema(implementation = ResolveAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    public ResolveAnswer stop(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = MENU) @PathParam("menu") String menu) {
        return desk.stop(RotaResource.known(id), RotaResource.known(menu));
    }

    @POST
    @Path("{id}/resolve/{menu}/options/{number}")
    @Blocking
    @Operation(
            operationId = "chooseOption",
            summary = "Choose an option of a menu",
            description =
                    "Makes a draft of it, whose `changes` name those whose shifts move; publish it as any other. Refused while the"
                            + " menu still grows, and where something else was published since it was asked for.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            headers = @Header(ref = "Location", name = "Location"),
            content = @Content(schema = @Schema(implementation = RevisionRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response choose(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(description = MENU) @PathParam("menu") String menu,
            @Parameter(description = "Number of the option, the first is 1") @PathParam("number") int number,
            @BeanParam Asking.ToMake asking) {
        UUID rota = RotaResource.known(id);
        String path = RotaResource.PATH + "/" + id + "/resolve/" + menu + "/options/" + number;
        return once.answer(asking.key, path, new byte[0], () -> {
            RevisionRow draft = desk.choose(rota, RotaResource.known(menu), number, asking.caller());
            return Response.status(Response.Status.CREATED)
                    .entity(draft)
                    .header(HttpHeaders.LOCATION, RotaResource.PATH + "/" + draft.id())
                    .build();
        });
    }

    @GET
    @Path("{id}/shifts/{shift}/cover")
    @Blocking
    @Operation(
            operationId = "coverShift",
            summary = "Who could take a shift",
            description =
                    "Everybody, ranked by what it does to rules and fairness, and who could trade for it, for a shift or for some"
                            + " days of it; of a published rota as it stands today. A day that is handed over does not end the stint"
                            + " that it lies in. With `part=night` for the night that `shift` names, with `part=weekend` for the"
                            + " weekend of that week, with `woken` for the next night of whoever holds the shift; a night is the"
                            + " on-call day that holds it. Where just those days are for nobody, `toTheEnd` says who could take all"
                            + " from there on.")
    @APIResponse(
            responseCode = "200",
            description = "Everybody, the best first",
            content = @Content(schema = @Schema(implementation = CoverAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchShift")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public CoverAnswer cover(
            @Parameter(description = ROTA) @PathParam("id") String id,
            @Parameter(
                            description =
                                    "Id of the shift, which is that of its first slot; any other slot in it will do",
                            example = "on-call.primary.2027-01-05")
                    @PathParam("shift")
                    String shift,
            @Parameter(description = "First on-call day to cover, by the date it starts on; default the shift's")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Last on-call day to cover; default the shift's") @QueryParam("to") @Nullable
                    String to,
            @Parameter(description = "Instant with offset at which its holder was woken") @QueryParam("woken") @Nullable
                    String woken,
            @Parameter(description = PART) @QueryParam("part") @Nullable String part) {
        return desk.cover(
                RotaResource.known(id), shift, part, date("from", from), date("to", to), Moments.read("woken", woken));
    }

    static @Nullable LocalDate date(String name, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new ClientErrorException(Problems.response(
                            422,
                            "The " + name + " (" + text.substring(0, Math.min(text.length(), 100))
                                    + ") must be a date.\nMaybe write 2027-01-05.",
                            "")
                    .build());
        }
    }
}
