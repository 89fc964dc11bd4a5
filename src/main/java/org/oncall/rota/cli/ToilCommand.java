package org.oncall.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.export.pay.PayCsv;
import org.oncall.rota.export.pay.PayJson;
import org.oncall.rota.export.pay.PayText;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.ToilIntake;
import org.oncall.rota.intake.csv.CsvAlerts;
import org.oncall.rota.intake.csv.CsvRota;
import org.oncall.rota.pay.Toil;
import org.oncall.rota.pay.ToilReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works out time off for alerts out of hours, and whose rest was too short. */
@Command(
        name = "toil",
        mixinStandardHelpOptions = true,
        description = "Prints who may claim which time off for alerts out of office hours, and who is owed rest.",
        footer = {"", "Exit codes: 0 done, 2 bad input."})
final class ToilCommand implements Callable<Integer> {
    private static final String ALERTS = "alerts";
    private static final String TOIL = "toil";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ANSWER.json", description = "An answer: rota solve TEAM.json --json ANSWER.json")
    @SuppressWarnings("NullAway.Init")
    private Path answer;

    @Option(
            names = "--alerts",
            required = true,
            paramLabel = "ALERTS.csv",
            description = "The log: CSV with the columns member,at,woken,until,alert.")
    @SuppressWarnings("NullAway.Init")
    private Path alerts;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "JSON: what an alert is worth, see docs/pay.md. Default: everything as written there.")
    private @Nullable Path policy;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes one row a claim and one a rest that is owed.")
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
        JsonNode worth = policy == null ? JsonNodeFactory.instance.objectNode() : RotaParts.part(policy, err);
        boolean isLog = CommandFiles.isReadable(alerts, err);
        if (request == null || worth == null || !isLog) {
            return ExitCode.BAD_INPUT;
        }
        CsvAlerts log = CsvAlerts.read(Files.readAllBytes(alerts), request);
        log.issues().forEach(issue -> complain(err, issue));
        request.set(ALERTS, log.alerts());
        request.set(TOIL, worth);
        return switch (new RotaIntake(Clock.systemUTC()).readToil(RotaParts.bytes(request))) {
            case Intake.Refused refused -> {
                refused.issues().forEach(issue -> complain(err, log, issue));
                yield ExitCode.BAD_INPUT;
            }
            case ToilIntake.Accepted accepted -> log.issues().isEmpty() ? report(accepted) : ExitCode.BAD_INPUT;
        };
    }

    private int report(ToilIntake.Accepted accepted) throws IOException {
        ToilReport report = Toil.of(accepted.rota(), accepted.log(), accepted.policy());
        ZoneId zone = accepted.rota().problem().team().zone();
        PrintWriter out = spec.commandLine().getOut();
        out.print(PayText.of(report));
        out.flush();
        if (csv != null) {
            Files.writeString(csv, PayCsv.of(report, zone));
        }
        if (json != null) {
            Files.write(json, RotaParts.bytes(PayJson.of(report, zone)));
        }
        return ExitCode.CLEAN;
    }

    private void complain(PrintWriter err, CsvAlerts log, Issue issue) {
        CsvRota.LineIssue line = log.byLine(issue);
        if (line == null) {
            CommandFiles.complain(
                    err, RotaParts.place(issue, answer, policy, "/" + TOIL), issue.code(), issue.sentence());
        } else {
            complain(err, line);
        }
    }

    private void complain(PrintWriter err, CsvRota.LineIssue issue) {
        CommandFiles.complain(err, alerts + ":" + issue.line(), issue.code(), issue.sentence());
    }
}
