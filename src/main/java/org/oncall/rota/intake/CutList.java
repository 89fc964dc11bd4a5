package org.oncall.rota.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Team;
import org.oncall.rota.domain.TierId;

/** Collects what a rota as it was written says beyond whole slots, joins what belongs together, and puts it into words. */
final class CutList {
    /** So that the answer to a rota that fits nowhere stays small. */
    static final int MOST_REPORTED = 1_000;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMMM uuuu, HH:mm", Locale.UK);

    private final ZoneId zone;
    private final Map<MemberId, Member> members = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    /** A finding that may still grow by the next day; {@code day} is -1 for one that does not. */
    record Found(
            Cut.Code code,
            MemberId member,
            @Nullable MemberId other,
            RotationId rotation,
            TierId tier,
            @Nullable Slot elsewhere,
            int day,
            Interval when,
            Duration time,
            @Nullable Limit limit) {
        private boolean goesOn(Found next) {
            return day >= 0
                    && (next.day == day || next.day == day + 1)
                    && code == next.code
                    && member.equals(next.member)
                    && Objects.equals(other, next.other)
                    && rotation.equals(next.rotation)
                    && tier.equals(next.tier)
                    && samePlace(elsewhere, next.elsewhere);
        }

        private static boolean samePlace(@Nullable Slot one, @Nullable Slot other) {
            return one == null || other == null
                    ? one == other
                    : one.rotation().equals(other.rotation()) && one.tier().equals(other.tier());
        }

        private Found with(Found next) {
            Instant end = when.end().isAfter(next.when.end()) ? when.end() : next.when.end();
            Interval both = new Interval(when.start(), end);
            return new Found(
                    code, member, other, rotation, tier, elsewhere, next.day, both, time.plus(next.time), limit);
        }
    }

    /**
     * What a rule asks for.
     *
     * @param days days of rest at least, or days at most
     * @param rest it is about rest
     * @param festive it is about the festive period
     */
    record Limit(int days, boolean rest, boolean festive) {
        private String text() {
            return (days == 1 ? "1 day" : days + " days")
                    + (rest ? " of rest that " + (days == 1 ? "is" : "are") + " required" : " allowed")
                    + (festive ? " in the festive period" : "");
        }
    }

    CutList(Team team) {
        this.zone = team.zone();
        team.members().forEach(member -> members.put(member.id(), member));
    }

    void add(Found one) {
        found.add(one);
    }

    /** Findings of days that follow each other become one, as people would tell them. */
    void join(List<Found> growing) {
        Map<List<Object>, Found> open = new LinkedHashMap<>();
        for (Found next : growing) {
            List<Object> key = java.util.Arrays.asList(
                    next.code(),
                    next.member(),
                    next.other(),
                    next.rotation(),
                    next.tier(),
                    next.elsewhere() == null ? null : next.elsewhere().rotation(),
                    next.elsewhere() == null ? null : next.elsewhere().tier());
            Found before = open.get(key);
            if (before != null && before.goesOn(next)) {
                open.put(key, before.with(next));
            } else {
                if (before != null) {
                    found.add(before);
                }
                open.put(key, next);
            }
        }
        found.addAll(open.values());
    }

    List<Cut> sorted() {
        found.sort(Comparator.comparing((Found one) -> one.code().level())
                .thenComparing(one -> one.when().start())
                .thenComparing(Found::code));
        List<Cut> result = new ArrayList<>();
        for (Cut.Level level : Cut.Level.values()) {
            List<Found> own =
                    found.stream().filter(one -> one.code().level() == level).toList();
            own.stream().limit(MOST_REPORTED).map(this::toCut).forEach(result::add);
            if (own.size() > MOST_REPORTED) {
                Found next = own.get(MOST_REPORTED);
                String sentence = "There are " + (own.size() - MOST_REPORTED) + " more findings of level " + level
                        + " than the " + MOST_REPORTED + " listed. Maybe mend these first and audit the rota again.";
                result.add(new Cut(
                        Cut.Code.MORE, null, null, next.rotation(), next.tier(), next.when(), next.time(), sentence));
            }
        }
        return result;
    }

