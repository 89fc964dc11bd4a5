package org.oncall.rota.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.intake.Bound;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Origin;
import org.oncall.rota.jobs.RotaJobs;
import org.oncall.rota.jobs.Solve;
import org.oncall.rota.jobs.Submission;
import org.oncall.rota.store.RotaState;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.store.StoredShift;
import org.oncall.rota.store.StoredSolve;
import org.oncall.rota.store.StoredTeam;
import org.oncall.rota.store.TrailEntry;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.wire.OfferRequest;
import org.oncall.rota.wire.PublishRequest;
import org.oncall.rota.wire.RevisionRow;
import org.oncall.rota.wire.RotaAnswer;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.ShiftJson;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TeamRotaRequest;
import org.oncall.rota.wire.TrailRow;

/** Rotas of teams: asked for, revised, offered, published. Whatever changes a team's rotas has the team locked. */
public final class RotaDesk {
    private static final String SHORT_LIMIT = "PT10S";

    /** What whoever asks for a rota of today gives. */
    private static final Set<String> OPTIONS = Set.of("/freezeUntil", "/solve/limit");

    /** Rows of a list that are answered at once. */
    public static final int PAGE = 100;

    private final Store store;
    private final RotaIntake intake;
    private final RotaJobs jobs;
    private final TeamDesk teams;
    private final Clock clock;

    public RotaDesk(Store store, RotaIntake intake, RotaJobs jobs, TeamDesk teams, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.jobs = jobs;
        this.teams = teams;
        this.clock = clock;
    }

    // ---- Ask

