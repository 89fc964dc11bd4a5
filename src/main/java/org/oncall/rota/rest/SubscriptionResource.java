package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.export.ExportFormat;
import org.oncall.rota.teams.FeedDesk;
import org.oncall.rota.wire.ProblemJson;

/** Calendars, for the programs that subscribe to them. */
@Path(FeedDesk.PATH)
@Tag(name = "Calendars")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
@APIResponse(responseCode = "503", ref = "StoreAway")
public class SubscriptionResource {
    private final FeedDesk desk;

    SubscriptionResource(FeedDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("{token}" + FeedDesk.ENDING)
    @Blocking
    @Produces("text/calendar")
    @Operation(
            operationId = "subscribe",
            summary = "A calendar",
            description =
                    "What is published, as iCalendar. The UID of an event is that of its slot, its SEQUENCE rises when its hours or its"
                            + " person change, and a personal calendar shows for 30 days as cancelled what was taken from its"
                            + " member. No contact details. As long as nothing changes, the bytes and the ETag stay.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Changes when the content does",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is what you have: `If-None-Match` has its ETag.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such calendar, or its address was revoked: nobody is told which.",
            content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
    public Response calendar(
            @Parameter(description = "What makes the address unguessable") @PathParam("token") String token,
            @Context Request request) {
        // Always the same words: neither the token nor what became of it is in them.
        Response response = desk.calendar(token)
                .map(bytes -> Exports.response(bytes, ExportFormat.ICAL.mediaType(), request))
                .orElseGet(() -> Problems.response(
                                404,
                                "There is no calendar at this address, or no longer."
                                        + "\nMaybe ask whoever gave it to you for a new one.",
                                FeedDesk.PATH)
                        .build());
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .build();
    }
}
