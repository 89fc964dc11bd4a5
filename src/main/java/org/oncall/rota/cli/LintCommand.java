package org.oncall.rota.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.export.text.ComparisonText;
import org.oncall.rota.export.text.RotaText;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.lint.LintIntake;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;
import org.oncall.rota.jobs.Search;
import org.oncall.rota.wire.LintAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audits the schedules that other tools run, and says by its exit code whether they will do. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the rota that schedules of PagerDuty (JSON, or Terraform: .tf), Opsgenie (JSON) or a calendar (.ics)"
                    + " make, and every finding; then the best rota for the same people beside it.",
            "One tier a schedule, in the order of the files. What cannot be understood is named with its line."
        },
        footer = {"", "Exit codes: 0 clean, 3 gaps, 1 a hard rule is broken, 2 a file cannot be understood."})
final class LintCommand implements Callable<Integer> {
    private static final int WEEKS = 26;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Schedules as another tool has them.")
    private List<Path> files = List.of();

    @Option(names = "--from", paramLabel = "DATE", description = "First day looked at; default today.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "First day not looked at; default 26 weeks later.")
    private @Nullable String to;

    @Option(
            names = "--team",
            paramLabel = "TEAM.json",
            description = "A request with the team: its leave, skills, shares, coverage and rules.")
    private @Nullable Path team;

    @Option(names = "--limit", paramLabel = "TIME", description = "Time limit of the search such as 20s.")
    private @Nullable String limit;

    @Option(names = "--no-optimise", description = "Leaves out the search for a better rota.")
    private boolean asItIs;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the answer as JSON too.")
    private @Nullable Path json;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        boolean usable = CommandFiles.isWritable(json, err);
        for (Path file : files) {
            usable &= CommandFiles.isReadable(file, err);
        }
        usable &= team == null || CommandFiles.isReadable(team, err);
        JsonNode known = usable && team != null ? tree(team, err) : null;
        LocalDate first = date("--from", from, LocalDate.now(Clock.systemUTC()), err);
        LocalDate end = first == null ? null : date("--to", to, first.plusWeeks(WEEKS), err);
        if (!usable || (team != null && known == null) || first == null || end == null) {
            return ExitCode.BAD_INPUT;
        }
        if (!first.isBefore(end) || first.plusYears(2).isBefore(end)) {
            err.println("The period (" + first + " to " + end + ") must be of one day to two years.");
            return ExitCode.BAD_INPUT;
        }
        List<LintIntake.Given> given = new ArrayList<>();
        for (Path file : files) {
            given.add(new LintIntake.Given(file.toString(), Files.readAllBytes(file)));
        }
        LintIntake.Result read = LintIntake.read(given, new Window(first, end), known);
        read.issues().forEach(issue -> complain(issue, err));
        byte[] request = read.audit();
        if (request == null) {
            return ExitCode.BAD_INPUT;
        }
        RotaIntake intake = new RotaIntake(Clock.systemUTC());
        return switch (intake.readAudit(request)) {
            case Intake.Refused refused -> {
                refused.issues().forEach(issue -> complain(read, issue, err));
                yield ExitCode.BAD_INPUT;
            }
            case AuditIntake.Accepted accepted -> lint(read, accepted, intake);
        };
    }

    private int lint(LintIntake.Result read, AuditIntake.Accepted accepted, RotaIntake intake) throws IOException {
        AuditReport before = Audit.of(accepted.rota(), accepted.cuts());
        PrintWriter out = spec.commandLine().getOut();
        read.notes().forEach(out::println);
        out.println();
        out.print(RotaText.of(before));
        out.flush();
        AuditReport after = null;
        if (!asItIs) {
            after = best(read, intake);
            if (after == null) {
                return ExitCode.BAD_INPUT;
            }
            out.print(ComparisonText.of(before, after));
            out.flush();
        }
        if (json != null) {
            LintAnswer answer = JsonAnswers.lint(accepted.request(), before, read.notes(), after, null);
            Files.writeString(json, mapper.writeValueAsString(answer) + "\n");
        }
        return ExitCode.of(before);
    }

    /** Null where the request cannot be solved, of which the user is told. */
    private @Nullable AuditReport best(LintIntake.Result read, RotaIntake intake) throws IOException {
        byte[] request = RequestFile.Options.search(limit, null).in(read.solve());
        return switch (intake.read(request)) {
            case Intake.Refused refused -> {
                PrintWriter err = spec.commandLine().getErr();
                refused.issues().forEach(issue -> complain(read, issue, err));
                yield null;
            }
            case Intake.Accepted problem -> best(problem);
        };
    }

    private AuditReport best(Intake.Accepted problem) {
        try (Progress progress = new Progress(spec.commandLine().getErr())) {
            return Audit.of(Search.bySolver(problem.problem(), problem.settings())
                    .run()
                    .apply(progress::improved)
                    .solved()
                    .rota());
        }
    }

    private static void complain(SourceIssue issue, PrintWriter err) {
        CommandFiles.complain(err, issue.file() + ":" + issue.line(), issue.code(), issue.sentence());
    }

    private void complain(LintIntake.Result read, Issue issue, PrintWriter err) {
        SourceIssue line = read.byLine(issue);
        if (line != null) {
            complain(line, err);
        } else {
            Path file = team == null ? files.getFirst() : team;
            CommandFiles.complain(err, file + "#" + issue.pointer(), issue.code(), issue.sentence());
        }
    }

    private @Nullable JsonNode tree(Path file, PrintWriter err) throws IOException {
        try {
            JsonNode tree = mapper.readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        CommandFiles.complain(err, file + "#", "malformed-json", "The file must be a JSON object with a team.");
        return null;
    }

    /** The date of an option; null where it is none, of which the user is told. */
    private static @Nullable LocalDate date(
            String option, @Nullable String text, LocalDate otherwise, PrintWriter err) {
        try {
            LocalDate date = text == null ? otherwise : LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 2190) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        err.println("The date (" + text + ") of " + option + " must be a date such as 2027-01-05.");
        return null;
    }
}
