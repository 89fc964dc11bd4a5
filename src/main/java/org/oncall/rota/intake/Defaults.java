package org.oncall.rota.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.wire.CoverageJson;
import org.oncall.rota.wire.FestiveJson;
import org.oncall.rota.wire.HandoverJson;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.RotationJson;
import org.oncall.rota.wire.SolveJson;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TierJson;
import org.oncall.rota.wire.WishJson;

/** Writes every default of a request out. What has no default stays absent; what is wrong stays as it is. */
final class Defaults {
    private static final String ZONE = "Europe/London";
    private static final String HOLIDAYS_THERE = "GB-ENG";
    private static final List<String> WHOLE_DAY = List.of("00:00-24:00");
    private static final RotationJson NO_ROTATION =
            new RotationJson(null, null, null, null, null, null, null, null, null);

    private Defaults() {}

    /** The request with all defaults; {@code now} is today in the team's zone. */
    static RotaRequest fill(RotaRequest given, Clock clock) {
        @Nullable TeamJson team = given.team() == null ? null : team(given.team());
        @Nullable ZoneId zone = team == null || team.zone() == null ? null : Zones.find(team.zone());
        String today = LocalDate.now(clock.withZone(zone == null ? ZoneOffset.UTC : zone))
                .toString();
        return new RotaRequest(
                team,
                given.from(),
                given.to(),
                or(given.history(), List.of()),
                or(given.published(), List.of()),
                or(given.now(), today),
                given.freezeUntil(),
                or(given.rules(), Map.of()),
                solve(given.solve()),
                or(given.pinned(), List.of()),
                or(given.credits(), List.of()));
    }

    /** The team with all defaults. */
    static TeamJson team(TeamJson given) {
        String zone = or(given.zone(), ZONE);
        String holidays = or(given.holidays(), zone.equals(ZONE) ? HOLIDAYS_THERE : TeamReader.NO_HOLIDAYS);
        return new TeamJson(
                or(given.name(), "Team"),
                zone,
                holidays,
                given.members() == null ? null : each(given.members(), Defaults::member),
                each(or(given.rotations(), List.of(NO_ROTATION)), Defaults::rotation));
    }

    private static MemberJson member(MemberJson given) {
        return new MemberJson(
                or(given.id(), given.name()),
                given.name(),
                or(given.share(), 1.0),
                or(given.onCall(), true),
                given.from(),
                given.until(),
                or(given.skills(), List.of()),
                or(given.novice(), false),
                or(given.knows(), List.of()),
                or(given.leave(), List.of()),
                each(or(given.wishes(), List.of()), Defaults::wish));
    }

    private static WishJson wish(WishJson given) {
        return new WishJson(given.from(), given.to(), or(given.want(), false));
    }

    private static RotationJson rotation(RotationJson given) {
        List<TierJson> tiers =
                or(given.tiers(), List.of(new TierJson("primary", null), new TierJson("secondary", null)));
        return new RotationJson(
                or(given.id(), "on-call"),
                or(given.kind(), "ON_CALL"),
                each(tiers, tier -> new TierJson(tier.id(), or(tier.skills(), List.of()))),
                handover(or(given.handover(), new HandoverJson(null, null))),
                coverage(or(given.coverage(), new CoverageJson(WHOLE_DAY, WHOLE_DAY, WHOLE_DAY))),
                or(given.longest(), "P7D"),
                or(given.rest(), "P7D"),
                or(given.supervised(), 2),
                festive(or(given.festive(), new FestiveJson(null, null, null, null, null, null))));
    }

    private static HandoverJson handover(HandoverJson given) {
        return new HandoverJson(or(given.day(), "TUESDAY"), or(given.time(), "12:00"));
    }

    private static CoverageJson coverage(CoverageJson given) {
        return new CoverageJson(
                or(given.workingDays(), List.of()), or(given.weekends(), List.of()), or(given.holidays(), List.of()));
    }

    private static FestiveJson festive(FestiveJson given) {
        return new FestiveJson(
                or(given.from(), "12-24"),
                or(given.to(), "01-02"),
                or(given.days(), List.of("12-25", "01-01")),
                or(given.longest(), "P2D"),
                or(given.rest(), "P2D"),
                or(given.cover(), true));
    }

    private static SolveJson solve(@Nullable SolveJson given) {
        return given == null
                ? new SolveJson("PT20S", 0L, null, null)
                : new SolveJson(or(given.limit(), "PT20S"), or(given.seed(), 0L), given.moves(), given.unimproved());
    }

    private static <T extends @Nullable Object> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /** Fills each entry; one that could not be read stays null. */
    private static <T> List<T> each(List<T> given, UnaryOperator<T> fill) {
        List<T> result = new ArrayList<>(given.size());
        for (T entry : given) {
            result.add(entry == null ? entry : fill.apply(entry));
        }
        return result;
    }
}
