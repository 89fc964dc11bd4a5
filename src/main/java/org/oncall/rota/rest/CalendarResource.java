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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.export.json.JsonCalendars;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.wire.CalendarAnswer;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.RotaRequest;

/** Calendars: the days and lines of a rota, for whoever draws one. */
@Path(CalendarResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Ask how the days of a period are to be shown.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class CalendarResource {
    static final String PATH = "/api/calendars";

    private final BodyLimit limit;
    private final RotaIntake intake;

    CalendarResource(BodyLimit limit, RotaIntake intake) {
        this.limit = limit;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "calendarOfRota",
            summary = "Look at the calendar of a period",
            description =
                    "Checks a request without solving it, and answers which of its dates are weekends, bank holidays and"
                            + " festive days, and the lines in which its rota is read: weeks, and festive periods by the day.")
    @RequestBody(
            required = true,
            description = "The same request as for a rota.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotaRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The request can be solved, and this is its calendar",
            content = @Content(schema = @Schema(implementation = CalendarAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response calendar(InputStream body, @Context HttpHeaders headers) throws IOException {
        Optional<Response.ResponseBuilder> foreign = JsonType.refused(headers, PATH);
        if (foreign.isPresent()) {
            return foreign.get().build();
        }
        return switch (intake.read(limit.read(body, PATH))) {
            case Intake.Refused refused -> Problems.refused(refused, PATH).build();
            case Intake.Accepted accepted ->
                Response.ok(JsonCalendars.of(
                                accepted.problem(), RotaCalendar.days(accepted.problem()), accepted.request()))
                        .build();
        };
    }
}
