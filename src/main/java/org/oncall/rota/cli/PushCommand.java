package org.oncall.rota.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.intake.UserMapping;
import org.oncall.rota.push.PagerDutyPush;
import org.oncall.rota.push.PushException;
import org.oncall.rota.push.PushPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a rota to the tool that calls people. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the rota of an answer with what is live in PagerDuty, prints what differs, and writes that with --apply.",
            "One schedule a tier, found by its name. The past is never touched; a second push writes nothing."
        },
        footer = {
            "",
            "The token is read from the environment, PAGERDUTY_TOKEN.",
            "Exit codes: 0 compared or written, 2 bad input, 75 PagerDuty refused or could not be reached: run it again, it"
                    + " goes on from where it stopped."
        })
final class PushCommand implements Callable<Integer> {
    private static final String TOKEN = "PAGERDUTY_TOKEN";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TOOL", description = "pagerduty")
    @SuppressWarnings("NullAway.Init")
    private String tool;

    @Parameters(
            index = "1",
            paramLabel = "ANSWER.json",
            description = "An answer: rota solve TEAM.json --json ANSWER.json")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--users",
            required = true,
            paramLabel = "FILE",
            description = "JSON: the PagerDuty user id by the id of each member.")
    @SuppressWarnings("NullAway.Init")
    private Path users;

    @Option(
            names = "--fallback",
            paramLabel = "USER",
            description =
                    "The PagerDuty user to call where the rota has nobody. Default: the first member of the team who holds"
                            + " anything.")
    private @Nullable String fallback;

    @Option(
            names = "--api",
            paramLabel = "VERSION",
            defaultValue = "v3",
            description = "v3 for shift-based schedules, v2 for older accounts. Default: ${DEFAULT-VALUE}.")
    private String api = "v3";

    @Option(
            names = "--base",
            paramLabel = "URL",
            description = "Address of the API. Default: https://api.pagerduty.com")
    private URI base = PagerDutyPush.DEFAULT_BASE;

    @Option(names = "--apply", description = "Writes what differs.")
    private boolean apply;

    @Option(names = "--dry-run", description = "Writes nothing; the default.")
    private boolean dryRun;

    private final Map<String, String> environment;

    PushCommand() {
        this(System.getenv());
    }

    PushCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        String token = environment.getOrDefault(TOKEN, "").strip();
        boolean usable = isUsable(token, err);
        Rota rota = AnswerFile.read(file, err);
        UserMapping mapping = rota == null ? null : UsersFile.read(users, rota, err);
        if (!usable || rota == null || mapping == null) {
            return ExitCode.BAD_INPUT;
        }
        List<TierPlan> plans = TierPlan.of(rota, mapping::user, fallback);
        PagerDutyPush push = new PagerDutyPush(
                PagerDutyPush.Version.valueOf(api.toUpperCase(Locale.ROOT)),
                base,
                token,
                Clock.systemUTC(),
                time -> Thread.sleep(time));
        try {
            return push(push, plans);
        } catch (PushException e) {
            err.println(e.getMessage());
            return ExitCode.REMOTE;
        }
    }

    private int push(PagerDutyPush push, List<TierPlan> plans) throws PushException {
        PrintWriter out = spec.commandLine().getOut();
        PushPlan plan = push.plan(plans);
        plan.lines().forEach(out::println);
        if (!plans.isEmpty() && plans.getFirst().fallback() != null) {
            out.println("Where the rota has nobody, " + plans.getFirst().fallback() + " is called"
                    + (fallback == null ? "; name somebody else with --fallback." : "."));
        }
        if (plan.isEmpty()) {
            out.println("PagerDuty says what the rota says.");
        } else if (apply) {
            out.flush();
            push.apply(plans, plan);
            out.println("Written. PagerDuty says what the rota says.");
        } else {
            out.println("Nothing was written. To write this, add --apply.");
        }
        out.flush();
        return ExitCode.CLEAN;
    }

    private boolean isUsable(String token, PrintWriter err) {
        boolean usable = true;
        if (!tool.equals("pagerduty")) {
            err.println("The tool (" + tool + ") is not one that can be pushed to. Maybe write: rota push pagerduty");
            usable = false;
        }
        if (!api.equals("v2") && !api.equals("v3")) {
            err.println("The version (" + api + ") of --api must be v2 or v3.");
            usable = false;
        }
        if (apply && dryRun) {
            err.println("Either --apply or --dry-run must be given, and not both.");
            usable = false;
        }
        if (!token.matches("[\\x21-\\x7E]+")) {
            err.println("The token must be in the environment, as " + TOKEN
                    + (token.isEmpty() ? ", but is not there." : ", in plain characters."));
            usable = false;
        }
        if (!PagerDutyPush.isSafe(base)) {
            err.println("The address (" + base
                    + ") of --base must begin with https://, or be of this machine, as the token is"
                    + " sent there. Maybe write " + PagerDutyPush.DEFAULT_BASE + " or https://api.eu.pagerduty.com");
            usable = false;
        }
        return usable;
    }
}
