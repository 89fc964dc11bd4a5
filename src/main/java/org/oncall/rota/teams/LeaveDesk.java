package org.oncall.rota.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.ical.AbsenceFeed;
import org.oncall.rota.intake.ical.BadFeed;
import org.oncall.rota.intake.ical.FeedReader;
import org.oncall.rota.store.Absences;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredTeam;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.wire.ImportAnswer;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.LeaveRow;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.TeamImportAnswer;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.WishJson;
import org.oncall.rota.wire.WishRow;

/** Edits of when members are away, and of the days they ask for or to avoid. */
public final class LeaveDesk {
    private final Store store;
    private final RotaIntake intake;
    private final TeamDesk teams;
    private final Clock clock;

    public LeaveDesk(Store store, RotaIntake intake, TeamDesk teams, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.teams = teams;
        this.clock = clock;
    }

    // ---- Leave

    public Versioned<List<LeaveRow>> leave(String team, String member) {
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, false);
            MemberJson person = TeamDesk.member(team, teams.read(stored), member);
            return new Versioned<>(rows(transaction, team, member, person), stored.version(), false);
        });
    }

    /** The leave of a member, and which of it was imported. */
    private static List<LeaveRow> rows(Transaction transaction, String team, String member, MemberJson person) {
        Map<DateRange, String> uids = new HashMap<>();
        transaction.absences().of(team, member).forEach(each -> uids.putIfAbsent(each.days(), each.uid()));
        return Leave.rows(person).stream()
                .map(row -> Leave.withUid(row, uids.get(Leave.days(row))))
                .toList();
    }

    /** Adds leave; the same days twice are the same leave. */
    public Versioned<LeaveRow> addLeave(String team, String member, byte[] body, Condition condition, Caller caller) {
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, true);
            TeamDesk.check(stored, condition, false);
            TeamJson before = teams.read(stored);
            TeamDesk.member(team, before, member);
            int index = TeamDesk.index(before, member);
            TeamJson read = TeamDesk.accepted(intake.readInto(before, "/members/" + index + "/leave/-", null, body));
            LeaveJson added = Leave.of(TeamDesk.members(read).get(index)).getLast();
            LeaveRow row = Leave.row(added);
            boolean isNew = Leave.of(TeamDesk.members(before).get(index)).stream()
                    .noneMatch(each -> Leave.row(each).equals(row));
            if (!isNew) {
                return new Versioned<>(row, stored.version(), false);
            }
            long version = teams.write(
                    transaction,
                    stored,
                    TeamDesk.replace(
                            read, index, Leave.sorted(TeamDesk.members(read).get(index))));
            teams.trail(transaction, team, caller, "leave-added", details(member, row));
            return new Versioned<>(row, version, true);
        });
    }

    /** Brings the leave of a member up to date with an absence feed; leave that was not imported stays. */
    public Versioned<ImportAnswer> importLeave(
            String team, String member, byte[] calendar, Condition condition, Caller caller) {
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, true);
            TeamDesk.check(stored, condition, false);
            TeamJson before = teams.read(stored);
            MemberJson person = TeamDesk.member(team, before, member);
            FeedImport imported = FeedImport.of(
                    person,
                    transaction.absences().of(team, member),
                    feed(calendar, ZoneId.of(String.valueOf(before.zone()))));
            TeamJson after = TeamDesk.accepted(
                    intake.readTeam(TeamDesk.replace(before, TeamDesk.index(before, member), imported.member())));
            transaction.absences().replace(team, member, imported.absences());
            long version = stored.version();
            if (!imported.isNothing()) {
                version = teams.write(transaction, stored, after);
                teams.trail(
                        transaction,
                        team,
                        caller,
                        "leave-imported",
                        Json.text(Map.of("member", member, "added", imported.added(), "removed", imported.removed())));
            }
            return new Versioned<>(
                    new ImportAnswer(imported.added(), imported.removed(), imported.notes()), version, false);
        });
    }

    /** Brings the leave of all whom the titles of a feed's events name up to date with it; other leave stays. */
    public Versioned<TeamImportAnswer> importLeave(String team, byte[] calendar, Condition condition, Caller caller) {
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, true);
            TeamDesk.check(stored, condition, false);
            TeamJson before = teams.read(stored);
            TeamFeed feed =
                    TeamFeed.of(feed(calendar, ZoneId.of(String.valueOf(before.zone()))), TeamDesk.members(before));
            List<MemberJson> members = new ArrayList<>();
            List<TeamImportAnswer.Changed> changed = new ArrayList<>();
            Map<String, List<Absences.Absence>> absences = new LinkedHashMap<>();
            for (MemberJson person : TeamDesk.members(before)) {
                String id = String.valueOf(person.id());
                List<Absences.Absence> known = transaction.absences().of(team, id);
                FeedImport imported = FeedImport.of(person, known, feed.of(id));
                members.add(imported.member());
                if (!imported.isNothing()) {
                    changed.add(new TeamImportAnswer.Changed(id, imported.added(), imported.removed()));
                }
                if (!imported.absences().equals(known)) {
                    absences.put(id, imported.absences());
                }
            }
            TeamJson after = TeamDesk.accepted(intake.readTeam(TeamDesk.with(before, members)));
            absences.forEach((id, its) -> transaction.absences().replace(team, id, its));
            long version = stored.version();
            if (!changed.isEmpty()) {
                version = teams.write(transaction, stored, after);
                teams.trail(transaction, team, caller, "leave-imported", Json.text(Map.of("members", counts(changed))));
            }
            return new Versioned<>(new TeamImportAnswer(changed, feed.others(), feed.notes()), version, false);
        });
    }

    /** How much was changed of whom; what it was, the team says. */
    private static List<Map<String, Object>> counts(List<TeamImportAnswer.Changed> changed) {
        return changed.stream()
                .map(each -> Map.<String, Object>of(
                        "member",
                        each.member(),
                        "added",
                        each.added().size(),
                        "removed",
                        each.removed().size()))
                .toList();
    }

    private AbsenceFeed feed(byte[] calendar, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        try {
            return new FeedReader(zone, AbsenceFeed.Window.around(today)).read(calendar);
        } catch (BadFeed bad) {
            throw Refusal.wrong(bad.issue());
        }
    }

    public Versioned<List<LeaveRow>> removeLeave(
            String team, String member, String leave, Condition condition, Caller caller) {
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, true);
            TeamDesk.check(stored, condition, false);
            TeamJson before = teams.read(stored);
            MemberJson person = TeamDesk.member(team, before, member);
            LeaveRow row = Leave.rows(person).stream()
                    .filter(each -> each.id().equals(leave))
                    .findFirst()
                    .orElseThrow(() -> Refusal.absent("The member (" + member + ") of team (" + team
                            + ") has no leave (" + leave + ").\nMaybe look: GET /api/teams/" + team + "/members/"
                            + member + "/leave."));
            MemberJson changed = Leave.without(person, row);
            long version =
                    teams.write(transaction, stored, TeamDesk.replace(before, TeamDesk.index(before, member), changed));
            teams.trail(transaction, team, caller, "leave-removed", details(member, row));
            return new Versioned<>(rows(transaction, team, member, changed), version, false);
        });
    }

    // ---- Wishes

    public Versioned<List<WishRow>> wishes(String team, String member) {
        Versioned<MemberJson> read = teams.member(team, member);
        return new Versioned<>(Wishes.rows(read.value()), read.version(), false);
    }

    /** Adds a wish; the same one twice is one. */
    public Versioned<WishRow> addWish(String team, String member, byte[] body, Condition condition, Caller caller) {
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, true);
            TeamDesk.check(stored, condition, false);
            TeamJson before = teams.read(stored);
            TeamDesk.member(team, before, member);
            int index = TeamDesk.index(before, member);
            TeamJson after = TeamDesk.accepted(intake.readInto(before, "/members/" + index + "/wishes/-", null, body));
            WishJson added = Wishes.of(TeamDesk.members(after).get(index)).getLast();
            WishRow row = Wishes.row(added);
            if (Wishes.rows(TeamDesk.members(before).get(index)).contains(row)) {
                return new Versioned<>(row, stored.version(), false);
            }
            long version = teams.write(transaction, stored, after);
            teams.trail(transaction, team, caller, "wish-added", Json.text(Map.of("member", member, "wish", row)));
            return new Versioned<>(row, version, true);
        });
    }

    public Versioned<List<WishRow>> removeWish(
            String team, String member, String wish, Condition condition, Caller caller) {
        return store.transact(transaction -> {
            StoredTeam stored = TeamDesk.existing(transaction, team, true);
            TeamDesk.check(stored, condition, false);
            TeamJson before = teams.read(stored);
            MemberJson person = TeamDesk.member(team, before, member);
            WishRow row = Wishes.rows(person).stream()
                    .filter(each -> each.id().equals(wish))
                    .findFirst()
                    .orElseThrow(() -> Refusal.absent("The member (" + member + ") of team (" + team
                            + ") has no wish (" + wish + ").\nMaybe look: GET /api/teams/" + team + "/members/" + member
                            + "/wishes."));
            MemberJson changed = Wishes.without(person, row);
            long version =
                    teams.write(transaction, stored, TeamDesk.replace(before, TeamDesk.index(before, member), changed));
            teams.trail(transaction, team, caller, "wish-removed", Json.text(Map.of("member", member, "wish", row)));
            return new Versioned<>(Wishes.rows(changed), version, false);
        });
    }

    private static String details(String member, @Nullable LeaveRow row) {
        return Json.text(row == null ? Map.of("member", member) : Map.of("member", member, "leave", row));
    }
}
