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
import org.oncall.rota.export.json.JsonMenu;
import org.oncall.rota.export.text.MenuText;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.repair.Repairer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves a published rota again after a change, and prints the rotas to choose from. */
@Command(
        name = "resolve",
        description = "Solves a published rota again after a change: a menu of rotas, from the fewest moved shifts on.",
        footer = {
            "",
            "The request has the team as it has become, and under \"published\" the shifts that people know.",
            "Exit codes, for the rota that moves the least: 0 legal and complete, 3 legal with gaps, 1 a hard rule is broken;"
                    + " 2 bad input."
        })
final class ResolveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "REQUEST.json", description = "The request, with the published rota.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = "--freeze-until",
            paramLabel = "DATE",
            description = "Published days before this date stay, instead of the file's.")
    private @Nullable String freezeUntil;

    @Option(names = "--limit", paramLabel = "TIME", description = "Time limit such as 20s, instead of the file's.")
    private @Nullable String limit;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the search, instead of the file's.")
    private @Nullable Long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the menu as JSON too.")
    private @Nullable Path json;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!CommandFiles.isReadable(file, err) || !CommandFiles.isWritable(json, err)) {
            return ExitCode.BAD_INPUT;
        }
        byte[] request = RequestFile.Options.search(limit, seed).in(Files.readAllBytes(file));
        if (freezeUntil != null) {
            request = RequestFile.with(request, "freezeUntil", freezeUntil);
        }
        return switch (new RotaIntake(Clock.systemUTC()).read(request)) {
            case Intake.Refused refused -> {
                RequestFile.complain(file, refused, err);
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted accepted -> resolve(accepted, err);
        };
    }

    private int resolve(Intake.Accepted accepted, PrintWriter err) throws IOException {
        if (accepted.problem().published().isEmpty()) {
            err.println("The file (" + file + ") must have the published rota, as \"published\", and has none."
                    + "\nMaybe take the shifts of an answer: rota solve TEAM.json --json ANSWER.json");
            return ExitCode.BAD_INPUT;
        }
        Menu menu = new Repairer(accepted.problem(), accepted.settings()).solve(better -> {});
        PrintWriter out = spec.commandLine().getOut();
        out.print(MenuText.of(menu));
        out.flush();
        if (json != null) {
            Files.writeString(json, mapper.writeValueAsString(JsonMenu.of(menu)) + "\n");
        }
        return ExitCode.of(menu.options().getFirst().report());
    }
}
