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
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.export.csv.ShiftsCsv;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.export.text.RotaText;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Search;
import org.oncall.rota.solver.RotaSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves the request in a file and prints the rota. */
@Command(
        name = "solve",
        description =
                "Solves the request in a JSON file and prints the rota, what each member carries, and every finding.",
        footer = {"", "Exit codes: 0 legal and complete, 3 legal with gaps, 1 a hard rule is broken, 2 bad input."})
final class SolveCommand implements Callable<Integer> {
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

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            description = "Time limit such as PT20S or 20s, instead of the file's.")
    private @Nullable String limit;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the search, instead of the file's.")
    private @Nullable Long seed;

    @Option(
            names = "--unimproved",
            paramLabel = "TIME",
            description = "End earlier where nothing better is found for as long as this, such as 5s.")
    private @Nullable String unimproved;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description =
                    "CSV: a row a member, as rota export --format members writes it, instead of the file's members.")
    private @Nullable Path members;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the answer as JSON too.")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the shifts as CSV too.")
    private @Nullable Path csv;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        boolean usable = CommandFiles.isReadable(file, err);
        usable &= members == null || CommandFiles.isReadable(members, err);
        usable &= CommandFiles.isWritable(json, err);
        usable &= CommandFiles.isWritable(csv, err);
        if (!usable) {
            return ExitCode.BAD_INPUT;
        }
        byte[] request = new RequestFile.Options(from, to, limit, seed, unimproved).in(Files.readAllBytes(file));
        MembersFile given = members == null ? null : MembersFile.read(members, err);
        if (members != null) {
            if (given == null) {
                return ExitCode.BAD_INPUT;
            }
            request = given.in(request);
        }
        return switch (new RotaIntake(Clock.systemUTC()).read(request)) {
            case Intake.Refused refused -> {
                if (given == null) {
                    RequestFile.complain(file, refused, err);
                } else {
                    given.complain(file, refused, err);
                }
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted accepted -> solve(accepted);
        };
    }

    private int solve(Intake.Accepted accepted) throws IOException {
        Search.Found found;
        try (Progress progress = new Progress(spec.commandLine().getErr())) {
            found = Search.bySolver(accepted.problem(), accepted.settings())
                    .run()
                    .apply(progress::improved);
        }
        RotaSolver.Solved solved = found.solved();
        AuditReport report = Audit.of(solved.rota());
        PrintWriter out = spec.commandLine().getOut();
        out.print(RotaText.of(report, found.diagnosis()));
        out.printf(
                java.util.Locale.UK,
                "Solved in %.1f s from seed %d: %,d moves tried.%n",
                solved.time().toMillis() / 1000.0,
                accepted.settings().seed(),
                solved.moves());
        out.flush();
        if (json != null) {
            Files.writeString(
                    json,
                    mapper.writeValueAsString(JsonAnswers.of(
                                    null,
                                    "SOLVED",
                                    null,
                                    accepted.request(),
                                    report,
                                    JsonAnswers.solver(
                                            accepted.settings().seed(),
                                            solved.time(),
                                            solved.moves(),
                                            solved.planned(),
                                            solved.engine()),
                                    found.diagnosis()))
                            + "\n");
        }
        if (csv != null) {
            Files.writeString(csv, ShiftsCsv.of(report));
        }
        return ExitCode.of(report);
    }
}
