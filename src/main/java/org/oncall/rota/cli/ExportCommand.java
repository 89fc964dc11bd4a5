package org.oncall.rota.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.Export;
import org.oncall.rota.export.ExportFormat;
import org.oncall.rota.export.ical.SentEvents;
import org.oncall.rota.export.ical.SentEventsJson;
import org.oncall.rota.export.opsgenie.OpsgenieJson;
import org.oncall.rota.intake.UserMapping;
import org.oncall.rota.wire.CalendarStateJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a rota in the format of another tool. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the rota of an answer in the format of another tool.",
        footer = {
            "",
            "Formats: ical, grafana-ical, csv, csv-weeks, members, pagerduty-v3, pagerduty-v2, opsgenie,"
                    + " grafana-terraform, pagerduty-terraform.",
            "Exit codes: 0 written, 2 bad input."
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ANSWER.json", description = "An answer: rota solve TEAM.json --json ANSWER.json")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "The format, see below.")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Option(names = "--tier", paramLabel = "TIER", description = "Only this tier, such as primary or on-call/primary.")
    private @Nullable String tier;

    @Option(names = "--member", paramLabel = "ID", description = "Only this member's calendar.")
    private @Nullable String member;

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description =
                    "JSON: the other tool's user by the id of each member. Without it the ids are taken as they are.")
    private @Nullable Path users;

    @Option(
            names = "--fallback",
            paramLabel = "USER",
            description =
                    "The other tool's user to call where the rota has nobody. Default: the first member of the team who"
                            + " holds anything.")
    private @Nullable String fallback;

    @Option(
            names = "--calendar",
            paramLabel = "ID",
            description =
                    "What makes events unique in the world; the same for every rota of a team. Default: its name.")
    private @Nullable String calendar;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description =
                    "For calendars: what they said before is read from this file and what they say now is written to it, so"
                            + " that changed events are newer than before and lost ones are cancelled.")
    private @Nullable Path state;

    @Option(names = "--output", paramLabel = "FILE", description = "Writes there instead of printing.")
    private @Nullable Path output;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ExportFormat known = ExportFormat.of(format).orElse(null);
        if (known == null) {
            err.println("The format (" + format + ") does not exist. The formats are "
                    + String.join(", ", ExportFormat.codes()) + ".");
            return ExitCode.BAD_INPUT;
        }
        if (!CommandFiles.isWritable(output, err) || !CommandFiles.isWritable(state, err)) {
            return ExitCode.BAD_INPUT;
        }
        Rota rota = AnswerFile.read(file, err);
        if (rota == null) {
            return ExitCode.BAD_INPUT;
        }
        UnaryOperator<String> mapping = UnaryOperator.identity();
        if (users != null) {
            UserMapping read = UsersFile.read(users, rota, err);
            if (read == null) {
                return ExitCode.BAD_INPUT;
            }
            mapping = read::user;
        }
        SentEvents before = before(err);
        if (before == null) {
            return ExitCode.BAD_INPUT;
        }
        // Without a state nothing but the answer may decide what is written.
        Instant now = state == null ? rota.problem().now().atStartOfDay().toInstant(ZoneOffset.UTC) : Instant.now();
        SentEvents sent = before.next(rota, now);
        Export.Options options = new Export.Options(tier, member, mapping, fallback, calendar, sent, now);
        return switch (Export.of(known, rota, options)) {
            case Export.Refused refused -> {
                err.println(refused.sentence());
                yield ExitCode.BAD_INPUT;
            }
            case Export.Written written -> {
                write(written.bytes());
                if (state != null) {
                    Files.writeString(state, mapper.writeValueAsString(SentEventsJson.of(sent)) + "\n");
                }
                if (known == ExportFormat.OPSGENIE) {
                    err.println(OpsgenieJson.NOTICE);
                }
                yield ExitCode.CLEAN;
            }
        };
    }

    private void write(byte[] bytes) throws IOException {
        if (output != null) {
            Files.write(output, bytes);
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new String(bytes, StandardCharsets.UTF_8));
        out.flush();
    }

    /** What calendars said before; null where the file does not say it, of which the user is told. */
    private @Nullable SentEvents before(PrintWriter err) throws IOException {
        if (state == null || !Files.exists(state)) {
            return SentEvents.NONE;
        }
        if (!CommandFiles.isReadable(state, err)) {
            return null;
        }
        try {
            CalendarStateJson json = mapper.readValue(Files.readAllBytes(state), CalendarStateJson.class);
            return json == null ? SentEvents.NONE : SentEventsJson.read(json);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            err.println("The state (" + state + ") must be as an export wrote it, but: " + why
                    + "\nMaybe restore it from a copy; without it, calendars may show old times beside new ones.");
            return null;
        }
    }
}
