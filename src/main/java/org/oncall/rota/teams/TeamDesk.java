package org.oncall.rota.teams;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.TeamIntake;
import org.oncall.rota.store.Absences;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredTeam;
import org.oncall.rota.store.Teams;
import org.oncall.rota.store.TrailEntry;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TeamRow;

/** Edits of teams: each reads the team, checks that it is the one meant, and writes it whole, with a line in the trail. */
public final class TeamDesk {
    private static final Pattern TEAM_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final String NO_DETAILS = "{}";

    private final Store store;
    private final RotaIntake intake;
    private final Clock clock;

    public TeamDesk(Store store, RotaIntake intake, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.clock = clock;
    }

    // ---- Teams

    public List<TeamRow> teams() {
        List<StoredTeam> all = store.transact(transaction -> transaction.teams().all());
        return all.stream()
                .map(team -> {
                    TeamJson body = read(team);
                    return new TeamRow(
                            team.id(),
                            String.valueOf(body.name()),
                            members(body).size(),
                            team.version(),
                            team.updatedAt().toString());
                })
                .toList();
    }

    public Versioned<TeamJson> team(String id) {
        return store.transact(transaction -> {
            StoredTeam team = existing(transaction, id, false);
            return new Versioned<>(read(team), team.version(), false);
        });
    }

    /** Makes or replaces a team. */
    public Versioned<TeamJson> putTeam(String id, byte[] body, Condition condition, Caller caller) {
        if (!TEAM_ID.matcher(id).matches()) {
            throw Refusal.wrong(
                    "bad-id",
                    "",
                    "The id of the team (" + id.substring(0, Math.min(id.length(), 100))
                            + ") must be 1 to 64 letters, digits, '-', '_' or '.', the first a letter or digit."
                            + "\nMaybe call it platform-1.");
        }
        TeamJson team = accepted(intake.readTeam(body));
        return store.transact(transaction -> {
            Optional<StoredTeam> there = transaction.teams().lock(id);
            boolean isNew = there.isEmpty() || there.get().deleted();
            if (isNew && !condition.admitsNothing()) {
                throw Refusal.changed("The team (" + id + ") does not exist, so no version of it can match."
                        + "\nMaybe make it: without If-Match, or with If-None-Match: *.");
            }
            if (!isNew) {
                check(there.get(), condition, true);
            }
            long version = there.map(StoredTeam::version).orElse(0L) + 1;
            StoredTeam written = new StoredTeam(id, version, Json.text(team), false, now());
            if (there.isEmpty()) {
                transaction.teams().add(written);
            } else {
                transaction.teams().write(written);
                forget(transaction, id, team);
            }
            trail(transaction, id, caller, isNew ? "team-made" : "team-changed", NO_DETAILS);
            return new Versioned<>(team, version, isNew);
        });
    }

    /** Takes a team away; what it did is kept. */
    public void deleteTeam(String id, Condition condition, Caller caller) {
        store.run(transaction -> {
            StoredTeam team = existing(transaction, id, true);
            check(team, condition, true);
            transaction.teams().write(new StoredTeam(id, team.version() + 1, team.body(), true, now()));
            // Who had an address must not see another team that comes to have this id.
            transaction.feeds().removeAll(id);
            forget(transaction, id, with(read(team), List.of()));
            trail(transaction, id, caller, "team-deleted", NO_DETAILS);
        });
    }

    // ---- Members

    public Versioned<List<MemberJson>> members(String team) {
        Versioned<TeamJson> read = team(team);
        return new Versioned<>(members(read.value()), read.version(), false);
    }

    public Versioned<MemberJson> member(String team, String member) {
        Versioned<TeamJson> all = team(team);
        return new Versioned<>(member(team, all.value(), member), all.version(), false);
    }

    /** Adds or replaces a member. */
    public Versioned<MemberJson> putMember(
            String team, String member, byte[] body, Condition condition, Caller caller) {
        return store.transact(transaction -> {
            StoredTeam stored = existing(transaction, team, true);
            TeamJson before = read(stored);
            int index = index(before, member);
            boolean isNew = index < 0;
            check(stored, condition, !isNew);
            TeamJson after = accepted(intake.readInto(before, "/members/" + (isNew ? "-" : index), member, body));
            MemberJson written = members(after).get(isNew ? members(after).size() - 1 : index);
            if (!member.equals(written.id())) {
                throw Refusal.wrong(
                        "other-id",
                        "/id",
                        "The id (" + written.id() + ") must be that of the path (" + member
                                + ").\nMaybe leave it out. A member keeps their id for good, as history names it.");
            }
            long version = write(transaction, stored, after);
            trail(
                    transaction,
                    team,
                    caller,
                    isNew ? "member-added" : "member-changed",
                    Json.text(Map.of("member", member)));
            return new Versioned<>(written, version, isNew);
        });
    }

    /**
     * Changes members in part: of those who are there the fields given replace theirs, and leave is added to theirs; others
     * join. To be called within a transaction.
     *
     * @param place of the members in what was sent
     */
    void change(String team, List<MemberJson> changes, String place, Caller caller) {
        for (int i = 0; i < changes.size(); i++) {
            MemberJson given = changes.get(i);
            String id = given.id() != null ? given.id() : given.name();
            if (id == null) {
                throw Refusal.wrong(
                        "missing",
                        place + "/" + i + "/id",
                        "The field (id) of the member in " + place + "/" + i
                                + " is missing.\nMaybe add \"id\": \"ana\".");
            }
            TeamJson before = team(team).value();
            MemberJson whole = index(before, id) < 0 ? given : merged(member(team, before, id), given);
            try {
                putMember(
                        team,
                        id,
                        Json.text(whole).getBytes(StandardCharsets.UTF_8),
                        new Condition(null, true, false),
                        caller);
            } catch (Refusal refusal) {
                throw refusal.under(place + "/" + i);
            }
        }
    }

