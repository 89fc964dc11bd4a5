package org.oncall.rota.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.PublishedShifts;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.RuleFacts;

/** Every complete rota of a tiny problem that puts nobody in two tiers at a time. */
public final class EveryRota {
    private final RotaProblem problem;
    private final RuleFacts facts;
    private final List<Slot> slots;
    private final Map<Slot, MemberId> holders = new HashMap<>();
    private PublishedShifts published;
    private int fewestMoved;

    public EveryRota(RotaProblem problem) {
        this.problem = problem;
        this.facts = new RuleFacts(problem);
        this.slots = new ArrayList<>(problem.slots());
    }

    /** Whether any of them breaks no hard rule. */
    public boolean hasLegalAndComplete() {
        return look(0);
    }

    /** The fewest published slots that have another holder in any legal one; empty where there is none. */
    public OptionalInt fewestMovedSlots() {
        fewestMoved = Integer.MAX_VALUE;
        published = new PublishedShifts(problem);
        look(0);
        return fewestMoved == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(fewestMoved);
    }

    private boolean look(int slot) {
        if (slot == slots.size()) {
            Rota rota = new Rota(problem, holders);
            boolean legal = Audit.of(facts, rota).isLegal();
            if (legal && published != null) {
                fewestMoved = Math.min(fewestMoved, published.movesTo(rota).slots());
                return false;
            }
            return legal;
        }
        Slot here = slots.get(slot);
        for (Member member : problem.team().members()) {
            boolean elsewhere = holders.entrySet().stream()
                    .anyMatch(held -> held.getKey().date().equals(here.date())
                            && held.getValue().equals(member.id()));
            if (!elsewhere) {
                holders.put(here, member.id());
                boolean found = look(slot + 1);
                holders.remove(here);
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 2 or 3 people, at most 8 slots. */
    public static RotaProblem tinyProblem(SplittableRandom random) {
        LocalDate from = LocalDate.parse(random.nextInt(3) == 0 ? "2026-12-22" : "2027-01-05")
                .plusDays(random.nextInt(8));
        int members = 2 + random.nextInt(2);
        int tiers = 1 + random.nextInt(2);
        int days = tiers == 1 ? 4 + random.nextInt(4) : 3 + random.nextInt(2);
        ProblemBuilder problem = ProblemBuilder.problem()
                .period(from.toString(), from.plusDays(days).toString());
        List<String> names = List.of("Ana", "Bo", "Cy").subList(0, members);
        for (String name : names) {
            MemberBuilder member = MemberBuilder.member(name);
            if (random.nextInt(4) == 0) {
                String away = from.plusDays(random.nextInt(days)).toString();
                member.leave(away, away);
            }
            if (random.nextInt(5) == 0) {
                member.novice();
            }
            if (random.nextInt(8) == 0) {
                member.from(from.plusDays(1).toString());
            }
            problem.member(member);
        }
        problem.rotation(RotationBuilder.rotation("on-call")
                .tiers(tiers == 1 ? new String[] {"primary"} : new String[] {"primary", "secondary"})
                .longest(1 + random.nextInt(5))
                .rest(random.nextInt(3))
                .festiveLongest(1 + random.nextInt(3))
                .festiveRest(random.nextInt(3))
                .supervised(random.nextInt(2)));
        if (random.nextInt(2) == 0) {
            String name = names.get(random.nextInt(members));
            problem.history(name, "primary", from.minusDays(30).toString(), 1);
            problem.history(
                    names.get(random.nextInt(members)),
                    "primary",
                    from.minusDays(2).toString(),
                    2);
        }
        return problem.build();
    }
}
