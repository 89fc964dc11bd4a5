package org.oncall.rota.swap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;

/**
 * What swaps do to a rota. A swap changes who holds days, pins them to whom they went, and, unless the credit moves, leaves
 * who owes what as it was. It breaks no hard rule that was kept before, or it is denied with the findings.
 */
public final class Swaps {
    private Swaps() {}

    /** The rota with an accepted swap in it; days that have begun are not handed over. */
    public static Outcome apply(Rota rota, Swap swap, Actor by, Instant when) {
        if (swap.isExpiredAt(when)) {
            return swap.tooLate();
        }
        if (swap.status() != Swap.Status.ACCEPTED) {
            return swap.notNow("applied");
        }
        Outcome.Denied wrong = wrong(rota, swap.handings(), when);
        if (wrong != null) {
            return wrong;
        }
        Set<Slot> slots = slots(swap.handings());
        RotaProblem problem = rota.problem();
        Swap.Settled before = new Swap.Settled(
                problem.pinned().stream()
                        .filter(pin -> slots.contains(pin.slot()))
                        .toList(),
                problem.credits().stream()
                        .filter(credit -> slots.contains(credit.slot()))
                        .toList());
        return changed(
                rota,
                handed(rota, swap.handings(), settled(rota, swap.handings(), swap.creditMoves())),
                swap.applied(before, by, when));
    }

    /** The rota without an applied swap, as long as whoever took the days still holds them and they have not begun. */
    public static Outcome undo(Rota rota, Swap swap, Actor by, Instant when, String why) {
        if (swap.status() != Swap.Status.APPLIED) {
            return swap.notNow("undone");
        }
        List<Handing> back = swap.handings().stream().map(Handing::back).toList();
        Outcome.Denied wrong = wrong(rota, back, when);
        return wrong != null ? wrong : changed(rota, handed(rota, back, swap.before()), swap.undone(by, when, why));
    }

    /** The audited rota that the handings would make; its findings say what would be wrong with it. */
    public static AuditReport preview(Rota rota, List<Handing> handings, boolean creditMoves) {
        return Audit.of(handed(rota, handings, settled(rota, handings, creditMoves)));
    }

    private static Outcome changed(Rota before, Rota after, Swap swap) {
        AuditReport report = Audit.of(after);
        List<Finding> causes = Breaches.causes(Audit.of(before), report);
        return causes.isEmpty()
                ? new Outcome.Changed(swap, report)
                : new Outcome.Denied(
                        "The swap (" + swap.id() + ") would break hard rules: "
                                + causes.stream().map(Finding::sentence).collect(Collectors.joining(" ")),
                        causes);
    }

    /** Why the days cannot be handed over so at that moment, whatever rules say; null: they can. */
    public static Outcome.@Nullable Denied wrong(Rota rota, List<Handing> handings, Instant when) {
        Map<Slot, OnCallDay> days = new HashMap<>();
        rota.problem()
                .schedules()
                .forEach(schedule -> schedule.rotation()
                        .tiers()
                        .forEach(tier -> schedule.planned()
                                .forEach(day ->
                                        days.put(new Slot(schedule.rotation().id(), tier.id(), day.date()), day))));
        Set<MemberId> team = rota.problem().team().members().stream()
                .map(member -> member.id())
                .collect(Collectors.toSet());
        for (Handing handing : handings) {
            for (MemberId member : List.of(handing.from(), handing.to())) {
                if (!team.contains(member)) {
                    return new Outcome.Denied("The member (" + member + ") is not in the team.");
                }
            }
            for (Slot slot : handing.slots()) {
                OnCallDay day = days.get(slot);
                if (day == null) {
                    return new Outcome.Denied("The day (" + slot.id() + ") is not one of this rota.");
                }
                if (!handing.from().equals(rota.holder(slot))) {
                    return new Outcome.Denied("The day (" + slot.id() + ") is not held by member (" + handing.from()
                            + ") any more. Maybe propose another swap.");
                }
                if (!when.isBefore(day.span().start())) {
                    return new Outcome.Denied("The day (" + slot.id()
                            + ") has begun, and what has begun is not swapped. Maybe swap the days after it.");
                }
            }
        }
        return null;
    }

    private static Set<Slot> slots(List<Handing> handings) {
        return handings.stream().flatMap(handing -> handing.slots().stream()).collect(Collectors.toSet());
    }

    /** The pins and credits that the handings make. */
    private static Swap.Settled settled(Rota rota, List<Handing> handings, boolean creditMoves) {
        Map<Slot, Credit> known = new HashMap<>();
        rota.problem().credits().forEach(credit -> known.put(credit.slot(), credit));
        List<Holding> pins = new ArrayList<>();
        List<Credit> credits = new ArrayList<>();
        for (Handing handing : handings) {
            for (Slot slot : handing.slots()) {
                pins.add(new Holding(slot, handing.to()));
                Credit before = known.get(slot);
                MemberId credited =
                        before != null && before.worked().equals(handing.from()) ? before.credited() : handing.from();
                if (!creditMoves && !credited.equals(handing.to())) {
                    credits.add(new Credit(slot, handing.to(), credited));
                }
            }
        }
        return new Swap.Settled(pins, credits);
    }

    /** The rota with the days handed over, published so, with these pins and credits for them. */
    private static Rota handed(Rota rota, List<Handing> handings, Swap.Settled settled) {
        Map<Slot, MemberId> holders = new HashMap<>(rota.holders());
        handings.forEach(handing -> handing.slots().forEach(slot -> holders.put(slot, handing.to())));
        Set<Slot> slots = slots(handings);
        RotaProblem problem = rota.problem();
        List<Holding> published = problem.published().stream()
                .map(holding -> slots.contains(holding.slot())
                        ? new Holding(holding.slot(), holders.getOrDefault(holding.slot(), holding.member()))
                        : holding)
                .toList();
        List<Holding> pins = new ArrayList<>(problem.pinned());
        pins.removeIf(pin -> slots.contains(pin.slot()));
        pins.addAll(settled.pins());
        List<Credit> credits = new ArrayList<>(problem.credits());
        credits.removeIf(credit -> slots.contains(credit.slot()));
        credits.addAll(settled.credits());
        return new Rota(problem.withPublished(published).withPinned(pins, credits), holders, rota.besideLeave());
    }
}
