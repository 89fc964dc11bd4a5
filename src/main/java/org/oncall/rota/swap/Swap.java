package org.oncall.rota.swap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Slot;

/**
 * A trade of on-call days between members, and how far it has come. A value: whatever happens to it makes another one. It
 * knows no clock and no store; who and when are passed in.
 *
 * @param handings one for a shift given or taken, two for an exchange, three where it takes a third
 * @param creditMoves whether the days count for whoever works them; else they go on counting for whom they counted before
 * @param expires when it ends by itself, unless it is applied by then; null: never
 * @param consents who of those concerned has agreed, and whether somebody did for them
 * @param before pins and credits of its slots before it was applied, to come back to; none until then
 * @param trail what happened, in order
 */
public record Swap(
        String id,
        List<Handing> handings,
        boolean creditMoves,
        @Nullable Instant expires,
        Status status,
        Map<MemberId, Step> consents,
        Settled before,
        List<Step> trail) {
    public Swap {
        handings = List.copyOf(handings);
        consents = java.util.Collections.unmodifiableMap(new TreeMap<>(consents));
        trail = List.copyOf(trail);
        Set<Slot> seen = new HashSet<>();
        for (Handing handing : handings) {
            for (Slot slot : handing.slots()) {
                if (!seen.add(slot)) {
                    throw new IllegalArgumentException("The day (" + slot.id() + ") must be handed over only once.");
                }
            }
        }
        if (handings.isEmpty()) {
            throw new IllegalArgumentException("A swap must hand over at least one day.");
        }
    }

    /**
     * How far a swap has come: PROPOSED, then ACCEPTED once everybody concerned has agreed, APPLIED, UNDONE; from PROPOSED and
     * ACCEPTED also REFUSED or EXPIRED. UNDONE, REFUSED and EXPIRED are final.
     */
    public enum Status {
        PROPOSED,
        ACCEPTED,
        APPLIED,
        UNDONE,
        REFUSED,
        EXPIRED
    }

    /**
     * Something that happened.
     *
     * @param status of the swap after it
     * @param by who did it
     * @param onBehalfOf whom they acted for; null: for themselves
     * @param why in their words; empty where they gave no reason
     */
    public record Step(Status status, String by, @Nullable MemberId onBehalfOf, Instant when, String why) {}

    /** Pins and credits of some slots. */
    public record Settled(List<Holding> pins, List<Credit> credits) {
        static final Settled NOTHING = new Settled(List.of(), List.of());

        public Settled {
            pins = List.copyOf(pins);
            credits = List.copyOf(credits);
        }
    }

    /** A swap proposed; whoever proposes one that concerns them has agreed to it. */
    public static Swap propose(
            String id,
            List<Handing> handings,
            boolean creditMoves,
            Actor by,
            Instant when,
            @Nullable Instant expires,
            String why) {
        Step proposed = new Step(Status.PROPOSED, by.name(), null, when, why);
        Swap swap = new Swap(
                id, handings, creditMoves, expires, Status.PROPOSED, Map.of(), Settled.NOTHING, List.of(proposed));
        MemberId member = by.member();
        return member != null && swap.concerned().contains(member) ? swap.agreed(member, by, when, why) : swap;
    }

    /** Everybody who gives or takes a day, sorted. */
    public Set<MemberId> concerned() {
        Set<MemberId> members = new TreeSet<>();
        for (Handing handing : handings) {
            members.add(handing.from());
            members.add(handing.to());
        }
        return members;
    }

    /** Those of them who have not agreed yet. */
    public Set<MemberId> awaited() {
        Set<MemberId> members = new TreeSet<>(concerned());
        members.removeAll(consents.keySet());
        return members;
    }

    /** The swap with a member's consent, given by themselves or by a manager for them. */
    public Outcome accept(MemberId member, Actor by, Instant when, String why) {
        if (isExpiredAt(when)) {
            return tooLate();
        }
        if (status != Status.PROPOSED) {
            return notNow("accepted");
        }
        if (!concerned().contains(member)) {
            return new Outcome.Denied("Member (" + member + ") is not concerned by the swap (" + id
                    + "). Those concerned are " + concerned() + ".");
        }
        return by.mayActFor(member) ? new Outcome.Done(agreed(member, by, when, why)) : notAllowed(member, by);
    }

    /** The swap refused by a member whom it concerns, or for them. */
    public Outcome refuse(MemberId member, Actor by, Instant when, String why) {
        if (status != Status.PROPOSED && status != Status.ACCEPTED) {
            return notNow("refused");
        }
        if (!concerned().contains(member) || !by.mayActFor(member)) {
            return notAllowed(member, by);
        }
        return new Outcome.Done(
                stepped(Status.REFUSED, new Step(Status.REFUSED, by.name(), behalf(member, by), when, why), consents));
    }

    /** The swap as it is at a moment: expired where nobody applied it in time. */
    public Swap at(Instant now) {
        return isExpiredAt(now) ? stepped(Status.EXPIRED, new Step(Status.EXPIRED, "", null, now, ""), consents) : this;
    }

    boolean isExpiredAt(Instant now) {
        return expires != null && (status == Status.PROPOSED || status == Status.ACCEPTED) && !now.isBefore(expires);
    }

    Outcome.Denied tooLate() {
        return new Outcome.Denied("The swap (" + id + ") expired at " + expires + ". Maybe propose it again.");
    }

    Outcome.Denied notNow(String what) {
        return new Outcome.Denied("The swap (" + id + ") is " + status + " and cannot be " + what + ".");
    }

    private Outcome.Denied notAllowed(MemberId member, Actor by) {
        return new Outcome.Denied(by.name() + " may not speak for member (" + member
                + ") in the swap (" + id + "): only they themselves, or a manager, may, and only for "
                + concerned() + ".");
    }

    private Swap agreed(MemberId member, Actor by, Instant when, String why) {
        Map<MemberId, Step> all = new TreeMap<>(consents);
        Set<MemberId> left = new TreeSet<>(awaited());
        left.remove(member);
        Status next = left.isEmpty() ? Status.ACCEPTED : Status.PROPOSED;
        Step step = new Step(next, by.name(), behalf(member, by), when, why);
        all.put(member, step);
        return stepped(next, step, all);
    }

    private static @Nullable MemberId behalf(MemberId member, Actor by) {
        return member.equals(by.member()) ? null : member;
    }

    private Swap stepped(Status next, Step step, Map<MemberId, Step> all) {
        return new Swap(id, handings, creditMoves, expires, next, all, before, with(step));
    }

    Swap applied(Settled replaced, Actor by, Instant when) {
        Step step = new Step(Status.APPLIED, by.name(), null, when, "");
        return new Swap(id, handings, creditMoves, expires, Status.APPLIED, consents, replaced, with(step));
    }

    Swap undone(Actor by, Instant when, String why) {
        Step step = new Step(Status.UNDONE, by.name(), null, when, why);
        return new Swap(id, handings, creditMoves, expires, Status.UNDONE, consents, before, with(step));
    }

    private List<Step> with(Step step) {
        List<Step> steps = new ArrayList<>(trail);
        steps.add(step);
        return steps;
    }
}
