package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.export.csv.ShiftsCsv;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.lint.LintIntake;
import org.oncall.rota.intake.lint.SentSchedules;
import org.oncall.rota.jobs.Diagnoses;
import org.oncall.rota.wire.AuditAnswer;
import org.oncall.rota.wire.AuditRequest;
import org.oncall.rota.wire.LintAnswer;
import org.oncall.rota.wire.LintRequest;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.WhyAnswer;

/** Audits: any rota, however made. */
@Path(AuditResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audits", description = "Bring a rota along, and learn which rules it breaks and who carries what.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class AuditResource {
    static final String PATH = "/api/audits";

    private static final String PAGERDUTY = "application/vnd.pagerduty+json";
    private static final String OPSGENIE = "application/vnd.opsgenie+json";
    private static final String TERRAFORM = "application/hcl";
    private static final String CALENDAR = "text/calendar";
    private static final Map<String, LintIntake.Format> FORMATS = Map.of(
            PAGERDUTY,
            LintIntake.Format.PAGERDUTY,
            OPSGENIE,
            LintIntake.Format.OPSGENIE,
            TERRAFORM,
            LintIntake.Format.TERRAFORM,
            CALENDAR,
            LintIntake.Format.ICAL);

    private final BodyLimit limit;
    private final RotaIntake intake;
    private final Diagnoses diagnoses;
    private final Linting linting;

    AuditResource(BodyLimit limit, RotaIntake intake, Diagnoses diagnoses, Linting linting) {
        this.limit = limit;
        this.intake = intake;
        this.diagnoses = diagnoses;
        this.linting = linting;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "auditRota",
            summary = "Audit a rota",
            description = "Takes a rota as an answer gave it or as somebody wrote it, and answers at once: score, every"
                    + " finding, what each member carries. Shifts need not fit on-call days: a day goes to the member who"
                    + " has most of its coverage hours, and what that loses is listed under `cuts`. Nothing is kept.")
    @RequestBody(
            required = true,
            description =
                    "The request that the rota answers, and its shifts. Everything but the members' names, the dates"
                            + " and the shifts has a default; unknown fields are refused.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AuditRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The audit, whatever it found",
            content = @Content(schema = @Schema(implementation = AuditAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "503", ref = "ProofsFull")
    public Response audit(
            InputStream body,
            @Parameter(description = Proving.DESCRIPTION) @QueryParam(Proving.PARAMETER) @DefaultValue("false")
                    boolean prove,
            @Context HttpHeaders headers)
            throws IOException {
        return read(body, headers, PATH, accepted -> {
            AuditReport report = Audit.of(accepted.rota(), accepted.cuts());
            return Proving.answer(
                    prove,
                    diagnoses,
                    () -> Diagnosis.of(report, Diagnosis.Limits.DEFAULT, () -> false),
                    diagnosis -> JsonAnswers.audit(accepted.request(), report, diagnosis),
                    PATH);
        });
    }

    @POST
    @Consumes({PAGERDUTY, OPSGENIE, TERRAFORM, CALENDAR})
    @Blocking
    @Operation(
            operationId = "lintSchedules",
            summary = "Audit a schedule of another tool",
            description =
                    "Takes schedules of PagerDuty, Opsgenie, Terraform or a calendar by the type of the body, expands"
                            + " them from the first day to the last, and audits what comes of it with the defaults of a request."
                            + " What cannot be understood is named with its line. The `request` of the answer, without its shifts,"
                            + " can be solved. Several files, or with a team: `/api/audits/schedules`. Nothing is kept but the"
                            + " better rota, for a while.")
    @APIResponse(
            responseCode = "200",
            description = "The audit, whatever it found",
            content = @Content(schema = @Schema(implementation = LintAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "503", ref = "QueueFull")
    public Uni<Response> lint(
            InputStream body,
            @Parameter(description = "First day of schedules", example = "2027-01-05") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "First day after schedules", example = "2027-07-06") @QueryParam("to") @Nullable
                    String to,
            @Parameter(
                            description =
                                    "For schedules: look for the best rota of the same people for so long, at most PT30S, and"
                                            + " show it beside what runs",
                            example = "PT10S")
                    @QueryParam("optimise")
                    @Nullable
                    String optimise,
            @Parameter(description = "Seed of that search; default 0", example = "0") @QueryParam("seed") @Nullable
                    String seed,
            @Context HttpHeaders headers)
            throws IOException {
        byte[] bytes = limit.read(body, PATH);
        String type =
                headers.getMediaType().getType() + "/" + headers.getMediaType().getSubtype();
        LintIntake.Format format = Objects.requireNonNull(FORMATS.get(type.toLowerCase(Locale.ROOT)));
        SentSchedules.Parameters parameters = new SentSchedules.Parameters(from, to, optimise, seed);
        return linting.answer(SentSchedules.read(bytes, format, parameters, intake), PATH);
    }

    @POST
    @Path("schedules")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "lintFiles",
            summary = "Audit schedules of other tools, with a team",
            description =
                    "Takes files of PagerDuty, Opsgenie, Terraform or calendars, one tier a schedule, and what they do not say as"
                            + " the fields of a request: members with leave, skills and shares, coverage, history, weights. With"
                            + " `solve` (a limit of at most PT30S) the best rota for the same people and days is looked for and shown"
                            + " beside what runs: before and after, rule by rule. Nothing is kept but that rota, for a while.")
    @RequestBody(
            required = true,
            description = "The files, the dates, and whatever of a request the files do not say.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LintRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The audit, whatever it found",
            content = @Content(schema = @Schema(implementation = LintAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "503", ref = "QueueFull")
    public Uni<Response> lintAll(InputStream body, @Context HttpHeaders headers) throws IOException {
        String path = PATH + "/schedules";
        Optional<Response.ResponseBuilder> foreign = JsonType.refused(headers, path);
        return foreign.isPresent()
                ? Uni.createFrom().item(foreign.get().build())
                : linting.answer(SentSchedules.read(limit.read(body, path), intake), path);
    }

    @POST
    @Path("shifts/{shift}/why")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "whyAuditedShift",
            summary = "Why this person, why not that one, in a rota brought along",
            description =
                    "Ranks everybody for one shift or gap of the rota that is sent, as it is done for a solved one."
                            + " Nothing is kept.")
    @RequestBody(
            required = true,
            description = "The request that the rota answers, and its shifts.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AuditRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Everybody, ranked; the status is AUDITED",
            content = @Content(schema = @Schema(implementation = WhyAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "404", ref = "NoSuchSlot")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response why(
            InputStream body,
            @Parameter(
                            description = "Id of the shift or gap, or of any slot in it",
                            example = "on-call.primary.2027-01-05")
                    @PathParam("shift")
                    String shift,
            @Context HttpHeaders headers)
            throws IOException {
        String path = PATH + "/shifts/" + shift + "/why";
        return read(body, headers, path, accepted -> Response.ok(Whys.of(accepted.rota(), shift, path)));
    }

    @POST
    @Path("shifts.csv")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("text/csv")
    @Blocking
    @Operation(
            operationId = "shiftsAsCsv",
            summary = "Write a rota as CSV",
            description = "One row a shift of the rota that is sent: rotation, tier, member, name, from, to. Nothing is"
                    + " kept.")
    @RequestBody(
            required = true,
            description = "The request that the rota answers, and its shifts.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AuditRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The shifts, in whole on-call days",
            content = @Content(mediaType = "text/csv"))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    public Response csv(InputStream body, @Context HttpHeaders headers) throws IOException {
        return read(
                body,
                headers,
                PATH + "/shifts.csv",
                accepted -> Response.ok(ShiftsCsv.of(Audit.of(accepted.rota(), accepted.cuts())))
                        .type("text/csv;charset=UTF-8"));
    }

    private Response read(
            InputStream body,
            HttpHeaders headers,
            String path,
            Function<AuditIntake.Accepted, Response.ResponseBuilder> answer)
            throws IOException {
        Optional<Response.ResponseBuilder> foreign = JsonType.refused(headers, path);
        if (foreign.isPresent()) {
            return foreign.get().build();
        }
        return switch (intake.readAudit(limit.read(body, path))) {
            case Intake.Refused refused -> Problems.refused(refused, path).build();
            case AuditIntake.Accepted accepted -> answer.apply(accepted).build();
        };
    }
}