    private Cut toCut(Found one) {
        return new Cut(
                one.code(),
                one.member(),
                one.other(),
                one.rotation(),
                one.tier(),
                one.when(),
                one.time(),
                sentence(one));
    }

    private String sentence(Found one) {
        String who = name(one.member());
        String place = one.tier() + " of " + one.rotation();
        String span = "from " + moment(one.when().start()) + " to "
                + moment(one.when().end());
        String much = " (" + Hours.text(one.time()) + ")";
        MemberId other = one.other();
        return switch (one.code()) {
            case OVERLAP ->
                who + " and " + (other == null ? "somebody else" : name(other)) + " are both written for " + place
                        + " " + span + much + ", and one tier is held by one member at a time."
                        + " Maybe end the one where the other begins.";
            case TWO_PLACES ->
                who + " is written for " + place + " and for "
                        + (one.elsewhere() == null
                                ? "another tier"
                                : one.elsewhere().tier() + " of "
                                        + one.elsewhere().rotation())
                        + " " + span + much + "; nobody can be in two places."
                        + " Maybe give one of the two to somebody else.";
            case UNAVAILABLE ->
                who + " is written for " + place + " " + span + much
                        + ", but is then on leave, not on the rota, or without the skill."
                        + " Maybe give these hours to somebody else.";
            case BACK_TO_BACK, LONG_STINT, STRETCHED -> byRule(one, who, span);
            case HALF_THE_TIME ->
                "By the hours as written " + who + " is on call half of the time or more " + span + much + ", over "
                        + Objects.requireNonNull(one.limit()).days()
                        + " days on the rota; it must be under half. Maybe give some of these hours to somebody else.";
            case UNSUPERVISED ->
                who + " is written for " + place + " " + span + much
                        + ", a novice in their first stints with nobody experienced beside them in these hours."
                        + " Maybe let an experienced member hand over later or begin sooner.";
            case BOTH_FESTIVE_DAYS ->
                who + " is written for " + place + " " + span + much
                        + ", a festive day, and for hours of another one of the same festive period; nobody bears more"
                        + " than one. Maybe give these hours to somebody else.";
            case UNCOVERED ->
                "Nobody is written for " + much.substring(2, much.length() - 1) + " of " + place + " " + span
                        + ", which the day of " + who + " needs. Maybe let a shift begin sooner or end later.";
            case PART_DAY ->
                who + " is written for part of a day in " + place + " " + span + much + ", which counts for "
                        + (other == null
                                ? "nobody, because less than half of that day is held."
                                : name(other) + ", who has most of that day.")
                        + " Maybe hand over at the handover time.";
            case WRITTEN_TWICE ->
                who + (other == null ? " is written twice" : " and " + name(other) + " are both written") + " for "
                        + place + " " + span + much + ", without harm. Maybe remove one of the two.";
            case OUTSIDE ->
                who + " is written for " + place + " " + span + much
                        + ", which lies outside the period and is not looked at."
                        + " Maybe widen the period, or give what was worked before it as history.";
            case NO_COVERAGE ->
                who + " is written for " + place + " " + span + much
                        + ", when nobody is needed. Maybe remove the shift, or widen the coverage.";
            case MORE -> "";
        };
    }

    private static String byRule(Found one, String who, String span) {
        Limit limit = Objects.requireNonNull(one.limit());
        String begin = "By the hours as written " + who
                + (limit.rest() ? " has a rest in " : " is on call in ")
                + one.rotation() + " " + span + ", " + days(one.time())
                + (limit.rest() ? " less than the " : " more than the ")
                + limit.text();
        return one.code() == Cut.Code.STRETCHED
                ? begin + ". It is less than half a day, so no day by the rules. Maybe hand over at the handover time."
                : begin + ". Maybe give hours at one end to somebody else.";
    }

    /** "5 days 17 h". */
    private static String days(Duration time) {
        long days = time.toDays();
        Duration rest = time.minusDays(days);
        String whole = days + (days == 1 ? " day" : " days");
        return days == 0 ? Hours.text(time) : rest.isZero() ? whole : whole + " " + Hours.text(rest);
    }

    private String name(MemberId id) {
        Member member = members.get(id);
        return member == null ? id.value() : member.name();
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }
}
