package org.oncall.rota.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.assess.Assessment;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.export.json.JsonAssessments;
import org.oncall.rota.export.text.AssessmentText;
import org.oncall.rota.export.text.DiagnosisText;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.proof.ProofResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what can be said of the request in a file before it is solved. */
@Command(
        name = "assess",
        description =
                "Counts before solving: loads, people needed, what each week can bear, and gaps that no rota can avoid.",
        footer = {"", "Exit codes: 0 nothing certain stands against a complete rota, 3 gaps are certain, 2 bad input."})
final class AssessCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TEAM.json", description = "The request: a team and a range of dates.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--from", paramLabel = "DATE", description = "First day planned, instead of the file's.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "First day not planned, instead of the file's.")
    private @Nullable String to;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the answer as JSON too.")
    private @Nullable Path json;

    @Option(
            names = "--prove",
            description =
                    "Decides exactly whether a legal and complete rota exists, and where none does, says why and what would"
                            + " have to change.")
    private boolean prove;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!CommandFiles.isReadable(file, err) || !CommandFiles.isWritable(json, err)) {
            return ExitCode.BAD_INPUT;
        }
        return switch (new RotaIntake(Clock.systemUTC())
                .read(RequestFile.Options.dates(from, to).in(Files.readAllBytes(file)))) {
            case Intake.Refused refused -> {
                RequestFile.complain(file, refused, err);
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted accepted -> assess(accepted);
        };
    }

    private int assess(Intake.Accepted accepted) throws IOException {
        Assessment assessment = Assessment.of(accepted.problem());
        Diagnosis diagnosis = prove ? Diagnosis.of(accepted.problem(), Diagnosis.Limits.DEFAULT) : null;
        PrintWriter out = spec.commandLine().getOut();
        out.print(AssessmentText.of(assessment));
        out.print(DiagnosisText.of(diagnosis));
        out.flush();
        if (json != null) {
            Files.writeString(
                    json,
                    mapper.writeValueAsString(JsonAssessments.of(assessment, accepted.request(), diagnosis)) + "\n");
        }
        boolean impossible = diagnosis != null && diagnosis.proof() instanceof ProofResult.Impossible;
        return assessment.mayBeComplete() && !impossible ? ExitCode.CLEAN : ExitCode.GAPS;
    }
}
