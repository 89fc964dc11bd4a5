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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.intake.Bound;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.files.LeaveCalendar;
import org.oncall.rota.intake.files.MembersTable;
import org.oncall.rota.wire.LeaveFileAnswer;
import org.oncall.rota.wire.LeaveFileRequest;
import org.oncall.rota.wire.MembersFileAnswer;
import org.oncall.rota.wire.ProblemJson;

/** Files: what people have of a team already, read into parts of a request. */
@Path(FileResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Files", description = "Turn tables and calendars into parts of a request. Nothing is kept.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class FileResource {
    static final String PATH = "/api/files";

    private static final String CSV = "text/csv";

    private final BodyLimit limit;
    private final RotaIntake intake;
    private final Clock clock;

    FileResource(BodyLimit limit, RotaIntake intake, Clock clock) {
        this.limit = limit;
        this.intake = intake;
        this.clock = clock;
    }

    @POST
    @Path("members")
    @Consumes(CSV)
    @Blocking
    @Operation(
            operationId = "readMembers",
            summary = "Read a table of members",
            description =
                    "Takes CSV with the columns name, id, share, onCall, from, until, skills, novice, knows, leave, wants and"
                            + " avoids, in any order, of which only the name is needed; cells are parted by commas, semicolons or"
                            + " tabs. Several values in a cell have semicolons or bars between them, and stretches of days are"
                            + " written 2027-02-08..2027-02-14. Other columns are passed over, with a note.")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "The members, as a request has them",
            content = @Content(schema = @Schema(implementation = MembersFileAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response members(InputStream body) throws IOException {
        String path = PATH + "/members";
        return answer(MembersTable.read(limit.read(body, path)), path);
    }

    @POST
    @Path("leave")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "readLeave",
            summary = "Read a calendar of leave",
            description =
                    "Takes an iCalendar file and the members whose leave it may be: each day that an event touches is leave,"
                            + " of the one whom the calendar is of, or of those whom titles of events name.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LeaveFileRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The leave, as a request has it",
            content = @Content(schema = @Schema(implementation = LeaveFileAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response leave(InputStream body, @Context HttpHeaders headers) throws IOException {
        String path = PATH + "/leave";
        Optional<Response.ResponseBuilder> foreign = JsonType.refused(headers, path);
        return foreign.isPresent()
                ? foreign.get().build()
                : answer(LeaveCalendar.read(limit.read(body, path), intake, LocalDate.now(clock)), path);
    }

    private static Response answer(Bound<?> read, String path) {
        return read.issues().isEmpty()
                ? Response.ok(read.value()).build()
                : Problems.refused(new Intake.Refused(read.issues()), path).build();
    }
}
