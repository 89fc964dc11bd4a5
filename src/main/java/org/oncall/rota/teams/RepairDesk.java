package org.oncall.rota.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.export.json.JsonMenu;
import org.oncall.rota.export.json.JsonSwaps;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Repairs;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.store.RotaState;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredMenu;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.swap.Covers;
import org.oncall.rota.swap.SwapFinder;
import org.oncall.rota.wire.CoverAnswer;
import org.oncall.rota.wire.MenuAnswer;
import org.oncall.rota.wire.MenuOption;
import org.oncall.rota.wire.ResolveAnswer;
import org.oncall.rota.wire.ResolveRequest;
import org.oncall.rota.wire.RevisionRow;

/** What is done about a rota after it was published: menus after a change, and who could cover. */
public final class RepairDesk {
    private static final Set<RotaState> IN_FORCE = EnumSet.of(RotaState.PUBLISHED);
    private static final Set<RotaState> NOT_OVER = EnumSet.of(RotaState.DRAFT, RotaState.OFFERED, RotaState.PUBLISHED);
    private static final int MOST_OF_A_KIND = 3;

    /** A menu that was begun so often, and never ended, is not begun again: it may be what ends the process. */
    private static final int MOST_STARTS = 2;

    private final Store store;
    private final RotaIntake intake;
    private final Repairs repairs;
    private final TeamDesk teams;
    private final RotaDesk rotas;
    private final MenuLimits limits;

    public RepairDesk(
            Store store, RotaIntake intake, Repairs repairs, TeamDesk teams, RotaDesk rotas, MenuLimits limits) {
        this.store = store;
        this.intake = intake;
        this.repairs = repairs;
        this.teams = teams;
        this.rotas = rotas;
        this.limits = limits;
    }

    // ---- Menus

    /**
     * Looks for a menu for a published rota and the team as it is now, after the changes that were sent, which are kept; but not
     * where as many wait as the service takes.
     *
     * @param condition which version of the team is meant to be changed
     */
    public ResolveAnswer resolve(UUID id, byte[] body, Condition condition, Caller caller) {
        ResolveRequest asked = RotaDesk.read(intake.readFields(body, ResolveRequest.class));
        Caller known = caller.because(asked.why());
        return store.transact(transaction -> {
            StoredRota stored = rotas.locked(transaction, id);
            TeamDesk.check(TeamDesk.existing(transaction, stored.team(), true), condition, false);
            if (asked.changes() != null && asked.changes().members() != null) {
                teams.change(stored.team(), asked.changes().members(), "/changes/members", known);
            }
            RotaDesk.Today today = rotas.today(transaction, stored, IN_FORCE, asked.freezeUntil(), asked.limit());
            if (today.accepted().problem().published().isEmpty()) {
                throw Refusal.conflict("Nothing of the rota (" + id + ") is in force any more.", List.of());
            }
            Repairs.Order order =
                    new Repairs.Order(id, today.accepted(), today.inForce().basis());
            if (repairs.isFull()) {
                throw Refusal.busy("As many menus wait as the service takes." + "\nMaybe try again in a while.");
            }
            UUID menu = UUID.randomUUID();
            transaction.menus().forget(rotas.now().minus(limits.keep()), limits.most());
            transaction
                    .menus()
                    .add(new StoredMenu(
                            menu,
                            id,
                            order.basis(),
                            Repairs.Status.QUEUED.name(),
                            1,
                            Json.text(order.accepted().request()),
                            null,
                            rotas.now(),
                            null));
            transaction.afterwards(() -> repairs.submit(menu, order, this::keep));
            rotas.trail(
                    transaction,
                    stored.team(),
                    id,
                    known,
                    "rota-resolve-asked",
                    stored.revision(),
                    null,
                    Map.of("menu", menu.toString()));
            return new ResolveAnswer(menu.toString(), id.toString(), Repairs.Status.QUEUED.name(), null);
        });
    }

    /** Takes up again what was looked for when the process ended. */
    public void resume() {
        List<StoredMenu> left =
                store.transact(transaction -> transaction.menus().unfinished());
        for (StoredMenu menu : left) {
            if (menu.starts() < MOST_STARTS
                    && KeptRotas.read(intake, (ObjectNode) Json.tree(menu.request()))
                            instanceof Intake.Accepted accepted) {
                store.run(transaction -> transaction.menus().begin(menu.id()));
                repairs.submit(menu.id(), new Repairs.Order(menu.rota(), accepted, menu.basis()), this::keep);
            } else {
                store.run(transaction ->
                        transaction.menus().end(menu.id(), Repairs.Status.FAILED.name(), null, rotas.now()));
            }
        }
    }

