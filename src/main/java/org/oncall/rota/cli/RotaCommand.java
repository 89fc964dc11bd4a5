package org.oncall.rota.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
        name = "rota",
        description = "The best on-call rota for a team and a range of dates.",
        subcommands = {
            SolveCommand.class,
            AssessCommand.class,
            AuditCommand.class,
            LintCommand.class,
            WhyCommand.class,
            ResolveCommand.class,
            CoverCommand.class,
            ExportCommand.class,
            PushCommand.class,
            PayCommand.class,
            ToilCommand.class,
            ServeCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "The launcher knows two more commands, for those who work on the service itself:",
            "  test   Builds everything and runs every test.",
            "  bench  Runs the benchmarks and prints their tables.",
            "",
            "Exit codes: 0 legal and complete, 3 legal with gaps, 1 a hard rule is broken, 2 bad input."
        })
public final class RotaCommand {
    private RotaCommand() {}

    /** Runs a command and returns its exit code. */
    public static int run(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new RotaCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failure.printStackTrace(command.getErr());
                    return ExitCode.FAILED;
                })
                .execute(args);
    }
}
