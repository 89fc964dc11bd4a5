package org.oncall.rota.teams;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.export.json.JsonSwaps;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.store.RotaState;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.store.StoredSwap;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.swap.Actor;
import org.oncall.rota.swap.Covers;
import org.oncall.rota.swap.Handing;
import org.oncall.rota.swap.Outcome;
import org.oncall.rota.swap.Swap;
import org.oncall.rota.swap.SwapFinder;
import org.oncall.rota.swap.Swaps;
import org.oncall.rota.wire.HandingJson;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.SwapJson;
import org.oncall.rota.wire.SwapProposalJson;
import org.oncall.rota.wire.SwapRequest;
import org.oncall.rota.wire.SwapStepRequest;

/**
 * Swaps of a team: found, proposed, agreed to, and then applied at once, as a revision of its own, in one transaction. Whoever
 * asks and is a member of the team speaks for themselves; anybody else is a manager, who may speak for members.
 */
public final class SwapDesk {
    private static final Set<RotaState> TRADED = EnumSet.of(RotaState.OFFERED, RotaState.PUBLISHED);
    private static final int MOST_OF_A_KIND = 5;
    private static final int MOST_HANDINGS = 10;

    private final Store store;
    private final RotaIntake intake;
    private final RotaDesk rotas;

    public SwapDesk(Store store, RotaIntake intake, RotaDesk rotas) {
        this.store = store;
        this.intake = intake;
        this.rotas = rotas;
    }

    // ---- Look

    /**
     * Ways for a member to be rid of a shift, or of days of it, the best first.
     *
     * @param part null, or night or weekend instead of the dates
     */
    public List<SwapProposalJson> proposals(
            UUID id,
            String member,
            String shift,
            @Nullable String part,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Rota rota = store.transact(
                transaction -> today(transaction, found(transaction, id)).rota());
        Why why = RepairDesk.days(rota, shift, part, from, to);
        Member holder = why.holder();
        if (holder == null || !holder.id().value().equals(member)) {
            throw Refusal.conflict(
                    "The shift (" + why.id() + ") is held by "
                            + (holder == null ? "nobody" : "member (" + holder.id() + ")") + " and not by (" + member
                            + ").",
                    List.of());
        }
        return Covers.ways(new SwapFinder(rota, rotas.now(), false), rota.problem(), why, MOST_OF_A_KIND).stream()
                .map(JsonSwaps::proposal)
                .toList();
    }

    /** A page of the swaps of the team of a rota, those changed last first. */
    public List<SwapJson> list(UUID id, int page) {
        return store.transact(transaction ->
                transaction.swaps().ofTeam(found(transaction, id).team(), page * RotaDesk.PAGE, RotaDesk.PAGE).stream()
                        .map(kept -> told(kept, SwapText.swap(kept.body()).at(rotas.now())))
                        .toList());
    }

    public SwapJson find(UUID id, UUID swap) {
        return store.transact(transaction -> {
            StoredSwap kept = kept(transaction, found(transaction, id), swap);
            return told(kept, SwapText.swap(kept.body()).at(rotas.now()));
        });
    }

    // ---- Propose, agree, apply

    /** Proposes a swap; one that would break a hard rule is refused with what it would break. */
    public SwapJson propose(UUID id, byte[] body, Caller caller) {
        SwapRequest asked = RotaDesk.read(intake.readFields(body, SwapRequest.class));
        Caller known = caller.because(asked.why());
        return store.transact(transaction -> {
            StoredRota stored = rotas.locked(transaction, id);
            refuseAfterTheWindow(stored);
            RotaDesk.Today today = today(transaction, stored);
            Instant now = rotas.now();
            List<Handing> handings = handings(asked, today.rota().problem());
            boolean creditMoves = Boolean.TRUE.equals(asked.creditMoves());
            Actor by = actor(known, today);
            UUID swapId = UUID.randomUUID();
            Swap swap;
            try {
                swap = Swap.propose(
                        swapId.toString(), handings, creditMoves, by, now, expires(asked.expires()), why(known));
            } catch (IllegalArgumentException e) {
                throw Refusal.wrong("contradicting-swap", "/handings", String.valueOf(e.getMessage()));
            }
            refuse(today.rota(), swap);
            transaction
                    .swaps()
                    .add(new StoredSwap(swapId, stored.team(), id, swap.status().name(), SwapText.of(swap), now));
            trail(transaction, stored, known, "swap-proposed", swap, null);
            StoredSwap kept = kept(transaction, stored, swapId);
            return swap.status() == Swap.Status.ACCEPTED
                    ? applied(transaction, kept, swap, today, by, known)
                    : told(kept, swap);
        });
    }

