package org.oncall.rota.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

/** Seeded problems of at most 12 people, 26 weeks and two tiers: as they may come, or changed so that hardly any rota is left. */
final class ProofCases {
    private static final List<String> NAMES =
            List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo", "Kit", "Lou");

    private ProofCases() {}

    /** What is wrong with a case; nothing with the first. */
    enum Make {
        AS_IT_COMES,
        ALL_BUT_ONE_AWAY,
        ONE_SENIOR,
        TOO_MUCH_REST,
        TOO_FEW,
        ALL_AWAY_AT_CHRISTMAS,
        TOO_FEW_FOR_FESTIVE_DAYS,
        TWO_LEAVE,
        HALF_THE_TIME
    }

    /** Every other case as it comes, and the ways to change it in turns. */
    static Make make(int seed) {
        return seed % 2 == 0 ? Make.AS_IT_COMES : Make.values()[1 + seed / 2 % (Make.values().length - 1)];
    }

    static RotaProblem problem(Make make, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int people = people(make, random);
        int weeks = 8 + random.nextInt(19);
        boolean overChristmas = make == Make.ALL_AWAY_AT_CHRISTMAS || make == Make.TOO_FEW_FOR_FESTIVE_DAYS;
        LocalDate from = overChristmas
                ? LocalDate.parse("2027-12-14").minusWeeks(random.nextInt(weeks - 4))
                : LocalDate.parse("2027-01-05").plusWeeks(random.nextInt(52));
        LocalDate to = from.plusWeeks(weeks);
        LocalDate away = from.plusDays(random.nextInt(7 * weeks - 10));
        LocalDate end = from.plusWeeks(weeks / 2);
        ProblemBuilder problem =
                ProblemBuilder.problem().period(from.toString(), to.toString()).holidays("GB-ENG");
        for (int m = 0; m < people; m++) {
            MemberBuilder member = member(make, m, from, weeks, random);
            switch (make) {
                case ALL_BUT_ONE_AWAY -> {
                    if (m > 0) {
                        member.leave(away.toString(), away.plusDays(6).toString());
                    }
                }
                case ALL_AWAY_AT_CHRISTMAS -> member.leave("2027-12-24", "2027-12-27");
                case TOO_FEW_FOR_FESTIVE_DAYS -> {
                    if (m > 2) {
                        member.leave("2027-12-24", "2028-01-02");
                    }
                }
                case TWO_LEAVE -> {
                    if (m < 2) {
                        member.until(end.toString());
                    }
                }
                default -> {}
            }
            problem.member(member);
        }
        RotationBuilder rotation = RotationBuilder.rotation("on-call").tier("primary");
        if (make == Make.ONE_SENIOR || random.nextInt(4) == 0) {
            rotation.tier("secondary", "senior");
        } else {
            rotation.tier("secondary");
        }
        switch (make) {
            // In 7 days of work and so many of rest, all together have fewer days than two tiers need.
            case TOO_MUCH_REST -> rotation.rest(7 * (people / 2 + 1));
            // Three people could fill every day but for the festive days, of which each bears one.
            case TOO_FEW_FOR_FESTIVE_DAYS -> rotation.festiveLongest(3).festiveRest(1);
            case HALF_THE_TIME -> rotation.rest(1 + random.nextInt(3));
            default -> {}
        }
        return problem.rotation(rotation).build();
    }

    private static int people(Make make, SplittableRandom random) {
        int people = 5 + random.nextInt(8);
        return switch (make) {
            case TOO_FEW -> 3;
            case HALF_THE_TIME -> 4;
            case TWO_LEAVE -> 5;
            default -> people;
        };
    }

    private static MemberBuilder member(Make make, int m, LocalDate from, int weeks, SplittableRandom random) {
        MemberBuilder member = MemberBuilder.member(NAMES.get(m));
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate first = from.plusDays(random.nextInt(7 * weeks));
            member.leave(
                    first.toString(), first.plusDays(1 + random.nextInt(14)).toString());
        }
        if (random.nextInt(8) == 0) {
            member.from(from.plusDays(random.nextInt(40)).toString());
        }
        if (random.nextInt(8) == 0) {
            member.novice();
        }
        if (make == Make.ONE_SENIOR ? m == 0 : random.nextInt(4) > 0) {
            member.skills("senior");
        }
        return member;
    }
}
