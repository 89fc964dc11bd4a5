package org.oncall.rota.assess;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.rules.RuleFacts;

/**
 * What can be said of a problem before it is solved. Loads are shares of time, 0 to 1: on-call days / days on the rota.
 *
 * @param oneFewer what the absence of each member would do, who matters most first
 * @param points what hangs on one person, or on nobody being absent
 */
public record Assessment(
        RotaProblem problem,
        List<RotationCapacity> rotations,
        List<MemberFloor> members,
        List<OneFewer> oneFewer,
        List<SinglePoint> points,
        List<Statement> statements) {
    public Assessment {
        rotations = List.copyOf(rotations);
        members = List.copyOf(members);
        oneFewer = List.copyOf(oneFewer);
        points = List.copyOf(points);
        statements = List.copyOf(statements);
    }

    public static Assessment of(RotaProblem problem) {
        return of(new RuleFacts(problem));
    }

    public static Assessment of(RuleFacts facts) {
        return new Assessor(facts).whole();
    }

    /** The sentences that belong beside a rota, without what would be if the team were another. */
    public static List<String> advice(RuleFacts facts) {
        return new Assessor(facts)
                .plain().statements.stream()
                        .filter(statement -> statement.subject().isAdvice())
                        .map(Statement::sentence)
                        .toList();
    }

    /** No gap is proven. There may be gaps all the same: counting looks at a part of the rules at a time. */
    public boolean mayBeComplete() {
        return rotations.stream().allMatch(rotation -> rotation.leastGaps() == 0);
    }

    public List<String> sentences() {
        return statements.stream().map(Statement::sentence).toList();
    }

    /**
     * Loads as far as counting goes.
     *
     * @param average slots / days on the rota of all who may hold any
     * @param highest load of whoever owes most by fair share
     * @param floor the highest load there must be, however the days are shared: skills may force more than the average
     * @param leastGaps slots that stay empty at the least
     * @param halfCanBeKept nothing proves that somebody must be on call half of the time or more where each slot is held
     * @param restCanBeKept nothing proves that somebody must rest too little where each slot is held
     */
    public record Loads(
            double average, double highest, double floor, int leastGaps, boolean halfCanBeKept, boolean restCanBeKept) {
        /** Whether everybody can stay within 30 % as far as counting goes. */
        public boolean isTargetWithinReach() {
            return floor <= Assessor.TARGET + 1e-9;
        }
    }

    /**
     * One rotation.
     *
     * @param people members who may hold any of its tiers at some time
     * @param peopleForTarget people who may hold any tier, always there, with whom 30 % is the average
     * @param peopleForRest people who may hold any tier with whom a rest follows each stint
     * @param bottlenecks sets of tiers that too few people may hold for 30 %
     * @param oneMore what one more person would do who is always there and may hold every tier
     */
    public record RotationCapacity(
            RotationId rotation,
            boolean onCall,
            int days,
            int slots,
            int people,
            int peopleForTarget,
            int peopleForRest,
            Loads loads,
            List<TierCapacity> tiers,
            List<Bottleneck> bottlenecks,
            List<CertainGap> gaps,
            List<Week> weeks,
            OneMore oneMore) {
        public int leastGaps() {
            return loads.leastGaps;
        }

        public int weeksTooFew() {
            return (int) weeks.stream().filter(week -> week.missing > 0).count();
        }

        public int weeksJustEnough() {
            return (int) weeks.stream().filter(Week::isJustEnough).count();
        }
    }

    /**
     * One tier alone.
     *
     * @param average its days / days on the rota of all who may hold it
     */
    public record TierCapacity(TierId tier, int holders, double average, int peopleForTarget) {}

    /**
     * Tiers that only so many may hold.
     *
     * @param load the average load of those people by these tiers alone
     */
    public record Bottleneck(List<TierId> tiers, int people, int needed, double load) {}

    /**
     * From one preferred handover to the next.
     *
     * @param first first on-call day
     * @param last last on-call day
     * @param available by tier, people who could hold it throughout
     * @param absences how many people, whoever they are, may be absent besides those who are, and each day can be staffed
     * @param missing slots that nobody can fill
     * @param tight the tiers that are short of people, or would be with one absence more
     */
    public record Week(
            LocalDate first, LocalDate last, List<Integer> available, int absences, int missing, List<TierId> tight) {
        public boolean isJustEnough() {
            return missing == 0 && absences == 0;
        }
    }

    /** What one member owes of the rotations of kind ON_CALL together, in the period alone. */
    public record MemberFloor(Member member, double fairDays, int daysOnRota) {
        public double load() {
            return daysOnRota == 0 ? 0 : fairDays / daysOnRota;
        }
    }

    /** With one more person. */
    public record OneMore(Loads loads, int weeksTooFew, int weeksJustEnough) {}

    /** Without one member. */
    public record OneFewer(Member member, double average, double highest, int weeksTooFew) {}

    /** What hangs on one person, or on nobody being absent. */
    public record SinglePoint(
            Kind kind,
            RotationId rotation,
            List<TierId> tiers,
            @Nullable String skill,
            @Nullable Member member,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        /** Of what kind. */
        public enum Kind {
            TIER,
            SKILL,
            WEEK
        }
    }

    /** A sentence. */
    public record Statement(Subject subject, boolean certain, String sentence) {}

    /** What a statement is about. */
    public enum Subject {
        HOLIDAYS,
        LOAD,
        REST,
        GUIDANCE,
        HOLDERS,
        GAP,
        BOTTLENECK,
        SKILL,
        WEEK,
        TOTAL,
        CHANGE;

        boolean isAdvice() {
            return compareTo(GAP) <= 0;
        }
    }
}