    /** What is offered is traded until its window closes; once it is published, trading goes on. */
    private void refuseAfterTheWindow(StoredRota rota) {
        Instant until = rota.offeredUntil();
        if (rota.state() == RotaState.OFFERED && until != null && !rotas.now().isBefore(until)) {
            throw Refusal.conflict(
                    "The trading window of the rota (" + rota.id() + ", revision " + rota.revision() + ") closed at ("
                            + until
                            + "), so no swap on it is proposed or agreed to until it is published."
                            + "\nMaybe open it again: POST /api/rotas/" + rota.id()
                            + "/offer, or publish it: POST /api/rotas/"
                            + rota.id() + "/publish.",
                    List.of());
        }
    }

    /** A member agrees, or a manager for them; once everybody has, the swap is applied. */
    public SwapJson accept(UUID id, UUID swapId, byte[] body, Caller caller) {
        return step(id, swapId, body, caller, (transaction, kept, swap, today, by, members, known) -> {
            refuseAfterTheWindow(today.stored());
            Swap agreed = swap;
            for (MemberId member : members) {
                agreed = done(agreed.accept(member, by, rotas.now(), why(known)));
            }
            write(transaction, kept, agreed, kept.rota());
            trail(transaction, today.stored(), known, "swap-accepted", agreed, null);
            return agreed.status() == Swap.Status.ACCEPTED
                    ? applied(transaction, kept, agreed, today, by, known)
                    : told(kept, agreed);
        });
    }

    /** A member whom it concerns says no, or a manager for them; that ends it. */
    public SwapJson decline(UUID id, UUID swapId, byte[] body, Caller caller) {
        return step(id, swapId, body, caller, (transaction, kept, swap, today, by, members, known) -> {
            MemberId member = members.isEmpty()
                    ? swap.concerned().iterator().next()
                    : members.iterator().next();
            Swap refused = done(swap.refuse(member, by, rotas.now(), why(known)));
            write(transaction, kept, refused, kept.rota());
            trail(transaction, today.stored(), known, "swap-declined", refused, null);
            return told(kept, refused);
        });
    }

    /** A manager gives everybody back what they handed over. */
    public SwapJson undo(UUID id, UUID swapId, byte[] body, Caller caller) {
        return step(id, swapId, body, caller, (transaction, kept, swap, today, by, members, known) -> {
            if (!by.manager()) {
                throw Refusal.conflict(
                        "Member (" + by.name()
                                + ") cannot undo a swap alone: others would be handed days without being asked."
                                + "\nMaybe propose to swap back, or ask a manager.",
                        List.of());
            }
            Outcome.Changed changed = changed(Swaps.undo(today.rota(), swap, by, rotas.now(), why(known)));
            return revised(transaction, kept, changed, today, known, "swap-undone");
        });
    }

    private SwapJson applied(
            Transaction transaction, StoredSwap kept, Swap swap, RotaDesk.Today today, Actor by, Caller caller) {
        Outcome.Changed changed = changed(Swaps.apply(today.rota(), swap, by, rotas.now()));
        return revised(transaction, kept, changed, today, caller, "swap-applied");
    }

    /** Puts the changed rota into the place of the one that it was made from, with its pins and credits. */
    private SwapJson revised(
            Transaction transaction,
            StoredSwap kept,
            Outcome.Changed changed,
            RotaDesk.Today today,
            Caller caller,
            String what) {
        Rota after = changed.report().rota();
        RotaProblem problem = after.problem();
        StoredRota before = today.stored();
        Intake.Accepted accepted =
                settled(today.accepted().request(), Settled.of(problem, problem.pinned(), problem.credits()));
        StoredRota revision = rotas.revise(
                transaction, before, accepted, new Rota(accepted.problem(), after.holders()), caller, what);
        Set<Slot> slots = changed.swap().handings().stream()
                .flatMap(handing -> handing.slots().stream())
                .collect(Collectors.toSet());
        for (Slot slot : slots) {
            transaction.pins().remove(before.team(), slot);
            transaction.credits().remove(before.team(), slot);
        }
        problem.pinned().stream()
                .filter(pin -> slots.contains(pin.slot()))
                .forEach(pin -> transaction.pins().put(before.team(), pin, kept.id()));
        problem.credits().stream()
                .filter(credit -> slots.contains(credit.slot()))
                .forEach(credit -> transaction.credits().add(before.team(), credit));
        Instant until = before.offeredUntil();
        if (before.state() == RotaState.OFFERED && until != null) {
            transaction.rotas().offer(revision.id(), until);
            transaction.rotas().supersede(before.id());
        } else {
            // What was broken before the swap is no reason against it, and it breaks nothing more.
            rotas.publish(transaction, revision.id(), true, caller);
        }
        write(transaction, kept, changed.swap(), revision.id());
        trail(transaction, before, caller, what, changed.swap(), revision.revision());
        return told(kept(transaction, before, kept.id()), changed.swap());
    }