    private void keep(Repairs.Standing ended) {
        String answer = ended.menu() == null ? null : bounded(JsonMenu.of(ended.menu()));
        store.run(transaction ->
                transaction.menus().end(ended.id(), ended.status().name(), answer, rotas.now()));
    }

    /** The menu as text, without its last options where it would be too long: the nearest come first. */
    private String bounded(MenuAnswer menu) {
        String text = Json.text(menu);
        int options = menu.options().size();
        if (text.length() <= limits.longest() || options <= 1) {
            return text;
        }
        return bounded(new MenuAnswer(
                menu.finished(),
                menu.published(),
                menu.fewest(),
                menu.broken(),
                menu.lastFreeze(),
                menu.options().subList(0, options - 1)));
    }

    /** The menu as it stands. */
    public ResolveAnswer menu(UUID rota, UUID menu) {
        return live(rota, menu).map(RepairDesk::told).orElseGet(() -> told(kept(rota, menu)));
    }

    /** Looks for no more, and keeps what was found. */
    public ResolveAnswer stop(UUID rota, UUID menu) {
        menu(rota, menu);
        repairs.stop(menu);
        return menu(rota, menu);
    }

    /**
     * Makes a draft of an option of a menu, which names those whose shifts moved.
     *
     * @param number from 1
     */
    public RevisionRow choose(UUID id, UUID menu, int number, Caller caller) {
        return store.transact(transaction -> {
            StoredRota stored = rotas.locked(transaction, id);
            ResolveAnswer found = menu(id, menu);
            MenuAnswer told = found.menu();
            if (!found.status().equals(Repairs.Status.SOLVED.name()) || told == null) {
                throw Refusal.conflict(
                        "The menu (" + menu + ") is " + found.status()
                                + ", and its options still change.\nMaybe wait, or end it with what it has: DELETE"
                                + " /api/rotas/" + id + "/resolve/" + menu + ".",
                        List.of());
            }
            int options = told.options().size();
            if (number < 1 || number > options) {
                throw Refusal.absent("The menu (" + menu + ") has no option (" + number
                        + "): they are numbered from 1 to " + options + ".");
            }
            Chosen chosen = live(id, menu)
                    .map(standing -> chosen(standing, number))
                    .orElseGet(() -> chosen(kept(id, menu), told.options().get(number - 1)));
            if (stored.state() != RotaState.PUBLISHED
                    || !InForce.of(
                                    transaction,
                                    stored.team(),
                                    chosen.order().accepted().problem())
                            .basis()
                            .equals(chosen.order().basis())) {
                throw Refusal.conflict(
                        "Something else was published since the menu (" + menu
                                + ") was asked for, so nothing of it is taken."
                                + "\nMaybe ask for another: POST /api/rotas/{id}/resolve.",
                        List.of());
            }
            return RotaDesk.row(rotas.revise(
                    transaction, stored, chosen.order().accepted(), chosen.rota(), caller, "rota-resolved"));
        });
    }

    /** An option of a menu, as a rota again. */
    private record Chosen(Repairs.Order order, Rota rota) {}

    private static Chosen chosen(Repairs.Standing standing, int number) {
        return new Chosen(
                standing.order(),
                Objects.requireNonNull(standing.menu())
                        .options()
                        .get(number - 1)
                        .report()
                        .rota());
    }

    private Chosen chosen(StoredMenu menu, MenuOption option) {
        Rota rota = KeptRotas.rota(intake, menu.request(), Json.text(option));
        if (rota == null
                || !(KeptRotas.read(intake, (ObjectNode) Json.tree(menu.request()))
                        instanceof Intake.Accepted accepted)) {
            throw new IllegalStateException("The menu (" + menu.id() + ") can no longer be read.");
        }
        return new Chosen(new Repairs.Order(menu.rota(), accepted, menu.basis()), rota);
    }

    private Optional<Repairs.Standing> live(UUID rota, UUID menu) {
        return repairs.find(menu).filter(standing -> standing.order().rota().equals(rota));
    }