    /** Has a rota solved for the team: with its own people, history and published shifts. Its rota becomes a draft. */
    public Submission ask(String team, byte[] body, Duration wait, Caller caller) {
        Bound<TeamRotaRequest> bound = intake.readFields(body, TeamRotaRequest.class);
        TeamRotaRequest asked = bound.value();
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, true);
            TeamJson people = teams.read(stored);
            Caller known = asked == null ? caller : caller.because(asked.why());
            return switch (intake.readForTeam(body, given -> request(people, given))) {
                case Intake.Refused refused -> throw Refusal.wrong(refused);
                case Intake.Accepted first -> {
                    InForce inForce = InForce.of(transaction, team, first.problem());
                    Settled settled = Settled.of(transaction, team, first.problem());
                    Intake.Accepted whole = accepted(
                            intake.read(complete(first.request(), inForce, settled, freeze(first.problem(), inForce))));
                    Origin origin = new Origin(team, known.who(), known.why(), inForce.basis());
                    Submission submission = jobs.submit(whole, wait, origin);
                    if (submission instanceof Submission.Taken taken) {
                        trail(transaction, team, taken.id(), known, "rota-asked", null, null, Map.of());
                    }
                    yield submission;
                }
            };
        });
    }

    private static RotaRequest request(TeamJson team, TeamRotaRequest given) {
        return new RotaRequest(
                team,
                given.from(),
                given.to(),
                null,
                null,
                given.now(),
                given.freezeUntil(),
                given.rules(),
                given.solve(),
                null,
                null);
    }

    private static RotaRequest complete(
            RotaRequest request, InForce inForce, Settled settled, @Nullable LocalDate freezeUntil) {
        return new RotaRequest(
                request.team(),
                request.from(),
                request.to(),
                inForce.history(),
                inForce.published(),
                request.now(),
                freezeUntil == null ? null : freezeUntil.toString(),
                request.rules(),
                request.solve(),
                settled.pinned(),
                settled.credits());
    }

    /** Days that are over stay as they were, where there is something published to stay. */
    private @Nullable LocalDate freeze(RotaProblem problem, InForce inForce) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), problem.team().zone());
        LocalDate asked = problem.freezeUntil();
        boolean over = problem.from().isBefore(today) && !inForce.published().isEmpty();
        return over && (asked == null || asked.isBefore(today)) ? today : asked;
    }

    private static Intake.Accepted accepted(Intake read) {
        return switch (read) {
            case Intake.Accepted accepted -> accepted;
            case Intake.Refused refused -> throw Refusal.wrong(refused);
        };
    }

    // ---- Look

    /** The rota as it is told: of a solve under way, of a revision, or of a solve that ended not long ago. */
    public Optional<Object> find(UUID id) {
        Optional<Solve> live = jobs.find(id).filter(solve -> !solve.status().isFinal());
        if (live.isPresent()) {
            return live.map(RotaDesk::told);
        }
        Optional<Object> kept = store.transact(transaction -> transaction
                .rotas()
                .find(id)
                .<Object>map(RotaDesk::kept)
                .or(() -> transaction.solves().find(id).map(this::kept)));
        // Between its end and its being written down, a solve is known to this process alone.
        return kept.or(() -> jobs.find(id).map(RotaDesk::told));
    }

    /** A solve as it is told. */
    public static RotaAnswer told(Solve solve) {
        RotaAnswer answer = solve.answer();
        return solve.origin().team() == null ? answer : answer.of(solve.origin().team());
    }

    private static JsonNode kept(StoredRota rota) {
        ObjectNode answer = (ObjectNode) Json.tree(rota.answer());
        answer.put("team", rota.team());
        answer.put("revision", rota.revision());
        answer.put("state", rota.state().name());
        if (rota.basedOn() != null) {
            answer.put("basedOn", rota.basedOn().toString());
        }
        return answer;
    }

    private Object kept(StoredSolve solve) {
        if (solve.answer() == null) {
            Intake.Accepted accepted = accepted(KeptRotas.read(intake, (ObjectNode) Json.tree(solve.request())));
            RotaAnswer answer =
                    JsonAnswers.withoutRota(solve.id().toString(), solve.status(), null, accepted.request());
            return solve.team() == null ? answer : answer.of(solve.team());
        }
        ObjectNode answer = (ObjectNode) Json.tree(solve.answer());
        if (solve.team() != null) {
            answer.put("team", solve.team());
        }
        return answer;
    }

    /** The rota of that id as it stands; empty if there is no such solve or revision. */
    public Optional<Known> rota(UUID id) {
        return jobs.find(id)
                .map(solve -> new Known(id, solve.status().name(), solve.rota()))
                .or(() -> store.transact(transaction -> transaction
                        .rotas()
                        .find(id)
                        .map(rota -> new Known(id, "SOLVED", KeptRotas.rota(intake, rota.request(), rota.answer())))
                        .or(() -> transaction
                                .solves()
                                .find(id)
                                .map(solve -> new Known(
                                        id,
                                        solve.status(),
                                        KeptRotas.rota(intake, solve.request(), solve.answer()))))));
    }

    /**
     * A rota that is known.
     *
     * @param status of its solve
     * @param rota null where there is none, or not yet
     */
    public record Known(UUID id, String status, @Nullable Rota rota) {}

    /** A page of the team's revisions, the newest first. */
    public List<RevisionRow> revisions(String team, int page) {
        List<StoredRota> rotas = store.transact(transaction -> {
            TeamDesk.existing(transaction, team, false);
            return transaction.rotas().ofTeam(team, page * PAGE, PAGE);
        });
        return rotas.stream().map(RotaDesk::row).toList();
    }

    /** A page of what happened to the team, the newest first; of a deleted one too. */
    public List<TrailRow> trailOfTeam(String team, int page) {
        List<TrailEntry> entries = store.transact(transaction -> {
            if (transaction.teams().find(team).isEmpty()) {
                throw Refusal.absent("The team (" + team + ") never existed.\nMaybe look: GET /api/teams.");
            }
            return transaction.trail().ofTeam(team, page * PAGE, PAGE);
        });
        return entries.stream().map(RotaDesk::row).toList();
    }

    /** A page of what happened to the rota, the newest first. */
    public List<TrailRow> trailOfRota(UUID rota, int page) {
        List<TrailEntry> entries =
                store.transact(transaction -> transaction.trail().ofRota(rota, page * PAGE, PAGE));
        return entries.stream().map(RotaDesk::row).toList();
    }

    // ---- Today

    /**
     * A rota as it stands today: with the people, the history and the swaps that the team has by now.
     *
     * @param accepted the problem, with what is in force as published
     * @param rota who holds what: of a published rota what is in force, of another what it says
     */
    record Today(StoredRota stored, Intake.Accepted accepted, Rota rota, InForce inForce) {}

    /**
     * The rota today.
     *
     * @param states those in which it may be
     * @param freezeUntil null: only what is over stays
     * @param limit for a search; null: ten seconds
     */
    Today today(
            Transaction transaction,
            StoredRota stored,
            Set<RotaState> states,
            @Nullable String freezeUntil,
            @Nullable String limit) {
        if (!states.contains(stored.state())) {
            throw Refusal.conflict(
                    "The rota (" + stored.id() + ", revision " + stored.revision() + ") is " + stored.state()
                            + ", and must be one of " + states + " for that." + successor(transaction, stored),
                    List.of());
        }
        TeamJson people = teams.read(TeamDesk.existing(transaction, stored.team(), false));
        ObjectNode asked = (ObjectNode) Json.tree(stored.request());
        asked.set("team", Json.tree(Json.text(people)));
        List.of("history", "published", "pinned", "credits").forEach(asked::putArray);
        asked.putNull("now");
        asked.put("freezeUntil", freezeUntil);
        asked.putObject("solve").put("limit", limit == null ? SHORT_LIMIT : limit);
        RotaProblem problem = readToday(stored, asked).problem();
        InForce inForce = InForce.of(transaction, stored.team(), problem);
        Settled settled = Settled.of(transaction, stored.team(), problem);
        asked.set("history", Json.tree(Json.text(inForce.history())));
        asked.set("published", Json.tree(Json.text(inForce.published())));
        asked.set("pinned", Json.tree(Json.text(settled.pinned())));
        asked.set("credits", Json.tree(Json.text(settled.credits())));
        LocalDate freeze = freeze(problem, inForce);
        asked.put("freezeUntil", freeze == null ? null : freeze.toString());
        Intake.Accepted whole = readToday(stored, asked);
        if (stored.state() == RotaState.PUBLISHED) {
            return new Today(
                    stored, whole, Rota.of(whole.problem(), whole.problem().published()), inForce);
        }
        asked.set("published", Json.tree(stored.answer()).path("shifts"));
        asked.putArray("pinned");
        return new Today(
                stored,
                whole,
                Rota.of(whole.problem(), readToday(stored, asked).problem().published()),
                inForce);
    }

    private Intake.Accepted readToday(StoredRota stored, ObjectNode asked) {
        return switch (KeptRotas.read(intake, asked)) {
            case Intake.Accepted accepted -> accepted;
            case Intake.Refused refused -> {
                List<Issue> given = refused.issues().stream()
                        .filter(issue -> OPTIONS.contains(issue.pointer()))
                        .map(issue -> issue.at(issue.pointer().replace("/solve", "")))
                        .toList();
                throw given.isEmpty()
                        ? Refusal.conflict(
                                "The team (" + stored.team() + ") has changed so much since the rota (" + stored.id()
                                        + ") was made that its shifts no longer fit."
                                        + "\nMaybe solve it again: POST /api/teams/" + stored.team() + "/rotas.",
                                refused.issues())
                        : Refusal.wrong(new Intake.Refused(given));
            }
        };
    }

    /** What took the place of a rota, for people. */
    private static String successor(Transaction transaction, StoredRota stored) {
        return transaction.rotas().published(stored.team(), stored.plannedFrom(), stored.plannedTo()).stream()
                .map(rota -> "\nMaybe look at what is published instead: GET /api/rotas/" + rota.id() + ".")
                .findFirst()
                .orElse("\nMaybe publish it first: POST /api/rotas/" + stored.id() + "/publish.");
    }

    // ---- Revise

    /**
     * A new draft of a team's rota with other holders, made by somebody and not by a search: the way by which a repair or
     * a swap becomes a revision.
     *
     * @param from the revision it is made from
     * @param rota the changed rota, of the problem of that revision
     */
    public StoredRota revise(
            Transaction transaction, StoredRota from, Intake.Accepted accepted, Rota rota, Caller caller, String what) {
        transaction.teams().lock(from.team());
        AuditReport report = Audit.of(rota);
        UUID id = UUID.randomUUID();
        InForce inForce = InForce.of(transaction, from.team(), accepted.problem());
        RotaAnswer answer = JsonAnswers.of(id.toString(), "SOLVED", null, accepted.request(), report, null, null);
        StoredRota revision = new StoredRota(
                id,
                from.team(),
                transaction.rotas().nextRevision(from.team()),
                RotaState.DRAFT,
                accepted.problem().from(),
                accepted.problem().to(),
                from.id(),
                inForce.basis(),
                Json.text(accepted.request()),
                Json.text(answer),
                report.score(),
                now(),
                caller.who(),
                caller.why(),
                null,
                null);
        transaction.rotas().add(revision);
        trail(
                transaction,
                from.team(),
                id,
                caller,
                what,
                from.revision(),
                revision.revision(),
                Map.of("changes", answer.changes()));
        return revision;
    }

    // ---- Offer and publish

    /** Opens the trading window of a draft: people see it, and may swap on it until it is published. */
    public RevisionRow offer(UUID id, byte[] body, Caller caller) {
        Bound<OfferRequest> bound = intake.readFields(body, OfferRequest.class);
        OfferRequest asked = read(bound);
        Instant until = until(asked.until());
        return store.transact(transaction -> {
            StoredRota rota = locked(transaction, id);
            if (rota.state() != RotaState.DRAFT && rota.state() != RotaState.OFFERED) {
                throw wrongState(rota, "offered");
            }
            transaction.rotas().offer(id, until);
            Caller known = caller.because(asked.why());
            trail(
                    transaction,
                    rota.team(),
                    id,
                    known,
                    "rota-offered",
                    null,
                    rota.revision(),
                    Map.of("until", until.toString()));
            return row(transaction.rotas().find(id).orElseThrow());
        });
    }

    /**
     * Publishes a draft: its shifts are in force from then on, and what overlaps it is superseded. One transaction, in
     * which nobody else publishes for the team.
     */
    public RevisionRow publish(UUID id, byte[] body, Caller caller) {
        PublishRequest asked = read(intake.readFields(body, PublishRequest.class));
        Caller known = caller.because(asked.why());
        return store.transact(transaction -> publish(transaction, id, Boolean.TRUE.equals(asked.despite()), known));
    }

    /** The same within a transaction under way. */
    public RevisionRow publish(Transaction transaction, UUID id, boolean despite, Caller caller) {
        StoredRota rota = locked(transaction, id);
        if (rota.state() != RotaState.DRAFT && rota.state() != RotaState.OFFERED) {
            throw wrongState(rota, "published");
        }
        TeamJson people = teams.read(TeamDesk.existing(transaction, rota.team(), true));
        Draft draft = today(transaction, rota, people);
        AuditReport report = Audit.of(draft.rota());
        List<Issue> findings = hardFindings(report);
        if (!findings.isEmpty() && !despite) {
            throw Refusal.conflict(
                    "The rota (" + id + ") breaks hard rules as things stand, so it was not published: "
                            + findings.size() + (findings.size() == 1 ? " finding." : " findings.")
                            + "\nMaybe solve it again, or say {\"despite\": true}, which the trail will tell.",
                    findings);
        }
        refuseOtherPast(rota, draft);
        Instant at = now();
        Integer before = null;
        for (UUID other : draft.inForce().basis()) {
            StoredRota earlier = transaction.rotas().find(other).orElseThrow();
            before = before == null ? earlier.revision() : Math.max(before, earlier.revision());
            if (earlier.state() == RotaState.PUBLISHED) {
                transaction.rotas().supersede(other);
                trail(
                        transaction,
                        rota.team(),
                        other,
                        caller,
                        "rota-superseded",
                        earlier.revision(),
                        rota.revision(),
                        Map.of("by", id.toString()));
            }
        }
        for (RotationSchedule schedule : draft.rota().problem().schedules()) {
            transaction
                    .shifts()
                    .clear(
                            rota.team(),
                            schedule.rotation().id().value(),
                            InForce.period(draft.rota().problem(), schedule));
        }
        for (Shift shift : report.shifts()) {
            transaction.shifts().add(stored(rota.team(), shift, id));
        }
        letGo(transaction, rota.team(), draft.rota());
        SentCalendars.send(transaction, intake, rota.team(), draft.rota(), at);
        transaction.rotas().publish(id, at);
        Instant until = rota.offeredUntil();
        Instant tooSoonFor = rota.state() == RotaState.OFFERED && until != null && at.isBefore(until) ? until : null;
        Map<String, Object> details = new TreeMap<>();
        details.put("despite", findings.stream().map(Issue::sentence).toList());
        details.put("changes", Json.tree(rota.answer()).path("changes"));
        if (tooSoonFor != null) {
            details.put("early", tooSoonFor.toString());
        }
        trail(transaction, rota.team(), id, caller, "rota-published", before, rota.revision(), details);
        return row(
                transaction.rotas().find(id).orElseThrow(),
                tooSoonFor != null
                        ? List.of("It was published before its trading window closes (" + tooSoonFor
                                + "). Swaps that were proposed stay open, on the published rota.")
                        : List.of());
    }

    /** A swapped day that has gone to somebody else, as its holder could no longer hold it, is pinned no more. */
    private static void letGo(Transaction transaction, String team, Rota rota) {
        RotaProblem problem = rota.problem();
        Set<Slot> slots = new HashSet<>(problem.slots());
        transaction.pins().ofTeam(team, problem.from(), problem.to()).stream()
                .filter(pin -> slots.contains(pin.slot()) && !pin.member().equals(rota.holder(pin.slot())))
                .forEach(pin -> transaction.pins().remove(team, pin.slot()));
    }

    /**
     * A draft as it looks today: its shifts, with the people and the history that the team has by now.
     */
    private record Draft(Rota rota, InForce inForce) {}

    private Draft today(Transaction transaction, StoredRota rota, TeamJson people) {
        ObjectNode asked = (ObjectNode) Json.tree(rota.request());
        asked.set("team", Json.tree(Json.text(people)));
        asked.putArray("history");
        asked.set("published", Json.tree(rota.answer()).path("shifts"));
        Intake first = KeptRotas.read(intake, asked);
        if (first instanceof Intake.Refused refused) {
            throw Refusal.conflict(
                    "The team (" + rota.team() + ") has changed so much since the rota (" + rota.id()
                            + ") was made that its shifts no longer fit, so it was not published."
                            + "\nMaybe solve it again: POST /api/teams/" + rota.team() + "/rotas.",
                    refused.issues());
        }
        RotaProblem problem = ((Intake.Accepted) first).problem();
        InForce inForce = InForce.of(transaction, rota.team(), problem);
        if (!inForce.basis().equals(rota.basis())) {
            throw Refusal.conflict(
                    "The rota (" + rota.id() + ", revision " + rota.revision()
                            + ") was made from what was published then,"
                            + " but something else was published since, so it was not published."
                            + "\nMaybe solve it again: POST /api/teams/" + rota.team() + "/rotas.",
                    List.of());
        }
        asked.set("history", Json.tree(Json.text(inForce.history())));
        Intake.Accepted whole = accepted(KeptRotas.read(intake, asked));
        return new Draft(Rota.of(whole.problem(), whole.problem().published()), inForce);
    }

    private static List<Issue> hardFindings(AuditReport report) {
        return issues(Breaches.hard(report));
    }

    static List<Issue> issues(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Issue(Issue.Kind.MEANING, finding.rule(), "", finding.sentence()))
                .toList();
    }

    /** Days that are over were worked, by whom the rota that was in force says. */
    private void refuseOtherPast(StoredRota rota, Draft draft) {
        Instant now = clock.instant();
        List<Issue> issues = new ArrayList<>();
        for (ShiftJson worked : draft.inForce().published()) {
            Interval span = new Interval(
                    OffsetDateTime.parse(worked.from()).toInstant(),
                    OffsetDateTime.parse(worked.to()).toInstant());
            for (RotationSchedule schedule : draft.rota().problem().schedules()) {
                if (!schedule.rotation().id().value().equals(worked.rotation())) {
                    continue;
                }
                schedule.planned().stream()
                        .filter(day -> !day.span().end().isAfter(now)
                                && !day.span().start().isBefore(span.start())
                                && !day.span().end().isAfter(span.end()))
                        .flatMap(day -> schedule.rotation().tiers().stream()
                                .filter(tier -> tier.id().value().equals(worked.tier()))
                                .map(tier -> new Slot(schedule.rotation().id(), tier.id(), day.date())))
                        .filter(slot -> !holder(draft.rota(), slot).equals(worked.member()))
                        .forEach(slot -> issues.add(new Issue(
                                Issue.Kind.MEANING,
                                "worked",
                                "",
                                "The slot (" + slot.id() + ") is over and was worked by " + worked.member()
                                        + ", but the rota gives it to " + holder(draft.rota(), slot) + ".")));
            }
        }
        if (!issues.isEmpty()) {
            throw Refusal.conflict(
                    "The rota (" + rota.id() + ") changes days that are over, so it was not published."
                            + "\nMaybe solve it again with \"freezeUntil\" today, or from today on.",
                    issues);
        }
    }

    private static String holder(Rota rota, Slot slot) {
        return rota.holder(slot) == null ? "nobody" : String.valueOf(rota.holder(slot));
    }

    private static StoredShift stored(String team, Shift shift, UUID rota) {
        return new StoredShift(
                team,
                shift.rotation().value(),
                shift.tier().value(),
                shift.member().value(),
                shift.span(),
                rota);
    }

    StoredRota locked(Transaction transaction, UUID id) {
        StoredRota rota = transaction.rotas().find(id).orElseThrow(() -> notThere(transaction, id));
        TeamDesk.existing(transaction, rota.team(), true);
        return transaction.rotas().find(id).orElseThrow();
    }

    Refusal notThere(Transaction transaction, UUID id) {
        Optional<StoredSolve> solve = transaction.solves().find(id);
        if (solve.isEmpty()) {
            return Refusal.absent(
                    "The rota (" + id + ") does not exist.\nMaybe ask for one: POST /api/teams/{team}/rotas.");
        }
        return Refusal.conflict(
                solve.get().team() == null
                        ? "The rota (" + id + ") belongs to no team, so it cannot be published or changed."
                                + "\nMaybe ask for it as a team's: POST /api/teams/{team}/rotas."
                        : "The rota (" + id + ") is no revision: its solve is "
                                + solve.get().status() + ".\nMaybe wait for it: GET /api/rotas/" + id + ".",
                List.of());
    }

    private static Refusal wrongState(StoredRota rota, String wanted) {
        return Refusal.conflict(
                "The rota (" + rota.id() + ", revision " + rota.revision() + ") is " + rota.state()
                        + ", and can no longer be " + wanted
                        + ": what was published never changes.\nMaybe make another: POST /api/teams/" + rota.team()
                        + "/rotas.",
                List.of());
    }

    private Instant until(@Nullable String given) {
        String text = given == null ? "" : given;
        try {
            Instant until = OffsetDateTime.parse(text).toInstant();
            if (until.isAfter(clock.instant())) {
                return until.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Refusal.wrong(
                "bad-instant",
                "/until",
                "The until (" + text.substring(0, Math.min(text.length(), 100))
                        + ") must be an instant with offset that is still to come.\nMaybe write 2027-01-05T12:00:00Z.");
    }

    static <T extends Record> T read(Bound<T> bound) {
        if (!bound.issues().isEmpty() || bound.value() == null) {
            throw Refusal.wrong(new Intake.Refused(bound.issues()));
        }
        return Objects.requireNonNull(bound.value());
    }

    void trail(
            Transaction transaction,
            String team,
            UUID rota,
            Caller caller,
            String what,
            @Nullable Integer before,
            @Nullable Integer after,
            Map<String, ?> details) {
        transaction
                .trail()
                .add(new TrailEntry(
                        0, now(), team, rota, caller.who(), what, caller.why(), before, after, Json.text(details)));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static RevisionRow row(StoredRota rota) {
        return row(rota, List.of());
    }

    private static RevisionRow row(StoredRota rota, List<String> notes) {
        return new RevisionRow(
                rota.id().toString(),
                rota.team(),
                rota.revision(),
                rota.state().name(),
                rota.plannedFrom().toString(),
                rota.plannedTo().toString(),
                rota.basedOn() == null ? null : rota.basedOn().toString(),
                JsonAnswers.score(rota.score()),
                rota.madeAt().toString(),
                rota.madeBy(),
                rota.why(),
                rota.offeredUntil() == null ? null : rota.offeredUntil().toString(),
                rota.publishedAt() == null ? null : rota.publishedAt().toString(),
                Json.changes(rota.answer()),
                notes);
    }

    private static TrailRow row(TrailEntry entry) {
        return new TrailRow(
                entry.id(),
                entry.at().toString(),
                entry.team(),
                entry.rota() == null ? null : entry.rota().toString(),
                entry.who(),
                entry.what(),
                entry.why(),
                entry.revisionBefore(),
                entry.revisionAfter(),
                Json.map(entry.details()));
    }
}
