package org.oncall.rota.intake.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.Bound;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.IssueCode;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.ScheduleIntake;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;
import org.oncall.rota.wire.LintRequest;
import org.oncall.rota.wire.ScheduleFileJson;

/**
 * Reads schedules of other tools that were sent to the service: one as it is, with everything else by default, or several in a
 * request. Issues have the pointer of the file and the line in their sentence.
 */
public final class SentSchedules {
    /** Whoever asks waits for the search; a longer one is for a solve. */
    public static final Duration LONGEST_SEARCH = Duration.ofSeconds(30);

    private static final int MOST_FILES = 20;
    private static final int LONGEST_NAME = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2190;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What is said beside one document.
     *
     * @param optimise how long to look for a better rota, such as PT10S; null: not at all
     * @param seed of that search
     */
    public record Parameters(
            @Nullable String from,
            @Nullable String to,
            @Nullable String optimise,
            @Nullable String seed) {}

    private final RotaIntake intake;
    private final List<LintIntake.Given> files;
    /** Whether there is a request with places to point to. */
    private final boolean pointed;

    private final List<Issue> issues = new ArrayList<>();

    private SentSchedules(RotaIntake intake, List<LintIntake.Given> files, boolean pointed) {
        this.intake = intake;
        this.files = files;
        this.pointed = pointed;
    }

    /** Reads one document of a format that is known. */
    public static ScheduleIntake read(
            byte[] document, LintIntake.Format format, Parameters parameters, RotaIntake intake) {
        SentSchedules sent = new SentSchedules(intake, List.of(new LintIntake.Given("body", document, format)), false);
        ObjectNode request = MAPPER.createObjectNode();
        if (parameters.optimise() != null) {
            request.putObject("solve").put("limit", parameters.optimise());
        }
        if (parameters.seed() != null) {
            sent.seed(parameters.seed(), request);
        }
        return sent.read(request, parameters.from(), parameters.to());
    }

    /** Reads a {@link LintRequest}: JSON in UTF-8. */
    public static ScheduleIntake read(byte[] json, RotaIntake intake) {
        Bound<LintRequest> bound = intake.readFields(json, LintRequest.class);
        LintRequest given = bound.value();
        if (given == null || !bound.issues().isEmpty()) {
            return new Intake.Refused(bound.issues());
        }
        List<LintIntake.Given> files = new ArrayList<>();
        SentSchedules sent = new SentSchedules(intake, files, true);
        sent.files(given.files(), files);
        try {
            ObjectNode request = json.length == 0 ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(json);
            request.remove("files");
            return sent.read(request, given.request().from(), given.request().to());
        } catch (IOException e) {
            throw new IllegalStateException("What has been read as JSON already is none.", e);
        }
    }

