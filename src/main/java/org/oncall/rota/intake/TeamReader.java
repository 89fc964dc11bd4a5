package org.oncall.rota.intake;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.calendar.BankHolidays;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.Team;
import org.oncall.rota.wire.TeamJson;

/** Reads the team: its people, its rotations, and where it is. */
final class TeamReader {
    /** What a team without bank holidays says. */
    static final String NO_HOLIDAYS = "none";

    private final Values values;
    private final Issues issues;

    TeamReader(Values values) {
        this.values = values;
        this.issues = values.issues();
    }

    /**
     * A team as far as it could be read.
     *
     * @param zone null where it has an issue
     * @param holidays null where there are none
     * @param holidaysKnown false where the region has an issue
     */
    record ReadTeam(
            @Nullable String name,
            @Nullable ZoneId zone,
            @Nullable String holidays,
            boolean holidaysKnown,
            MemberReader.Members members,
            RotationReader.Rotations rotations) {
        /** The team of a request without issues. */
        Team toTeam() {
            List<Rotation> whole = rotations.list().stream()
                    .map(read -> Objects.requireNonNull(read.rotation()))
                    .toList();
            return new Team(
                    Objects.requireNonNull(name), Objects.requireNonNull(zone), holidays, members.list(), whole);
        }
    }

    /** Null where there is no team at all. */
    @Nullable
    ReadTeam read(@Nullable TeamJson given, Field field) {
        TeamJson team = values.required(given, field, "\"team\": {\"members\": [\"Ana\", \"Bo\", \"Cy\"]}");
        if (team == null) {
            return null;
        }
        Field.Owner owner = new Field.Owner("the team", field.place());
        String name = values.text(team.name(), owner.field("name"), Values.LONGEST_NAME);
        ZoneId zone = zone(team.zone(), owner.field("zone"));
        @Nullable String holidays = NO_HOLIDAYS.equals(team.holidays()) ? null : team.holidays();
        boolean holidaysKnown = holidaysKnown(holidays, owner.field("holidays"));
        MemberReader.Members members = new MemberReader(values).read(team.members(), owner.field("members"));
        RotationReader.Rotations rotations = new RotationReader(values, members.skills())
                .read(team.rotations() == null ? List.of() : team.rotations(), owner.field("rotations"));
        return new ReadTeam(name, zone, holidays, holidaysKnown, members, rotations);
    }

    private @Nullable ZoneId zone(@Nullable String given, Field field) {
        if (given == null || issues.isUnread(field.place())) {
            return null;
        }
        ZoneId zone = Zones.find(given);
        if (zone == null) {
            issues.add(
                    IssueCode.UNKNOWN_ZONE,
                    field.place(),
                    () -> field.says(given, "must be a time zone of the IANA list, such as Europe/London.")
                            + Quotes.maybe(Zones.near(given)));
        }
        return zone;
    }

    private boolean holidaysKnown(@Nullable String given, Field field) {
        if (issues.isUnread(field.place())) {
            return false;
        }
        if (given == null || BankHolidays.isKnown(given)) {
            return true;
        }
        issues.add(IssueCode.UNKNOWN_HOLIDAYS, field.place(), () -> {
            List<String> codes = BankHolidays.suggestions(given);
            List<String> near = Near.of(given, codes);
            return field.says(given, "must be the ISO 3166 code of a country or region with a calendar, or none.")
                    + Quotes.maybe(near) + " Codes like it are " + Quotes.list(codes) + ".";
        });
        return false;
    }
}