    private Intake.Accepted settled(RotaRequest request, Settled settled) {
        Intake read = intake.read(new RotaRequest(
                request.team(),
                request.from(),
                request.to(),
                request.history(),
                request.published(),
                request.now(),
                request.freezeUntil(),
                request.rules(),
                request.solve(),
                settled.pinned(),
                settled.credits()));
        return switch (read) {
            case Intake.Accepted accepted -> accepted;
            case Intake.Refused refused -> throw new IllegalStateException(String.valueOf(refused.issues()));
        };
    }

    // ---- The parts of a step

    private interface Step {
        SwapJson take(
                Transaction transaction,
                StoredSwap kept,
                Swap swap,
                RotaDesk.Today today,
                Actor by,
                Set<MemberId> members,
                Caller caller);
    }

    /** Everything that is read is read with the team locked, so that no two steps are taken at once. */
    private SwapJson step(UUID id, UUID swapId, byte[] body, Caller caller, Step step) {
        SwapStepRequest asked = RotaDesk.read(intake.readFields(body, SwapStepRequest.class));
        Caller known = caller.because(asked.why());
        return store.transact(transaction -> {
            StoredRota named = rotas.locked(transaction, id);
            StoredSwap kept = kept(transaction, named, swapId);
            Swap swap = SwapText.swap(kept.body()).at(rotas.now());
            RotaDesk.Today today = today(transaction, current(transaction, kept));
            Actor by = actor(known, today);
            MemberId self = by.member();
            Set<MemberId> members = asked.member() != null
                    ? Set.of(new MemberId(asked.member()))
                    : self != null ? Set.of(self) : swap.awaited();
            return step.take(transaction, kept, swap, today, by, members, known);
        });
    }

    /** The rota that a swap is about now: others may have been made of the one that it was proposed for. */
    private static StoredRota current(Transaction transaction, StoredSwap kept) {
        StoredRota proposed = transaction.rotas().find(kept.rota()).orElseThrow();
        if (TRADED.contains(proposed.state())) {
            return proposed;
        }
        return transaction.rotas().published(proposed.team(), proposed.plannedFrom(), proposed.plannedTo()).stream()
                .filter(rota -> rota.plannedFrom().equals(proposed.plannedFrom())
                        && rota.plannedTo().equals(proposed.plannedTo()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "The rota (" + proposed.id() + ") that the swap (" + kept.id()
                                + ") is about is no longer in force, and none of its period is."
                                + "\nMaybe propose another swap for what is published now.",
                        List.of()));
    }

    private RotaDesk.Today today(Transaction transaction, StoredRota stored) {
        return rotas.today(transaction, stored, TRADED, null, null);
    }

    private StoredRota found(Transaction transaction, UUID id) {
        return transaction.rotas().find(id).orElseThrow(() -> rotas.notThere(transaction, id));
    }

    private static StoredSwap kept(Transaction transaction, StoredRota rota, UUID swap) {
        return transaction
                .swaps()
                .find(swap)
                .filter(kept -> kept.team().equals(rota.team()))
                .orElseThrow(() -> Refusal.absent("The team (" + rota.team() + ") has no swap (" + swap
                        + ").\nMaybe look: GET /api/rotas/" + rota.id() + "/swaps."));
    }

    private void write(Transaction transaction, StoredSwap kept, Swap swap, UUID rota) {
        transaction
                .swaps()
                .replace(new StoredSwap(
                        kept.id(), kept.team(), rota, swap.status().name(), SwapText.of(swap), rotas.now()));
    }

    private void trail(
            Transaction transaction,
            StoredRota rota,
            Caller caller,
            String what,
            Swap swap,
            @Nullable Integer revisionAfter) {
        rotas.trail(
                transaction,
                rota.team(),
                rota.id(),
                caller,
                what,
                rota.revision(),
                revisionAfter,
                Map.of("swap", JsonSwaps.swap(swap, rota.id().toString())));
    }

    private static SwapJson told(StoredSwap kept, Swap swap) {
        return JsonSwaps.swap(swap, kept.rota().toString());
    }

    private static Actor actor(Caller caller, RotaDesk.Today today) {
        MemberId member = new MemberId(caller.who());
        boolean isMember = today.accepted().problem().team().members().stream()
                .anyMatch(each -> each.id().equals(member));
        return isMember ? Actor.member(member) : Actor.manager(caller.who());
    }

    private static String why(Caller caller) {
        String why = caller.why();
        return why == null ? "" : why;
    }