    private void files(@Nullable List<ScheduleFileJson> given, List<LintIntake.Given> files) {
        if (given == null || given.isEmpty()) {
            issue(IssueCode.MISSING, "/files", "The files must be at least one.");
            return;
        }
        if (given.size() > MOST_FILES) {
            issue(
                    IssueCode.TOO_MANY,
                    "/files",
                    "The files (" + given.size() + ") must be at most " + MOST_FILES
                            + ".\nMaybe send those of one team alone.");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String place = "/files/" + i;
            String name = given.get(i).name();
            String text = given.get(i).text();
            if (name == null) {
                issue(IssueCode.MISSING, place + "/name", "The file must have a name.\nMaybe write primary.json.");
            } else if (name.isBlank()
                    || name.length() > LONGEST_NAME
                    || name.chars().anyMatch(Character::isISOControl)) {
                issue(
                        IssueCode.BAD_TEXT,
                        place + "/name",
                        "The name (" + Source.shown(name) + ") of a file must be 1 to " + LONGEST_NAME
                                + " characters that can be printed.");
            } else if (!names.add(name)) {
                issue(
                        IssueCode.DUPLICATE_ID,
                        place + "/name",
                        "The name (" + Source.shown(name) + ") must be that of one file alone.");
            }
            if (text == null) {
                issue(IssueCode.MISSING, place + "/text", "The file must have a text: all that is in it.");
            }
            files.add(new LintIntake.Given(
                    String.valueOf(name), String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void seed(String text, ObjectNode request) {
        try {
            request.withObject("/solve").put("seed", Long.parseLong(text));
        } catch (NumberFormatException e) {
            issue(
                    IssueCode.WRONG_TYPE,
                    "/solve/seed",
                    "The seed (" + Source.shown(text) + ") must be a whole number.\nMaybe write 0.");
        }
    }

    private ScheduleIntake read(ObjectNode request, @Nullable String from, @Nullable String to) {
        LocalDate first = date("from", from);
        LocalDate end = date("to", to);
        if (first != null
                && end != null
                && (!first.isBefore(end) || first.plusYears(2).isBefore(end))) {
            issue(
                    IssueCode.WRONG_ORDER,
                    "/to",
                    "The period (" + first + " to " + end + ") must be of one day to two years.");
        }
        if (first == null || end == null || !issues.isEmpty()) {
            return new Intake.Refused(issues);
        }
        LintIntake.Result result = LintIntake.read(files, new Window(first, end), request);
        byte[] audit = result.audit();
        if (audit == null) {
            result.issues().forEach(issue -> issues.add(pointed(issue)));
            return new Intake.Refused(issues);
        }
        return switch (intake.readAudit(audit)) {
            case Intake.Refused refused -> refused(refused, result, request);
            case AuditIntake.Accepted accepted ->
                request.hasNonNull("solve")
                        ? withSearch(accepted, result, request)
                        : new ScheduleIntake.Accepted(accepted, result.notes(), null);
        };
    }

    private ScheduleIntake withSearch(AuditIntake.Accepted audit, LintIntake.Result result, ObjectNode request) {
        return switch (intake.read(result.solve())) {
            case Intake.Refused refused -> refused(refused, result, request);
            case Intake.Accepted search -> {
                Duration limit = search.settings().limit();
                if (limit.compareTo(LONGEST_SEARCH) > 0) {
                    issue(
                            IssueCode.OUT_OF_RANGE,
                            "/solve/limit",
                            "The limit (" + limit + ") must be at most " + LONGEST_SEARCH
                                    + " here.\nMaybe send the request of the answer to POST /api/rotas.");
                    yield new Intake.Refused(issues);
                }
                yield new ScheduleIntake.Accepted(audit, result.notes(), search);
            }
        };
    }

    /** Issues of the request that was made of the files, as issues of what was sent. */
    private Intake.Refused refused(Intake.Refused refused, LintIntake.Result result, ObjectNode request) {
        boolean ownTeam = request.hasNonNull("team");
        return new Intake.Refused(refused.issues().stream()
                .map(issue -> {
                    SourceIssue line = result.byLine(issue);
                    if (line != null) {
                        return pointed(line);
                    }
                    boolean made = !ownTeam && issue.pointer().startsWith("/team");
                    return issue.at(!pointed ? "" : made ? "/files" : issue.pointer());
                })
                .toList());
    }

    private Issue pointed(SourceIssue issue) {
        int file = 0;
        while (!files.get(file).name().equals(issue.file())) {
            file++;
        }
        return new Issue(
                issue.code().startsWith("malformed") ? Issue.Kind.SHAPE : Issue.Kind.MEANING,
                issue.code(),
                pointed ? "/files/" + file + "/text" : "",
                (pointed ? issue.file() + ", line " : "Line ") + issue.line() + ": " + issue.sentence());
    }

    private @Nullable LocalDate date(String name, @Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(Objects.requireNonNullElse(text, ""));
            if (date.getYear() >= FIRST_YEAR && date.getYear() < LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        issue(
                text == null && pointed ? IssueCode.MISSING : IssueCode.BAD_DATE,
                "/" + name,
                (text == null ? "The " + name + " is missing, and" : "The " + name + " (" + Source.shown(text) + ")")
                        + " must be a date of the years " + FIRST_YEAR + " to " + (LAST_YEAR - 1)
                        + ".\nMaybe write " + (pointed ? "2027-01-05." : "?" + name + "=2027-01-05."));
        return null;
    }

    private void issue(IssueCode code, String pointer, String sentence) {
        issues.add(new Issue(code.kind(), code.code(), pointed ? pointer : "", sentence));
    }
}
