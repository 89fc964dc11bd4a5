package org.oncall.rota.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Gap;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.rules.Rule;

/**
 * Everything there is to say about a rota; each list sorted.
 *
 * @param cuts what the rota as it was written said beyond whole slots; none for one that is made of slots
 */
public record AuditReport(
        Rota rota,
        Score score,
        List<Shift> shifts,
        List<Gap> gaps,
        List<RuleCost> rules,
        List<MemberLoad> members,
        List<Change> changes,
        List<String> advice,
        List<Cut> cuts) {

    /** No hard rule is broken, neither by whole slots nor by the hours as they were written. */
    public boolean isLegal() {
        return score.hard() == 0 && !hasCuts(Cut.Level.HARD);
    }

    /** No slot is empty, nor any hour of one. */
    public boolean isComplete() {
        return gaps.isEmpty() && !hasCuts(Cut.Level.MEDIUM);
    }

    private boolean hasCuts(Cut.Level level) {
        return cuts.stream().anyMatch(cut -> cut.code().level() == level);
    }

    /** What the rules cost, by id, in the order of the rule book. */
    public Map<String, Long> costs() {
        Map<String, Long> costs = new LinkedHashMap<>();
        rules.forEach(rule -> costs.put(rule.rule().id(), rule.cost()));
        return costs;
    }

    /** What one rule costs: size is the sum of the findings' sizes, cost is weight x size. */
    public record RuleCost(Rule rule, int weight, long size, List<Finding> findings) {
        public long cost() {
            return weight * size;
        }
    }

    /**
     * What one member carries in the period; days are on-call days.
     *
     * @param onCallDates dates on call, in rotations of kind ON_CALL together
     * @param daysOnRota days of the period on the rota
     * @param fairShare days owed over history and period
     * @param daysPerTier slots held, by rotation and tier, in the team's order
     * @param historyFestiveDays festive days borne in history, of whatever year
     * @param fairFestiveDays of the festive days that all bear in history and period, what this member would at an even split
     *     by share of full-time x festive days on the rota; not rounded, as there are few
     * @param shortestInterval days from the start of a stint to that of the next; 0 with fewer than two
     */
    public record MemberLoad(
            Member member,
            int days,
            int onCallDates,
            int daysOnRota,
            long fairShare,
            int historyDays,
            int unsocialDays,
            long fairUnsocialDays,
            int festiveDays,
            Map<RotationId, Map<TierId, Integer>> daysPerTier,
            int stints,
            int shortestInterval,
            int wishesKept,
            int wishesBroken,
            int historyUnsocialDays,
            int historyFestiveDays,
            double fairFestiveDays) {
        /** Share of the member's days on the rota that they are on call, 0 to 1. */
        public double shareOfTime() {
            return daysOnRota == 0 ? 0 : (double) onCallDates / daysOnRota;
        }
    }

    /** A stretch of one tier. */
    public record Stretch(RotationId rotation, TierId tier, Interval span) {}

    /** What a member loses and gains against the published rota. */
    public record Change(MemberId member, List<Stretch> loses, List<Stretch> gains) {}
}