    private static MemberJson merged(MemberJson there, MemberJson given) {
        List<LeaveJson> leave = new ArrayList<>(Leave.of(there));
        leave.addAll(Leave.of(given));
        return Leave.sorted(new MemberJson(
                there.id(),
                given.name() != null ? given.name() : there.name(),
                given.share() != null ? given.share() : there.share(),
                given.onCall() != null ? given.onCall() : there.onCall(),
                given.from() != null ? given.from() : there.from(),
                given.until() != null ? given.until() : there.until(),
                given.skills() != null ? given.skills() : there.skills(),
                given.novice() != null ? given.novice() : there.novice(),
                given.knows() != null ? given.knows() : there.knows(),
                leave,
                given.wishes() != null ? given.wishes() : there.wishes()));
    }

    /** Takes a member out, who then counts no more in fair shares either; one who leaves rather gets a last day. */
    public Versioned<TeamJson> deleteMember(String team, String member, Condition condition, Caller caller) {
        return edit(team, condition, true, caller, "member-removed", Map.of("member", member), before -> {
            member(team, before, member);
            return with(
                    before,
                    members(before).stream()
                            .filter(each -> !member.equals(each.id()))
                            .toList());
        });
    }

    // ---- Words of this class

    private Versioned<TeamJson> edit(
            String id,
            Condition condition,
            boolean mustBeConditional,
            Caller caller,
            String what,
            Map<String, ?> details,
            UnaryOperator<TeamJson> change) {
        return store.transact(transaction -> {
            StoredTeam stored = existing(transaction, id, true);
            check(stored, condition, mustBeConditional);
            TeamJson after = accepted(intake.readTeam(change.apply(read(stored))));
            long version = write(transaction, stored, after);
            trail(transaction, id, caller, what, Json.text(details));
            return new Versioned<>(after, version, false);
        });
    }

    /** The team, which no other transaction then changes, if it is locked. */
    static StoredTeam existing(Transaction transaction, String id, boolean locked) {
        Teams teams = transaction.teams();
        return (locked ? teams.lock(id) : teams.find(id))
                .filter(team -> !team.deleted())
                .orElseThrow(() -> Refusal.absent(
                        "The team (" + id + ") does not exist.\nMaybe make it: PUT /api/teams/" + id + "."));
    }

    static void check(StoredTeam team, Condition condition, boolean mustBeConditional) {
        if (mustBeConditional && !condition.isSaid()) {
            throw Refusal.unconditional("It must be said which version of the team (" + team.id()
                    + ") is to be changed, so that nobody's change is lost.\nMaybe read it, and send its ETag as"
                    + " If-Match: \"" + team.version() + "\".");
        }
        if (!condition.admits(team.version())) {
            throw Refusal.changed("The team (" + team.id() + ") has the version (" + team.version()
                    + ") now, which is not the one that was to be changed. Nothing was changed."
                    + "\nMaybe read it again, and see whether the change is still wanted.");
        }
    }

    TeamJson read(StoredTeam team) {
        return accepted(intake.readTeam(team.body().getBytes(StandardCharsets.UTF_8)));
    }

    static TeamJson accepted(TeamIntake read) {
        return switch (read) {
            case TeamIntake.Accepted accepted -> accepted.team();
            case Intake.Refused refused -> throw Refusal.wrong(refused);
        };
    }

    long write(Transaction transaction, StoredTeam before, TeamJson after) {
        long version = before.version() + 1;
        transaction.teams().write(new StoredTeam(before.id(), version, Json.text(after), false, now()));
        forget(transaction, before.id(), after);
        return version;
    }

    /** What is known of where leave came from must not outlive it: the same days, or the same id, may be another's one day. */
    private static void forget(Transaction transaction, String team, TeamJson after) {
        for (String member : transaction.absences().members(team)) {
            int index = index(after, member);
            Set<DateRange> leave =
                    index < 0 ? Set.of() : Leave.days(members(after).get(index));
            List<Absences.Absence> known = transaction.absences().of(team, member);
            List<Absences.Absence> still = known.stream()
                    .filter(absence -> leave.contains(absence.days()))
                    .toList();
            if (still.size() < known.size()) {
                transaction.absences().replace(team, member, still);
            }
        }
    }

    void trail(Transaction transaction, String team, Caller caller, String what, String details) {
        transaction
                .trail()
                .add(new TrailEntry(0, now(), team, null, caller.who(), what, caller.why(), null, null, details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static List<MemberJson> members(TeamJson team) {
        return team.members() == null ? List.of() : team.members();
    }

    static MemberJson member(String team, TeamJson body, String member) {
        int index = index(body, member);
        if (index < 0) {
            throw Refusal.absent("The team (" + team + ") has no member (" + member + ").\nKnown members are "
                    + members(body).stream()
                            .map(MemberJson::id)
                            .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                            .toList()
                    + ".");
        }
        return members(body).get(index);
    }

    static int index(TeamJson team, String member) {
        List<MemberJson> members = members(team);
        for (int i = 0; i < members.size(); i++) {
            if (member.equals(members.get(i).id())) {
                return i;
            }
        }
        return -1;
    }

    static TeamJson replace(TeamJson team, int index, MemberJson member) {
        List<MemberJson> members = new ArrayList<>(members(team));
        members.set(index, member);
        return with(team, members);
    }

    static TeamJson with(TeamJson team, List<MemberJson> members) {
        return new TeamJson(team.name(), team.zone(), team.holidays(), members, team.rotations());
    }
}
