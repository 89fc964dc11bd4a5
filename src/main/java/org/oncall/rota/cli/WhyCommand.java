package org.oncall.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.text.WhyText;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a shift is held by whom it is, and what anybody else in it would cost. */
@Command(
        name = "why",
        description = "Ranks everybody for one shift or gap: what the rota would cost with them in it, and why.",
        footer = {
            "",
            "The rota is that of an answer (rota solve --json ANSWER.json), which carries its request. From a request"
                    + " alone it is solved first.",
            "Exit codes: 0 answered, 2 bad input."
        })
final class WhyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "ANSWER.json",
            description = "An answer, or a request: a team and a range of dates.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "SHIFT",
            description = "Id of the shift or gap, or of any slot in it, such as on-call.primary.2027-01-05.")
    @SuppressWarnings("NullAway.Init")
    private String shift;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = "--rota",
            paramLabel = "ANSWER.json",
            description = "Takes the rota from this answer, and the team and its rules from the first file.")
    private @Nullable Path rota;

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            description = "Time limit such as PT20S or 20s, where the rota is solved first.")
    private @Nullable String limit;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the search, where the rota is solved first.")
    private @Nullable Long seed;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!CommandFiles.isReadable(file, err) || rota != null && !CommandFiles.isReadable(rota, err)) {
            return ExitCode.BAD_INPUT;
        }
        byte[] given = Files.readAllBytes(file);
        ObjectNode answer = AnswerFile.object(given);
        JsonNode carried = answer == null ? null : answer.get("request");
        boolean isAnswer = carried != null;
        byte[] request = carried != null
                ? mapper.writeValueAsBytes(carried)
                : RequestFile.Options.search(limit, seed).in(given);
        return switch (new RotaIntake(Clock.systemUTC()).read(request)) {
            case Intake.Refused refused -> {
                RequestFile.complain(file, refused, err);
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted accepted -> {
                Rota known = rota != null
                        ? AnswerFile.held(rota, Files.readAllBytes(rota), accepted, err)
                        : isAnswer ? AnswerFile.held(file, given, accepted, err) : solved(accepted, err);
                yield known == null ? ExitCode.BAD_INPUT : explain(known, err);
            }
        };
    }

    private int explain(Rota known, PrintWriter err) {
        Optional<Why> why = Why.of(known, shift);
        if (why.isEmpty()) {
            err.println(Why.noSuchShift(known, shift));
            return ExitCode.BAD_INPUT;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(WhyText.of(shift, why.get(), known.problem().team().zone()));
        out.flush();
        return ExitCode.CLEAN;
    }

    private static Rota solved(Intake.Accepted accepted, PrintWriter err) {
        try (Progress progress = new Progress(err)) {
            return Search.bySolver(accepted.problem(), accepted.settings())
                    .run()
                    .apply(progress::improved)
                    .solved()
                    .rota();
        }
    }
}