    private static Swap done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.swap();
            case Outcome.Changed changed -> changed.swap();
            case Outcome.Denied denied -> throw Refusal.conflict(denied.reason(), RotaDesk.issues(denied.findings()));
        };
    }

    private static Outcome.Changed changed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed changed -> changed;
            case Outcome.Denied denied -> throw Refusal.conflict(denied.reason(), RotaDesk.issues(denied.findings()));
            case Outcome.Done done -> throw new IllegalStateException("The swap made no rota: " + done.swap());
        };
    }

    /** What cannot be swapped need not be asked for. */
    private void refuse(Rota rota, Swap swap) {
        Outcome.Denied wrong = Swaps.wrong(rota, swap.handings(), rotas.now());
        if (wrong != null) {
            throw Refusal.conflict(wrong.reason(), List.of());
        }
        List<Finding> causes =
                Breaches.causes(Audit.of(rota), Swaps.preview(rota, swap.handings(), swap.creditMoves()));
        if (!causes.isEmpty()) {
            throw Refusal.conflict(
                    "The swap would break hard rules, so it was not proposed: " + causes.size()
                            + (causes.size() == 1 ? " finding." : " findings.")
                            + "\nMaybe one of those that are found: GET /api/rotas/{id}/swaps/proposals.",
                    RotaDesk.issues(causes));
        }
    }

    // ---- Reading

    private static List<Handing> handings(SwapRequest asked, RotaProblem problem) {
        List<HandingJson> given = asked.handings() == null ? List.of() : asked.handings();
        List<Issue> issues = new ArrayList<>();
        if (given.isEmpty() || given.size() > MOST_HANDINGS) {
            throw Refusal.wrong(
                    given.isEmpty() ? "missing" : "too-many",
                    "/handings",
                    "The handings (" + given.size() + ") must be 1 to " + MOST_HANDINGS
                            + ".\nMaybe take those of a proposal: GET /api/rotas/{id}/swaps/proposals.");
        }
        Set<String> members = new HashSet<>();
        problem.team().members().forEach(member -> members.add(member.id().value()));
        List<Handing> result = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String place = "/handings/" + i;
            HandingJson handing = given.get(i);
            String from = member(handing.from(), place + "/from", members, issues);
            String to = member(handing.to(), place + "/to", members, issues);
            LocalDate first = date(handing.first(), place + "/first", issues);
            LocalDate last = date(handing.last() == null ? handing.first() : handing.last(), place + "/last", issues);
            if (from == null || to == null || first == null || last == null) {
                continue;
            }
            List<Slot> slots = problem.slots().stream()
                    .filter(slot -> slot.rotation().value().equals(handing.rotation())
                            && slot.tier().value().equals(handing.tier())
                            && !slot.date().isBefore(first)
                            && !slot.date().isAfter(last))
                    .toList();
            if (slots.isEmpty() || from.equals(to)) {
                issues.add(
                        slots.isEmpty()
                                ? wrong(
                                        "no-such-day",
                                        place,
                                        "The days in " + place + " (" + first + " to " + last + " of tier ("
                                                + handing.tier() + ") in rotation (" + handing.rotation()
                                                + ")) must be on-call days of the rota, and none is.")
                                : wrong(
                                        "contradicting-swap",
                                        place + "/to",
                                        "The to (" + to + ") in " + place
                                                + "/to must be somebody else than the from."));
                continue;
            }
            result.add(new Handing(slots, new MemberId(from), new MemberId(to)));
        }
        if (!issues.isEmpty()) {
            throw Refusal.wrong(new Intake.Refused(issues));
        }
        return result;
    }

    private static @Nullable String member(
            @Nullable String given, String place, Set<String> members, List<Issue> issues) {
        if (given == null) {
            issues.add(wrong("missing", place, "The member in " + place + " is missing. Maybe add \"ana\"."));
        } else if (!members.contains(given)) {
            issues.add(wrong(
                    "unknown-member",
                    place,
                    "The member (" + given.substring(0, Math.min(given.length(), 100)) + ") in " + place
                            + " does not exist. Maybe look who does: GET /api/teams/{team}/members."));
            return null;
        }
        return given;
    }

    private static @Nullable LocalDate date(@Nullable String given, String place, List<Issue> issues) {
        String text = given == null ? "" : given;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            issues.add(wrong(
                    given == null ? "missing" : "bad-date",
                    place,
                    "The date (" + text.substring(0, Math.min(text.length(), 100)) + ") in " + place
                            + " must be the date of an on-call day. Maybe write 2027-01-05."));
            return null;
        }
    }

    private static Issue wrong(String code, String place, String sentence) {
        return new Issue(Issue.Kind.MEANING, code, place, sentence);
    }

    private @Nullable Instant expires(@Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            Instant expires = OffsetDateTime.parse(given).toInstant();
            if (expires.isAfter(rotas.now())) {
                return expires;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Refusal.wrong(
                "bad-instant",
                "/expires",
                "The expires (" + given.substring(0, Math.min(given.length(), 100))
                        + ") must be an instant with offset that is still to come.\nMaybe write 2027-01-05T12:00:00Z.");
    }
}
