package org.oncall.rota.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.FestivePolicy;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.Tier;

/**
 * One thing that a problem states, stated otherwise. Prices are in days somebody has to give way, and put in order what is
 * asked of people: a day of theirs is asked before a skill, a skill before a rule that protects everybody.
 */
public sealed interface Change {
    int PRICE_OF_DAY = 1;
    int PRICE_OF_PUBLISHED_DAY = 3;
    int PRICE_OF_SKILL = 30;
    int PRICE_OF_OPT_IN = 30;
    int PRICE_OF_LIMIT = 100;
    int PRICE_OF_RULE = 200;

    /** What it takes, at least 1. */
    int price();

    /** What to do, as an instruction. */
    String sentence();

    /** The same problem with this change made. */
    RotaProblem applyTo(RotaProblem problem);

    /**
     * Part of somebody's leave is taken at another time.
     *
     * @param leave as it is now
     * @param days which of its days would have to be worked, as few stretches as possible
     */
    record MoveLeave(Member member, DateRange leave, List<DateRange> days) implements Change {
        public MoveLeave {
            days = List.copyOf(days);
        }

        @Override
        public int price() {
            return PRICE_OF_DAY * (int) days.stream().mapToLong(Change::length).sum();
        }

        @Override
        public String sentence() {
            int moved = price() / PRICE_OF_DAY;
            String which = String.join(" and ", days.stream().map(Facts::span).toList());
            long all = length(leave);
            return moved == all
                    ? "Move " + member.name() + "'s leave of " + which + " to another time."
                    : "Move " + Facts.days(moved) + " of " + member.name() + "'s leave " + Facts.span(leave)
                            + " to another time: " + which + ".";
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            Member now = Changes.member(problem, member.id());
            List<DateRange> kept = new ArrayList<>();
            for (DateRange range : now.leave()) {
                kept.addAll(Changes.without(range, days));
            }
            return problem.with(now.withLeave(kept));
        }
    }

    /** Somebody comes on to the rota earlier. */
    record JoinEarlier(Member member, LocalDate now, LocalDate from) implements Change {
        @Override
        public int price() {
            return PRICE_OF_DAY * (int) ChronoUnit.DAYS.between(from, now);
        }

        @Override
        public String sentence() {
            return "Bring " + member.name() + " on to the rota on " + Facts.day(from) + ", "
                    + Facts.days((int) ChronoUnit.DAYS.between(from, now)) + " earlier than on " + Facts.day(now) + ".";
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            Member other = Changes.member(problem, member.id());
            return problem.with(other.onRota(from, other.until()));
        }
    }

    /** Somebody stays on the rota longer. */
    record StayLonger(Member member, LocalDate now, LocalDate until) implements Change {
        @Override
        public int price() {
            return PRICE_OF_DAY * (int) ChronoUnit.DAYS.between(now, until);
        }

        @Override
        public String sentence() {
            return "Keep " + member.name() + " on the rota until " + Facts.day(until) + ", "
                    + Facts.days((int) ChronoUnit.DAYS.between(now, until)) + " longer than until " + Facts.day(now)
                    + ".";
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            Member other = Changes.member(problem, member.id());
            return problem.with(other.onRota(other.from(), until));
        }
    }

    /** Somebody opts in to rotations of the kind on-call. */
    record OptIn(Member member) implements Change {
        @Override
        public int price() {
            return PRICE_OF_OPT_IN;
        }

        @Override
        public String sentence() {
            return "Ask " + member.name() + " to opt in to being on call.";
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            return problem.with(Changes.member(problem, member.id()).optedIn());
        }
    }

    /** Somebody gets the skills that a tier asks for. */
    record Train(Member member, Rotation rotation, Tier tier) implements Change {
        @Override
        public int price() {
            return PRICE_OF_SKILL;
        }

        @Override
        public String sentence() {
            TreeSet<String> missing = new TreeSet<>(tier.skills());
            missing.removeAll(member.skills());
            return "Train " + member.name() + " in " + String.join(" and ", missing) + ", for " + tier.id() + " of "
                    + rotation.id() + ".";
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            Member now = Changes.member(problem, member.id());
            TreeSet<String> skills = new TreeSet<>(now.skills());
            skills.addAll(tier.skills());
            return problem.with(now.withSkills(skills));
        }
    }

    /** A published day is no longer frozen. */
    record Unfreeze(Holding holding, Fact fact) implements Change {
        @Override
        public int price() {
            return PRICE_OF_PUBLISHED_DAY;
        }

        @Override
        public String sentence() {
            return "Let somebody else take " + fact.sentence() + ".";
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            return problem.withPublished(without(problem.published()))
                    .withPinned(without(problem.pinned()), problem.credits());
        }

        private List<Holding> without(List<Holding> holdings) {
            return holdings.stream().filter(other -> !other.equals(holding)).toList();
        }
    }

    /** The limits of a rotation that can be set to another number of days. */
    enum Limit {
        /** Rest between two stints, shorter. */
        REST("back-to-back"),
        /** Stints, longer. */
        STINT("long-stint"),
        /** Stints in the festive period, longer. */
        FESTIVE_STINT("long-stint");

        private final String rule;

        Limit(String rule) {
            this.rule = rule;
        }

        /** The id of the rule whose limit it is. */
        public String rule() {
            return rule;
        }

        /** How it stands. */
        public int of(Rotation rotation) {
            return switch (this) {
                case REST -> rotation.restDays();
                case STINT -> rotation.longestDays();
                case FESTIVE_STINT -> rotation.festive().longestDays();
            };
        }

        Rotation with(Rotation rotation, int days) {
            FestivePolicy festive = rotation.festive();
            return switch (this) {
                case REST ->
                    rotation.withLimits(
                            rotation.longestDays(), days, festive.longestDays(), Math.min(days, festive.restDays()));
                case STINT -> rotation.withLimits(days, rotation.restDays(), festive.longestDays(), festive.restDays());
                case FESTIVE_STINT ->
                    rotation.withLimits(rotation.longestDays(), rotation.restDays(), days, festive.restDays());
            };
        }
    }

    /** A limit of a rotation is set to another number of days, for everybody and the whole period. */
    record SetLimit(Rotation rotation, Limit limit, int days) implements Change {
        @Override
        public int price() {
            return PRICE_OF_LIMIT;
        }

        @Override
        public String sentence() {
            int now = limit.of(rotation);
            return switch (limit) {
                case REST ->
                    "Shorten the rest between stints in " + rotation.id() + " from " + Facts.days(now) + " to " + days
                            + ".";
                case STINT ->
                    "Lengthen stints in " + rotation.id() + " from at most " + Facts.days(now) + " to at most " + days
                            + ".";
                case FESTIVE_STINT ->
                    "Lengthen stints in the festive period of " + rotation.id() + " from at most " + Facts.days(now)
                            + " to at most " + days + ".";
            };
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            return problem.with(limit.with(Changes.rotation(problem, rotation.id()), days));
        }
    }

    /** A hard rule that has no number to set is given up. The problem stays as it is; its rota breaks that rule. */
    record GiveUpRule(Fact fact) implements Change {
        @Override
        public int price() {
            return PRICE_OF_RULE;
        }

        @Override
        public String sentence() {
            return "Give up that " + fact.sentence() + ".";
        }

        @Override
        public RotaProblem applyTo(RotaProblem problem) {
            return problem;
        }
    }

    private static long length(DateRange range) {
        return ChronoUnit.DAYS.between(range.first(), range.last()) + 1;
    }
}