    private StoredMenu kept(UUID rota, UUID menu) {
        return store.transact(transaction -> transaction.menus().find(menu))
                .filter(kept -> kept.rota().equals(rota))
                .orElseThrow(() -> Refusal.absent("The rota (" + rota + ") has no menu (" + menu
                        + "), or no longer.\nMaybe ask for one: POST /api/rotas/" + rota + "/resolve."));
    }

    private static ResolveAnswer told(StoredMenu kept) {
        return new ResolveAnswer(
                kept.id().toString(),
                kept.rota().toString(),
                kept.status(),
                kept.answer() == null ? null : Json.value(kept.answer(), MenuAnswer.class));
    }

    private static ResolveAnswer told(Repairs.Standing standing) {
        Menu menu = standing.menu();
        return new ResolveAnswer(
                standing.id().toString(),
                standing.order().rota().toString(),
                standing.status().name(),
                menu == null ? null : JsonMenu.of(menu));
    }

    // ---- Cover

    /**
     * Who could take a shift, or days of it, and who could trade for it.
     *
     * @param shift id of any slot in it
     * @param part null, or night or weekend instead of the dates
     * @param woken null, or when its holder was woken: then about their next night instead
     */
    public CoverAnswer cover(
            UUID id,
            String shift,
            @Nullable String part,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant woken) {
        Rota rota = rota(id);
        RotaProblem problem = rota.problem();
        Why why = woken == null
                ? days(rota, shift, part, from, to)
                : tonight(rota, shift, woken)
                        .orElseThrow(() -> Refusal.absent("Whoever holds the shift (" + shift
                                + ") has no on-call day that begins within a day of (" + woken + ")."));
        SwapFinder finder = new SwapFinder(rota, rotas.now(), false);
        CoverAnswer rest = Covers.toTheEnd(rota, why)
                .map(days -> cover(finder, problem, days, null))
                .orElse(null);
        return cover(finder, problem, why, rest);
    }

    /** Everybody for a shift, or for the part of it that is named, or for the days between the dates. */
    static Why days(Rota rota, String shift, @Nullable String part, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (part == null) {
            return Covers.of(rota, shift, from, to).orElseThrow(() -> Refusal.absent(Why.noSuchShift(rota, shift)));
        }
        String given = part.substring(0, Math.min(part.length(), 100));
        if (from != null || to != null) {
            throw Refusal.wrong(
                    "contradicting-part", "", "The part (" + given + ") must not come together with from or to.");
        }
        Covers.Part known = Covers.Part.of(part.strip())
                .orElseThrow(() -> Refusal.wrong(
                        "unknown-part",
                        "",
                        "The part (" + given + ") must be night or weekend.\nMaybe give from and to instead."));
        if (Why.of(rota, shift).isEmpty()) {
            throw Refusal.absent(Why.noSuchShift(rota, shift));
        }
        return Covers.of(rota, shift, known)
                .orElseThrow(() -> Refusal.absent("The shift around (" + shift
                        + ") has no on-call day with coverage on the weekend of that week."
                        + "\nMaybe name a slot of another week of it, or give from and to."));
    }

    private static Optional<Why> tonight(Rota rota, String shift, Instant woken) {
        MemberId holder = rota.problem().slots().stream()
                .filter(slot -> slot.id().equals(shift))
                .findFirst()
                .map((Slot slot) -> rota.holders().get(slot))
                .orElse(null);
        return holder == null ? Optional.empty() : Covers.tonight(rota, holder, woken);
    }

    private static CoverAnswer cover(SwapFinder finder, RotaProblem problem, Why why, @Nullable CoverAnswer toTheEnd) {
        return JsonSwaps.cover(
                why,
                Covers.ways(finder, problem, why, MOST_OF_A_KIND),
                toTheEnd,
                problem.team().zone());
    }

    /** A revision as it stands today, or what a solve of nobody's has found. */
    private Rota rota(UUID id) {
        Optional<Rota> revision = store.transact(transaction -> transaction
                .rotas()
                .find(id)
                .map(stored ->
                        rotas.today(transaction, stored, NOT_OVER, null, null).rota()));
        return revision.or(() -> rotas.rota(id).flatMap(known -> Optional.ofNullable(known.rota())))
                .orElseThrow(() -> Refusal.absent("The rota (" + id + ") does not exist, or has no shifts yet."));
    }
}
