package org.oncall.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.export.pay.PayCsv;
import org.oncall.rota.export.pay.PayJson;
import org.oncall.rota.export.pay.PayText;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.PayIntake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.pay.Pay;
import org.oncall.rota.pay.PayReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works out what the hours of a rota pay. */
@Command(
        name = "pay",
        mixinStandardHelpOptions = true,
        description = "Prints who is on call for which hours in a rota, and what that pays by your rules.",
        footer = {"", "Exit codes: 0 done, 2 bad input."})
final class PayCommand implements Callable<Integer> {
    private static final String PAY = "pay";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ANSWER.json", description = "An answer: rota solve TEAM.json --json ANSWER.json")
    @SuppressWarnings("NullAway.Init")
    private Path answer;

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "RULES.json",
            description = "What is paid, see docs/pay.md.")
    @SuppressWarnings("NullAway.Init")
    private Path rules;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes one row a member, kind of hour and rule.")
    private @Nullable Path csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the same as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!CommandFiles.isWritable(csv, err) || !CommandFiles.isWritable(json, err)) {
            return ExitCode.BAD_INPUT;
        }
        ObjectNode request = RotaParts.rota(answer, err);
        JsonNode part = RotaParts.part(rules, err);
        if (request == null || part == null) {
            return ExitCode.BAD_INPUT;
        }
        request.set(PAY, part);
        return switch (new RotaIntake(Clock.systemUTC()).readPay(RotaParts.bytes(request))) {
            case Intake.Refused refused -> {
                refused.issues()
                        .forEach(issue -> CommandFiles.complain(
                                err, RotaParts.place(issue, answer, rules, "/" + PAY), issue.code(), issue.sentence()));
                yield ExitCode.BAD_INPUT;
            }
            case PayIntake.Accepted accepted -> {
                PayReport report = Pay.of(accepted.rota(), accepted.rules());
                PrintWriter out = spec.commandLine().getOut();
                out.print(PayText.of(report));
                out.flush();
                if (csv != null) {
                    Files.writeString(csv, PayCsv.of(report));
                }
                if (json != null) {
                    Files.write(json, RotaParts.bytes(PayJson.of(report)));
                }
                yield ExitCode.CLEAN;
            }
        };
    }
}
