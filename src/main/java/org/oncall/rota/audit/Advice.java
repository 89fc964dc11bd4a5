package org.oncall.rota.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.oncall.rota.domain.Member;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/** What can be said of a team before anybody is put on call: arithmetic on heads, tiers and guidance. */
final class Advice {
    /** The guidance asks for at least six people on a rota of two tiers, ideally eight. */
    private static final int LEAST_PEOPLE = 6;

    private static final int IDEAL_PEOPLE = 8;

    private Advice() {}

    static List<String> of(RuleFacts facts) {
        List<String> result = new ArrayList<>();
        if (facts.problem().team().holidays() == null) {
            result.add(
                    "No bank holidays are taken into account for this team; where there are some, name their region in /team/holidays, for instance GB-ENG.");
        }
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            if (rotation.plannedDays() == 0) {
                result.add("Rotation " + rotation.rotation().id()
                        + " needs nobody in this period: its coverage falls on none of its days.");
                continue;
            }
            if (rotation.isOnCall()) {
                load(facts, rotation, result);
            }
            tiers(facts, rotation, result);
        }
        return List.copyOf(result);
    }

    private static void load(RuleFacts facts, RotationFacts rotation, List<String> result) {
        int people = 0;
        for (int m = 0; m < facts.memberCount(); m++) {
            people += holdsAnyTier(facts, rotation, m) ? 1 : 0;
        }
        int tiers = rotation.tierCount();
        String name = "Rotation " + rotation.rotation().id();
        if (people == 0) {
            return; // each tier says so below
        }
        double average = 100.0 * tiers / people;
        // 30 % of the time for each of n people must carry all tiers: n >= tiers / 0.3
        int neededForTarget = (10 * tiers + 2) / 3;
        if (people < neededForTarget) {
            result.add(String.format(
                    Locale.UK,
                    "%s: with %s and %s the average time on call is %.1f %%; 30 %% needs %d people.",
                    name,
                    people(people),
                    count(tiers, "tier"),
                    average,
                    neededForTarget));
        }
        int neededForRest = 2 * tiers;
        if (people < neededForRest) {
            result.add(String.format(
                    Locale.UK,
                    "%s: resting a week after each week needs at least %d people for %s; there %s, so there will be gaps.",
                    name,
                    neededForRest,
                    count(tiers, "tier"),
                    thereAre(people)));
        } else if (people <= 2 * tiers) {
            result.add(String.format(
                    Locale.UK,
                    "%s: nobody may be on call half of the time or more, and %d people for %s average %.1f %%; there will be gaps.",
                    name,
                    people,
                    count(tiers, "tier"),
                    average));
        }
        if (people < LEAST_PEOPLE) {
            result.add(String.format(
                    Locale.UK,
                    "%s: the guidance asks for at least %d people to run a rota sustainably, ideally %d; there %s.",
                    name,
                    LEAST_PEOPLE,
                    IDEAL_PEOPLE,
                    thereAre(people)));
        } else if (people < IDEAL_PEOPLE) {
            result.add(String.format(
                    Locale.UK,
                    "%s: %d people are enough by the guidance; ideally there are %d.",
                    name,
                    people,
                    IDEAL_PEOPLE));
        }
    }

    private static void tiers(RuleFacts facts, RotationFacts rotation, List<String> result) {
        for (int t = 0; t < rotation.tierCount(); t++) {
            int holders = 0;
            String only = "";
            for (int m = 0; m < facts.memberCount(); m++) {
                if (rotation.mayHold(m, t) && facts.daysOnRota(m) > 0) {
                    holders++;
                    only = facts.member(m).name();
                }
            }
            String place = "Tier " + rotation.rotation().tiers().get(t).id() + " of rotation "
                    + rotation.rotation().id();
            if (holders == 0) {
                result.add(place + " can be held by nobody: it stays empty.");
            } else if (holders == 1) {
                result.add(place + " can be held by " + only + " alone: every absence is a gap.");
            }
        }
        boolean novices = facts.problem().team().members().stream().anyMatch(Member::novice);
        if (novices && rotation.tierCount() == 1 && rotation.rotation().supervisedStints() > 0) {
            result.add("Rotation " + rotation.rotation().id()
                    + " has one tier, so a novice's first stints cannot be supervised and novices stay off it.");
        }
    }

    private static boolean holdsAnyTier(RuleFacts facts, RotationFacts rotation, int member) {
        boolean any = false;
        for (int t = 0; t < rotation.tierCount(); t++) {
            any |= rotation.mayHold(member, t);
        }
        return any && facts.daysOnRota(member) > 0;
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private static String thereAre(int people) {
        return people == 1 ? "is 1" : "are " + people;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
