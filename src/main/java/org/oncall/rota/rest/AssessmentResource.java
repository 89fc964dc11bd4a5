package org.oncall.rota.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.oncall.rota.assess.Assessment;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.export.json.JsonAssessments;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Diagnoses;
import org.oncall.rota.wire.AssessmentAnswer;
import org.oncall.rota.wire.ProblemJson;
import org.oncall.rota.wire.RotaRequest;

/** Assessments: what can be said of a request before it is solved. */
@Path(AssessmentResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments", description = "Ask what a team can bear, before a rota is solved.")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(
        responseCode = "500",
        description = "The service failed, and has logged why. Nothing is wrong with the request.",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemJson.class)))
public class AssessmentResource {
    static final String PATH = "/api/assessments";

    private final BodyLimit limit;
    private final RotaIntake intake;
    private final Diagnoses diagnoses;

    AssessmentResource(BodyLimit limit, RotaIntake intake, Diagnoses diagnoses) {
        this.limit = limit;
        this.intake = intake;
        this.diagnoses = diagnoses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "assessRota",
            summary = "Assess capacity",
            description =
                    "Counts, and solves nothing: loads by tier and member, people needed for 30 % and for rest, what each week"
                            + " can bear, what hangs on one person, gaps that no rota can avoid, and what one person more or fewer"
                            + " would do. Each statement says whether it is certain or an indication.")
    @RequestBody(
            required = true,
            description = "The same request as for a rota.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotaRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What counting says",
            content = @Content(schema = @Schema(implementation = AssessmentAnswer.class)))
    @APIResponse(responseCode = "400", ref = "WrongShape")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedType")
    @APIResponse(responseCode = "422", ref = "WrongMeaning")
    @APIResponse(responseCode = "503", ref = "ProofsFull")
    public Response assess(
            InputStream body,
            @Parameter(description = Proving.DESCRIPTION) @QueryParam(Proving.PARAMETER) @DefaultValue("false")
                    boolean prove,
            @Context HttpHeaders headers)
            throws IOException {
        Optional<Response.ResponseBuilder> foreign = JsonType.refused(headers, PATH);
        if (foreign.isPresent()) {
            return foreign.get().build();
        }
        return switch (intake.read(limit.read(body, PATH))) {
            case Intake.Refused refused -> Problems.refused(refused, PATH).build();
            case Intake.Accepted accepted ->
                Proving.answer(
                                prove,
                                diagnoses,
                                () -> Diagnosis.of(accepted.problem(), Diagnosis.Limits.DEFAULT),
                                diagnosis -> JsonAssessments.of(
                                        Assessment.of(accepted.problem()), accepted.request(), diagnosis),
                                PATH)
                        .build();
        };
    }
}
