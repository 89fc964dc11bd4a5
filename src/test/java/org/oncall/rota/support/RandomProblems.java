package org.oncall.rota.support;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;

/** Problems and rotas by chance, for tests of what holds for every one of them. The same seed gives the same. */
public final class RandomProblems {
    private static final List<String> NAMES =
            List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo", "Kit");
    private static final List<String> STARTS =
            List.of("2027-01-05", "2026-12-08", "2026-12-22", "2027-03-20", "2027-05-28", "2027-10-23");
    private static final int[] WEIGHTS = {0, 0, 1, 2, 7, 25};

    private final SplittableRandom random;

    private RandomProblems(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * A team of 1 to 11 people with 1 to 3 rotations over 5 to 60 days; often with novices, part-timers, newcomers and
     * leavers, leave and wishes, history, a published rota, Christmas, a clock change, and changed weights.
     */
    public static RotaProblem problem(long seed) {
        return new RandomProblems(seed).problem();
    }

    /** A rota of the problem, most likely illegal: runs of days of anybody, and gaps. */
    public static Rota rota(RotaProblem problem, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Member> members = problem.team().members();
        Map<Slot, MemberId> holders = new HashMap<>();
        int left = 0;
        int holder = 0;
        for (Slot slot : problem.slots()) {
            if (left == 0) {
                left = 1 + random.nextInt(9);
                holder = random.nextInt(members.size() + 1);
            }
            left--;
            if (holder < members.size()) {
                holders.put(slot, members.get(holder).id());
            }
        }
        return new Rota(problem, holders);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private RotaProblem problem() {
        LocalDate from = LocalDate.parse(any(STARTS)).plusDays(random.nextInt(7));
        int days = 5 + random.nextInt(chance(50) ? 20 : 56);
        LocalDate to = from.plusDays(days);
        List<String> names = NAMES.subList(0, 1 + random.nextInt(NAMES.size()));
        ProblemBuilder problem = ProblemBuilder.problem()
                .period(from.toString(), to.toString())
                .zone(any(List.of("Europe/London", "Europe/London", "Pacific/Auckland", "America/New_York")))
                .now(from.minusDays(random.nextInt(70)).toString());
        if (chance(60)) {
            problem.holidays("GB-ENG");
        }
        names.forEach(name -> problem.member(member(name, names, from, days)));
        int rotations = 1 + random.nextInt(3);
        for (int r = 0; r < rotations; r++) {
            rotation(problem, "r" + r, names, from, to);
        }
        if (chance(50)) {
            problem.freezeUntil(from.plusDays(random.nextInt(days + 1)).toString());
        }
        for (Rule rule : RuleBook.rules()) {
            if (rule.level() == Level.SOFT && chance(25)) {
                problem.weight(rule.id(), WEIGHTS[random.nextInt(WEIGHTS.length)]);
            }
        }
        return problem.build();
    }

    private MemberBuilder member(String name, List<String> names, LocalDate from, int days) {
        MemberBuilder member = MemberBuilder.member(name);
        if (chance(25)) {
            member.share(0.2 + 0.2 * random.nextInt(4));
        }
        if (chance(10)) {
            member.optedOut();
        }
        if (chance(15)) {
            member.from(from.plusDays(random.nextInt(days)).toString());
        } else if (chance(15)) {
            member.until(from.plusDays(random.nextInt(days)).toString());
        }
        if (chance(60)) {
            member.skills("senior");
        }
        if (chance(25)) {
            member.novice();
            names.stream().filter(other -> !other.equals(name) && chance(30)).forEach(member::knows);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate first = from.plusDays(random.nextInt(days));
            member.leave(first.toString(), first.plusDays(random.nextInt(12)).toString());
        }
        if (chance(40)) {
            LocalDate first = from.plusDays(random.nextInt(days));
            String last = first.plusDays(random.nextInt(6)).toString();
            if (chance(50)) {
                member.wants(first.toString(), last);
            } else {
                member.avoids(first.toString(), last);
            }
        }
        return member;
    }

    private void rotation(ProblemBuilder problem, String id, List<String> names, LocalDate from, LocalDate to) {
        RotationBuilder rotation = chance(25) ? RotationBuilder.officeHours(id) : onCall(id);
        rotation.longest(2 + random.nextInt(6)).rest(random.nextInt(8)).supervised(random.nextInt(3));
        rotation.festiveLongest(1 + random.nextInt(3)).festiveRest(random.nextInt(3));
        if (chance(15)) {
            rotation.festiveUncovered();
        }
        problem.rotation(rotation);
        List<String> tiers =
                rotation.build().tiers().stream().map(tier -> tier.id().value()).toList();
        for (String tier : tiers) {
            if (chance(60)) {
                stretches(
                        from.minusDays(random.nextInt(420)),
                        from,
                        names,
                        (name, first, length) -> problem.history(name, id, tier, first, length));
            }
            if (chance(50)) {
                stretches(from, to, names, (name, first, length) -> problem.published(name, id, tier, first, length));
            }
        }
    }

    private RotationBuilder onCall(String id) {
        RotationBuilder rotation = RotationBuilder.rotation(id);
        int tiers = 1 + random.nextInt(3);
        for (int t = 0; t < tiers; t++) {
            if (chance(25)) {
                rotation.tier("t" + t, "senior");
            } else {
                rotation.tier("t" + t);
            }
        }
        if (chance(50)) {
            rotation.handover(any(List.of(DayOfWeek.values())), any(List.of("00:00", "01:30", "09:00", "12:00")));
        }
        if (chance(30)) {
            rotation.workingDays("07:00-09:00", "16:00-22:00")
                    .weekends("07:00-22:00")
                    .holidays("07:00-22:00");
        } else if (chance(20)) {
            rotation.workingDays("17:00-09:00").weekends().holidays();
        }
        return rotation;
    }

    private interface Put {
        void put(String name, String first, int days);
    }

    /** Somebody on each of several stretches running, with holes between some. */
    private void stretches(LocalDate from, LocalDate to, List<String> names, Put put) {
        LocalDate date = from;
        while (date.isBefore(to)) {
            int length = (int) Math.min(1 + random.nextInt(9), to.toEpochDay() - date.toEpochDay());
            if (chance(85)) {
                put.put(any(names), date.toString(), length);
            }
            date = date.plusDays(length);
        }
    }
}
