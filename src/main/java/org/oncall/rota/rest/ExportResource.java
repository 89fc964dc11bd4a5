package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.Export;
import org.oncall.rota.export.ExportFormat;
import org.oncall.rota.export.ical.SentEvents;
import org.oncall.rota.teams.RotaDesk;
import org.oncall.rota.wire.ProblemJson;

/** Rotas in the formats of other tools. */
@Path(RotaResource.PATH)
@Tag(name = "Rotas")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class ExportResource {
    private final RotaDesk desk;

    ExportResource(RotaDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/{id}/export")
    @Blocking
    @Produces({"text/calendar", "text/csv", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "exportRota",
            summary = "A rota in the format of another tool",
            description =
                    "The rota as a calendar, as a table, as bodies of PagerDuty's or Opsgenie's API, or as Terraform. Ids of"
                            + " members are taken for the ids of users there. The same rota gives the same bytes, and the same ETag."
                            + " Opsgenie and its API end on 5 April 2027.")
    @APIResponse(
            responseCode = "200",
            description = "The rota",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Changes when the content does",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "It is what you have: `If-None-Match` has its ETag.")
    @APIResponse(
            responseCode = "400",
            description = "There is no such format, tier or member, or the format has no such part.",
            content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "409", ref = "NoRotaYet")
    public Response export(
            @Parameter(description = "Id of the solve, as its answer and its Location gave it") @PathParam("id")
                    String id,
            @Parameter(
                            description =
                                    "`ical`, `grafana-ical`, `csv`, `csv-weeks`, `members`, `pagerduty-v3`, `pagerduty-v2`, `opsgenie`,"
                                            + " `grafana-terraform` or `pagerduty-terraform`",
                            example = "csv-weeks")
                    @QueryParam("format")
                    @DefaultValue("ical")
                    String format,
            @Parameter(description = "Only this tier, such as `primary` or `on-call/primary`")
                    @QueryParam("tier")
                    @Nullable
                    String tier,
            @Parameter(description = "Only this member's calendar, by id") @QueryParam("member") @Nullable
                    String member,
            @Parameter(description = "The user whom to call where the rota has nobody")
                    @QueryParam("fallback")
                    @Nullable
                    String fallback,
            @Context Request request) {
        RotaDesk.Known solve = solve(id);
        String path = RotaResource.PATH + "/" + id + "/export";
        Rota rota = solve.rota();
        if (rota == null) {
            throw new ClientErrorException(
                    Problems.response(409, Whys.noRota(solve), path).build());
        }
        ExportFormat known = ExportFormat.of(format).orElse(null);
        if (known == null) {
            return Problems.response(
                            400,
                            "The format (" + format + ") does not exist. The formats are "
                                    + String.join(", ", ExportFormat.codes()) + ".",
                            path)
                    .build();
        }
        Instant now = rota.problem().now().atStartOfDay().toInstant(ZoneOffset.UTC);
        Export.Options options = new Export.Options(
                tier, member, UnaryOperator.identity(), fallback, null, SentEvents.NONE.next(rota, now), now);
        return switch (Export.of(known, rota, options)) {
            case Export.Refused refused ->
                Problems.response(400, refused.sentence(), path).build();
            case Export.Written written -> Exports.response(written.bytes(), known.mediaType(), request);
        };
    }

    private RotaDesk.Known solve(String id) {
        try {
            return desk.rota(UUID.fromString(id)).orElseThrow(() -> Problems.noSuchRota(id));
        } catch (IllegalArgumentException e) {
            throw Problems.noSuchRota(id);
        }
    }
}
