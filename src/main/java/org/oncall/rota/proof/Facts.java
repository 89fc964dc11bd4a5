package org.oncall.rota.proof;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.Tier;

/** Names the facts of a problem. */
final class Facts {
    static final String FROZEN_RULE = "changed";
    static final String DEMAND_RULE = "gap";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEK_DAY = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.UK);

    private Facts() {}

    static Fact leave(Member member, DateRange leave) {
        return new Fact(
                Fact.Kind.LEAVE,
                HardRule.ON_LEAVE.id,
                member.id(),
                null,
                null,
                leave.first(),
                leave.last(),
                member.name() + "'s leave " + span(leave.first(), leave.last()));
    }

    static Fact from(Member member, LocalDate from) {
        return new Fact(
                Fact.Kind.DATES,
                HardRule.NOT_ON_ROTA.id,
                member.id(),
                null,
                null,
                from,
                null,
                member.name() + " is on the rota only from " + DAY.format(from));
    }

    /** One of the days on which somebody is not yet, or no longer, on the rota. */
    static Fact notOnRota(Member member, LocalDate day) {
        return new Fact(
                Fact.Kind.DATES,
                HardRule.NOT_ON_ROTA.id,
                member.id(),
                null,
                null,
                day,
                day,
                member.name() + " is not on the rota on " + DAY.format(day));
    }

    static Fact until(Member member, LocalDate until) {
        return new Fact(
                Fact.Kind.DATES,
                HardRule.NOT_ON_ROTA.id,
                member.id(),
                null,
                null,
                null,
                until,
                member.name() + " is on the rota only until " + DAY.format(until));
    }

    static Fact optedOut(Member member) {
        return new Fact(
                Fact.Kind.OPT_IN,
                HardRule.NOT_ON_ROTA.id,
                member.id(),
                null,
                null,
                null,
                null,
                member.name() + " has not opted in to being on call");
    }

    static Fact skills(Member member, Rotation rotation, Tier tier) {
        return new Fact(
                Fact.Kind.SKILL,
                HardRule.MISSING_SKILL.id,
                member.id(),
                rotation.id(),
                tier.id(),
                null,
                null,
                member.name() + " lacks the skills " + tier.skills() + " of " + place(rotation, tier));
    }

    static Fact frozen(Member member, Rotation rotation, Tier tier, LocalDate day, boolean pinned) {
        return new Fact(
                Fact.Kind.FROZEN,
                FROZEN_RULE,
                member.id(),
                rotation.id(),
                tier.id(),
                day,
                day,
                member.name() + "'s " + (pinned ? "swapped" : "published") + " day as " + place(rotation, tier) + " on "
                        + WEEK_DAY.format(day) + (pinned ? "" : ", before the freeze ends"));
    }

    static Fact demand(Rotation rotation, Tier tier, LocalDate week) {
        return new Fact(
                Fact.Kind.DEMAND,
                DEMAND_RULE,
                null,
                rotation.id(),
                tier.id(),
                week,
                week.plusDays(6),
                place(rotation, tier) + " in the week from " + WEEK_DAY.format(week));
    }

    static Fact onePlace() {
        return nature("nobody is in two places at once");
    }

    private static Fact nature(String sentence) {
        return new Fact(Fact.Kind.NATURE, HardRule.TWO_PLACES.id, null, null, null, null, null, sentence);
    }

    static Fact rest(Rotation rotation) {
        return rule(HardRule.BACK_TO_BACK, rotation, "rest of " + days(rotation.restDays()) + " in " + rotation.id());
    }

    static Fact longest(Rotation rotation) {
        return rule(
                HardRule.LONG_STINT,
                rotation,
                "stints of at most " + days(rotation.longestDays()) + " in " + rotation.id());
    }

    static Fact longestFestive(Rotation rotation) {
        return rule(
                HardRule.LONG_STINT,
                rotation,
                "stints of at most " + days(rotation.festive().longestDays()) + " in the festive period in "
                        + rotation.id());
    }

    static Fact supervised(Rotation rotation) {
        return rule(HardRule.UNSUPERVISED, rotation, "novices are never alone in " + rotation.id());
    }

    static Fact half() {
        return everywhere(HardRule.HALF_THE_TIME, "nobody is on call half of the time or more");
    }

    static Fact festive(int year) {
        return everywhere(
                HardRule.BOTH_FESTIVE_DAYS,
                "nobody bears two festive days of the festive period that begins in " + year);
    }

    private static Fact rule(HardRule rule, Rotation rotation, String sentence) {
        return new Fact(Fact.Kind.RULE, rule.id, null, rotation.id(), null, null, null, sentence);
    }

    private static Fact everywhere(HardRule rule, String sentence) {
        return new Fact(Fact.Kind.RULE, rule.id, null, null, null, null, null, sentence);
    }

    private static String place(Rotation rotation, Tier tier) {
        return tier.id() + " of " + rotation.id();
    }

    static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Both ends in as few words as tell them apart: {@code 8-14 February 2027}. */
    static String span(DateRange days) {
        return span(days.first(), days.last());
    }

    private static String span(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return DAY.format(first);
        }
        if (first.getYear() != last.getYear()) {
            return DAY.format(first) + " to " + DAY.format(last);
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "-" + DAY.format(last)
                : DateTimeFormatter.ofPattern("d MMMM", Locale.UK).format(first) + " to " + DAY.format(last);
    }
}
