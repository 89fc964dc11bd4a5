package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Origin;
import org.oncall.rota.jobs.RotaJobs;
import org.oncall.rota.jobs.Solve;
import org.oncall.rota.teams.RotaDesk;
import org.oncall.rota.wire.OfferRequest;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.ProgressJson;
import org.oncall.rota.wire.PublishRequest;
import org.oncall.rota.wire.RevisionRow;
import org.oncall.rota.wire.RotaAnswer;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.TrailRow;
import org.oncall.rota.wire.WhyAnswer;

/** Rotas: submit, look, follow, stop. */
@Path(RotaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rotas", description = "Submit a team and a range of dates, and get the best rota that breaks no rule.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class RotaResource {
    static final String PATH = "/api/rotas";
    static final String WHY = "/{id}/shifts/{shift}/why";

    private static final String ID = "Id of the solve, as its answer and its Location gave it";

    private final BodyLimit limit;
    private final RotaIntake intake;
    private final RotaJobs jobs;
    private final RotaDesk desk;
    private final Submissions submissions;
    private final Once once;

    RotaResource(BodyLimit limit, RotaIntake intake, RotaJobs jobs, RotaDesk desk, Submissions submissions, Once once) {
        this.limit = limit;
        this.intake = intake;
        this.jobs = jobs;
        this.desk = desk;
        this.submissions = submissions;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "submitRota",
            summary = "Solve a rota",
            description =
                    "Takes the request in and solves it. Without a preference it answers at once, and the solve goes on:"
                            + " look at its Location. With `Prefer: wait=20` (RFC 7240) it answers with the rota if that is there within"
                            + " 20 seconds, or a few seconds more where the solve is about to end.")
    @RequestBody(
            required = true,
            description =
                    "What to plan. Everything but the members' names and the dates has a default; unknown fields are"
                            + " refused.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotaRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The solve ended while you waited, so this is its rota: SOLVED, or STOPPED by somebody else.",
            headers = {
                @Header(ref = "Preference-Applied", name = "Preference-Applied"),
                @Header(ref = "Content-Location", name = "Content-Location")
            },
            content = @Content(schema = @Schema(implementation = RotaAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The solve goes on; its status is QUEUED or SOLVING. After a wait that was too short, with the best"
                            + " rota so far.",
            headers = {
                @Header(ref = "Location", name = "Location"),
                @Header(ref = "Preference-Applied", name = "Preference-Applied")
            },
            content = @Content(schema = @Schema(implementation = RotaAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "503", ref = "QueueFull")
    public Uni<Response> submit(
            InputStream body,
            @Parameter(
                            description = "`wait=` and the seconds to wait for the rota, at most 120 by default",
                            schema = @Schema(type = SchemaType.STRING, examples = "wait=20"))
                    @HeaderParam("Prefer")
                    List<String> prefer,
            @BeanParam Asking.ToMake asking,
            @Context HttpHeaders headers)
            throws IOException {
        Optional<Response.ResponseBuilder> foreign = JsonType.refused(headers, PATH);
        if (foreign.isPresent()) {
            return now(foreign.get());
        }
        byte[] json = limit.read(body, PATH);
        return switch (intake.read(json)) {
            case Intake.Refused refused -> now(Problems.refused(refused, PATH));
            case Intake.Accepted accepted -> {
                Duration wait = jobs.limits().capped(Preference.wait(prefer));
                Origin origin = new Origin(null, asking.caller().who(), null, List.of());
                yield submissions.answer(asking.key, PATH, json, wait, () -> jobs.submit(accepted, wait, origin));
            }
        };
    }

    @GET
    @Path("{id}")
    @Blocking
    @Operation(
            operationId = "getRota",
            summary = "Look at a rota",
            description =
                    "How the solve stands, with the best rota so far. An ended one can be read for an hour by default.")
    @APIResponse(
            responseCode = "200",
            description = "The solve as it stands",
            content = @Content(schema = @Schema(implementation = RotaAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    public Response get(@Parameter(description = ID) @PathParam("id") String id) {
        Object found = uuid(id).flatMap(desk::find).orElseThrow(() -> Problems.noSuchRota(id));
        return Response.ok(found).build();
    }

    @DELETE
    @Path("{id}")
    @Blocking
    @Operation(
            operationId = "stopRota",
            summary = "Stop a solve early",
            description =
                    "Ends the solve and keeps the best rota so far. One that waits for its turn ends without a rota; one"
                            + " that has ended stays as it is. It can be read afterwards like any other.")
    @APIResponse(
            responseCode = "200",
            description = "It has ended",
            content = @Content(schema = @Schema(implementation = RotaAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "It will end, but has not within half a minute",
            content = @Content(schema = @Schema(implementation = RotaAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    public Uni<Response> stop(@Parameter(description = ID) @PathParam("id") String id) {
        Optional<CompletionStage<Solve>> running = uuid(id).flatMap(jobs::stop);
        if (running.isEmpty()) {
            // One that ended in an earlier process stays as it is, too.
            return now(Response.ok(uuid(id).flatMap(desk::find).orElseThrow(() -> Problems.noSuchRota(id))));
        }
        CompletionStage<Solve> end = running.get();
        return Submissions.later(
                end,
                solve -> Response.status(solve.status().isFinal() ? 200 : 202)
                        .entity(solve.answer())
                        .build());
    }

    @GET
    @Path("{id}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followRota",
            summary = "Follow a solve",
            description =
                    "Server-sent events: at once how it stands, then each status as it is reached and up to four times a"
                            + " second what is new. The last event has a final status: SOLVED, STOPPED or FAILED. Then the stream ends;"
                            + " close it, as a browser would open it again.")
    @APIResponse(
            responseCode = "200",
            description = "One event a change",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ProgressJson.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    public Multi<ProgressJson> follow(@Parameter(description = ID) @PathParam("id") String id) {
        UUID known = uuid(id).filter(uuid -> jobs.find(uuid).isPresent()).orElseThrow(() -> Problems.noSuchRota(id));
        // A reader who is slow misses what is no longer new, but never the end.
        return Multi.createFrom()
                .<Solve>emitter(
                        emitter -> jobs.listen(known, solve -> {
                                    emitter.emit(solve);
                                    if (solve.isOver()) {
                                        emitter.complete();
                                    }
                                })
                                .ifPresentOrElse(emitter::onTermination, emitter::complete),
                        BackPressureStrategy.LATEST)
                .map(Answers::progress);
    }

    @GET
    @Path(WHY)
    @Blocking
    @Operation(
            operationId = "whyShift",
            summary = "Why this person, why not that one",
            description =
                    "For one shift, every member and nobody in it: what the rota would cost then, by level and rule, and which"
                            + " findings would appear and disappear, in sentences. The best come first, so it also answers who could"
                            + " cover the shift, or take a gap. Each difference is what an audit of the changed rota would say.")
    @APIResponse(
            responseCode = "200",
            description = "Everybody, ranked",
            content = @Content(schema = @Schema(implementation = WhyAnswer.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchShift")
    @APIResponse(responseCode = "409", ref = "NoRotaYet")
    public WhyAnswer why(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(
                            description =
                                    "Id of the shift or gap, which is that of its first slot; that of any other slot in it will do",
                            example = "on-call.primary.2027-01-05")
                    @PathParam("shift")
                    String shift) {
        return uuid(id).flatMap(desk::rota)
                .map(solve -> Whys.of(solve, shift))
                .orElseThrow(() -> Problems.noSuchRota(id));
    }

    @POST
    @Path("{id}/offer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "offerRota",
            summary = "Open the trading window",
            description =
                    "A team's draft becomes OFFERED: people see it, and may swap on it `until` then; sent again, until another time."
                            + " Afterwards swaps are refused until it is published. It can be published sooner, which its answer"
                            + " notes and the trail keeps.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OfferRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The revision, offered",
            content = @Content(schema = @Schema(implementation = RevisionRow.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "503", ref = "StoreAway")
    public Response offer(
            @Parameter(description = ID) @PathParam("id") String id, InputStream body, @BeanParam Asking.ToMake asking)
            throws IOException {
        UUID known = uuid(id).orElseThrow(() -> Problems.noSuchRota(id));
        String path = PATH + "/" + id + "/offer";
        byte[] json = limit.read(body, path);
        return once.answer(
                asking.key,
                path,
                json,
                () -> Response.ok(desk.offer(known, json, asking.caller())).build());
    }

    @POST
    @Path("{id}/publish")
    @Blocking
    @Operation(
            operationId = "publishRota",
            summary = "Publish a rota",
            description =
                    "A team's draft is in force from then on, and what overlaps it is superseded. Refused, with every finding,"
                            + " where it breaks a hard rule as things stand by now, unless the body says `despite`; where it"
                            + " was made from what is no longer published; and where it changes days that are over. A"
                            + " published revision never changes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The revision, published",
            content = @Content(schema = @Schema(implementation = RevisionRow.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "503", ref = "StoreAway")
    public Response publish(
            @Parameter(description = ID) @PathParam("id") String id, InputStream body, @BeanParam Asking.ToMake asking)
            throws IOException {
        UUID known = uuid(id).orElseThrow(() -> Problems.noSuchRota(id));
        String path = PATH + "/" + id + "/publish";
        byte[] json = limit.read(body, path);
        return once.answer(
                asking.key,
                path,
                json,
                () -> Response.ok(desk.publish(known, json, asking.caller())).build());
    }

    @GET
    @Path("{id}/trail")
    @Blocking
    @Operation(
            operationId = "trailOfRota",
            summary = "What happened to a rota",
            description = "Who did what to it, when and why, the newest first, a hundred a page. Never edited.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TrailRow.class)))
    @APIResponse(responseCode = "404", ref = "NoSuchRota")
    @APIResponse(responseCode = "503", ref = "StoreAway")
    public List<TrailRow> trail(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = Pages.DESCRIPTION) @QueryParam("page") @DefaultValue("0") int page) {
        UUID known = uuid(id).filter(uuid -> desk.find(uuid).isPresent()).orElseThrow(() -> Problems.noSuchRota(id));
        return desk.trailOfRota(known, Pages.checked(page));
    }

    private static Uni<Response> now(Response.ResponseBuilder answer) {
        return Uni.createFrom().item(answer.build());
    }

    /** The id; what is none is not there. */
    static UUID known(String id) {
        return uuid(id).orElseThrow(() -> Problems.noSuchRota(id));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
