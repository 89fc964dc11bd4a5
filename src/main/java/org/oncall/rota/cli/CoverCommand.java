package org.oncall.rota.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.export.json.JsonSwaps;
import org.oncall.rota.export.text.WhyText;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.swap.Covers;
import org.oncall.rota.swap.Proposal;
import org.oncall.rota.swap.SwapFinder;
import org.oncall.rota.wire.CoverAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who could take a published shift, or some days of it, and who could trade for it. */
@Command(
        name = "cover",
        description = "Ranks who could take a published shift or some days of it, and finds swaps of two and of three.",
        footer = {"", "Exit codes: 0 answered, 2 bad input."})
final class CoverCommand implements Callable<Integer> {
    private static final int MOST_OF_A_KIND = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "REQUEST.json", description = "The request, with the published rota.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "SHIFT",
            description = "Id of the shift, or of any slot in it, such as on-call.primary.2027-01-05.")
    @SuppressWarnings("NullAway.Init")
    private String shift;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--from", paramLabel = "DATE", description = "First on-call day to cover, instead of the shift's.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last on-call day to cover, instead of the shift's.")
    private @Nullable LocalDate to;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description =
                    "night: the on-call day that SHIFT names; weekend: that of its week. Instead of --from and --to.")
    private Covers.@Nullable Part part;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the answer as JSON too.")
    private @Nullable Path json;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!CommandFiles.isReadable(file, err) || !CommandFiles.isWritable(json, err)) {
            return ExitCode.BAD_INPUT;
        }
        return switch (new RotaIntake(Clock.systemUTC()).read(Files.readAllBytes(file))) {
            case Intake.Refused refused -> {
                RequestFile.complain(file, refused, err);
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted accepted -> cover(accepted.problem(), err);
        };
    }

    private int cover(RotaProblem problem, PrintWriter err) throws IOException {
        Rota rota = Rota.of(problem, problem.published());
        if (part != null && (from != null || to != null)) {
            err.println("--part must not come together with --from or --to.");
            return ExitCode.BAD_INPUT;
        }
        Optional<Why> found = part == null ? Covers.of(rota, shift, from, to) : Covers.of(rota, shift, part);
        if (found.isEmpty()) {
            err.println(
                    part != Covers.Part.WEEKEND || Why.of(rota, shift).isEmpty()
                            ? Why.noSuchShift(rota, shift)
                            : "The shift around (" + shift + ") has no on-call day on the weekend of that week.");
            return ExitCode.BAD_INPUT;
        }
        Why why = found.get();
        Optional<Why> rest = Covers.toTheEnd(rota, why);
        SwapFinder finder = new SwapFinder(
                rota, problem.now().atStartOfDay(problem.team().zone()).toInstant(), false);
        List<Proposal> proposals = Covers.ways(finder, problem, why, MOST_OF_A_KIND);
        List<Proposal> ofRest = rest.map(days -> Covers.ways(finder, problem, days, MOST_OF_A_KIND))
                .orElse(List.of());
        PrintWriter out = spec.commandLine().getOut();
        print(out, problem, why, proposals);
        rest.ifPresent(days -> {
            out.println("\nNobody can take just those days: whoever is free then is on call too soon before or after.");
            out.println("From the first of them to the end of the shift:\n");
            print(out, problem, days, ofRest);
        });
        out.flush();
        if (json != null) {
            ZoneId zone = problem.team().zone();
            CoverAnswer toTheEnd =
                    rest.map(days -> JsonSwaps.cover(days, ofRest, null, zone)).orElse(null);
            Files.writeString(json, mapper.writeValueAsString(JsonSwaps.cover(why, proposals, toTheEnd, zone)) + "\n");
        }
        return ExitCode.CLEAN;
    }

    private static void print(PrintWriter out, RotaProblem problem, Why why, List<Proposal> proposals) {
        out.print(WhyText.of(why.id(), why, problem.team().zone()));
        out.println();
        out.println(proposals.isEmpty() ? "No swap was found." : "Swaps that break no hard rule, the best first:");
        proposals.forEach(proposal -> out.println(
                "  " + proposal.kind() + ", cost " + proposal.difference().soft() + ": " + proposal.sentence()));
    }
}
