package org.oncall.rota.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.Living.away;
import static org.oncall.rota.support.Living.joins;
import static org.oncall.rota.support.Living.leaves;
import static org.oncall.rota.support.Living.on;
import static org.oncall.rota.support.Living.partTime;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.PublishedShifts;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.export.text.MenuText;
import org.oncall.rota.support.Living;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class RepairerTest {
    private static final LocalDate NOW = LocalDate.parse("2027-01-11");
    private static final LocalDate FREEZE = LocalDate.parse("2027-01-19");

    private static RotaProblem published;

    @BeforeAll
    static void publish() {
        published = on(Living.published(Living.team("product"), 60_000), NOW, FREEZE);
    }

    private static Menu menu(RotaProblem problem) {
        return new Repairer(problem, new SolveSettings(Duration.ofMillis(1_200), 0, null)).solve(better -> {});
    }

    /** What must hold of every menu. */
    private static void requireSound(Menu menu, RotaProblem problem) {
        assertThat(menu.finished()).isTrue();
        assertThat(menu.options().isEmpty()).isFalse();
        Map<Slot, MemberId> known = new HashMap<>();
        problem.published().forEach(holding -> known.put(holding.slot(), holding.member()));
        AuditReport before = null;
        for (Menu.Option option : menu.options()) {
            Rota rota = option.report().rota();
            assertThat(Audit.of(rota).score()).isEqualTo(option.report().score());
            assertThat(option.report().isLegal()).isTrue();
            assertThat(new PublishedShifts(problem).movesTo(rota)).isEqualTo(option.moves());
            if (option.most() != null) {
                assertThat(option.moves().shifts()).isLessThanOrEqualTo(option.most());
            }
            if (before != null) {
                assertThat(option.report().score()).isLessThan(before.score());
            }
            requireFixed(rota);
            requireSums(option, known);
            before = option.report();
        }
    }

    private static void requireFixed(Rota rota) {
        for (Holding fixed : rota.problem().fixed()) {
            boolean away = Living.member(rota.problem(), fixed.member()).leave().stream()
                    .anyMatch(leave -> leave.contains(fixed.slot().date())
                            || leave.contains(fixed.slot().date().plusDays(1)));
            if (!away
                    && Living.member(rota.problem(), fixed.member())
                            .isOnRota(fixed.slot().date())) {
                assertThat(rota.holder(fixed.slot())).isEqualTo(fixed.member());
            }
        }
    }

    /** What members lose and gain is what moved, no more and no less. */
    private static void requireSums(Menu.Option option, Map<Slot, MemberId> known) {
        Rota rota = option.report().rota();
        long moved = known.entrySet().stream()
                .filter(held -> !held.getValue().equals(rota.holder(held.getKey())))
                .count();
        assertThat(option.moves().slots()).isEqualTo((int) moved);
        long lost = option.members().stream()
                .flatMap(member -> member.change().loses().stream())
                .mapToLong(stretch -> days(rota, stretch))
                .sum();
        long gained = option.members().stream()
                .flatMap(member -> member.change().gains().stream())
                .mapToLong(stretch -> days(rota, stretch))
                .sum();
        assertThat(lost).isEqualTo(moved);
        long emptied = known.keySet().stream()
                .filter(slot -> rota.holder(slot) == null)
                .count();
        assertThat(gained).isEqualTo(moved - emptied);
        option.members().forEach(member -> assertThat(member.sentence()).matches("[^:]+: (loses .+|gains .+)\\."));
    }

    private static long days(Rota rota, AuditReport.Stretch stretch) {
        return rota.problem().schedules().stream()
                .filter(schedule -> schedule.rotation().id().equals(stretch.rotation()))
                .flatMap(schedule -> schedule.planned().stream())
                .filter(day -> stretch.span().contains(day.span().start()))
                .count();
    }

    /** A shift after the freeze. */
    private static Shift shiftFrom(LocalDate earliest) {
        return Audit.of(Rota.of(published, published.published())).shifts().stream()
                .filter(shift -> !shift.firstDate().isBefore(earliest))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void solve_nothingChanged_movesNothing() {
        Menu menu = menu(published);

        requireSound(menu, published);
        assertThat(menu.options().getFirst().moves()).isEqualTo(new PublishedShifts.Moves(0, 0));
        assertThat(menu.fewest().proven()).isTrue();
    }

    @Test
    void solve_somebodyJoins_needNotMoveAnything() {
        RotaProblem problem = joins(published, "Nia", LocalDate.parse("2027-02-01"));

        Menu menu = menu(problem);

        requireSound(menu, problem);
        assertThat(menu.options().getFirst().moves().slots()).isZero();
        assertThat(menu.options().getLast().moves().shifts()).isPositive();
        assertThat(menu.options().getLast().report().rota().holders()).containsValue(new MemberId("nia"));
    }

    @Test
    void solve_somebodyLeaves_movesAllTheirShiftsAfterThatDay() {
        MemberId leaver = shiftFrom(FREEZE).member();
        RotaProblem problem = leaves(published, leaver, LocalDate.parse("2027-03-01"));

        Menu menu = menu(problem);

        requireSound(menu, problem);
        assertThat(menu.published().isLegal()).isFalse();
        menu.options()
                .forEach(option -> assertThat(option.report().rota().holders().entrySet())
                        .noneMatch(held -> held.getValue().equals(leaver)
                                && held.getKey().date().isAfter(LocalDate.parse("2027-03-01"))));
    }

    @Test
    void solve_somebodyGoesPartTime_needNotMoveAnything() {
        RotaProblem problem = partTime(published, shiftFrom(FREEZE).member(), 0.5);

        Menu menu = menu(problem);

        requireSound(menu, problem);
        assertThat(menu.options().getFirst().moves().slots()).isZero();
    }

    @Test
    void solve_somebodyChangesLeave_movesNoMoreThanHasTo() {
        Shift shift = shiftFrom(LocalDate.parse("2027-02-20"));
        RotaProblem problem = away(
                published, shift.member(), shift.firstDate(), shift.firstDate().plusDays(6));

        Menu menu = menu(problem);

        requireSound(menu, problem);
        assertThat(menu.fewest().moves().slots()).isPositive();
        assertThat(menu.options().getFirst().members())
                .anyMatch(member -> member.change().member().equals(shift.member())
                        && !member.change().loses().isEmpty());
    }

    @Test
    void solve_somebodyFallsIllToday_movesTheirFrozenDaysToo() {
        Slot today = published.slots().getFirst();
        for (Slot slot : published.slots()) {
            today = slot.date().equals(NOW) ? slot : today;
        }
        Slot held = today;
        MemberId ill = published.published().stream()
                .filter(holding -> holding.slot().equals(held))
                .findFirst()
                .orElseThrow()
                .member();
        RotaProblem problem = away(published, ill, NOW, NOW.plusDays(4));

        Menu menu = menu(problem);

        requireSound(menu, problem);
        menu.options()
                .forEach(option ->
                        assertThat(option.report().rota().holder(held)).isNotEqualTo(ill));
    }

    @Test
    void solve_pinnedSlots_stayWhateverTheyCost() {
        Shift shift = shiftFrom(LocalDate.parse("2027-02-20"));
        List<Holding> pins = published.published().stream()
                .filter(holding -> holding.member().equals(shift.member()))
                .toList();
        RotaProblem problem = joins(published, "Nia", FREEZE).withPinned(pins, List.of());

        Menu menu = menu(problem);

        requireSound(menu, problem);
        menu.options()
                .forEach(option -> pins.forEach(pin ->
                        assertThat(option.report().rota().holder(pin.slot())).isEqualTo(pin.member())));
    }

    @Test
    void solve_menuGrows_firstAnswerIsTheNearest() {
        List<Menu> seen = new ArrayList<>();
        RotaProblem problem = joins(published, "Nia", FREEZE);

        Menu last = new Repairer(problem, new SolveSettings(Duration.ofMillis(1_200), 0, null)).solve(seen::add);

        assertThat(seen.getFirst().finished()).isFalse();
        assertThat(seen.getFirst().fewest()).isEqualTo(last.fewest());
        assertThat(seen.getLast()).isSameAs(last);
        assertThat(last.options().size() > 1).isTrue();
    }

    /** Ana falls ill for two days in the middle of her frozen week: what is left of it are two stints, three days apart. */
    private static RotaProblem interrupted(String freezeUntil) {
        ProblemBuilder builder =
                problem().rotation(RotationBuilder.rotation("on-call").tiers("primary"));
        for (String name : List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo")) {
            builder.member(member(name));
        }
        RotaProblem known = builder.published("Ana", "primary", "2027-01-05", 7)
                .published("Bo", "primary", "2027-01-12", 7)
                .published("Cy", "primary", "2027-01-19", 7)
                .published("Di", "primary", "2027-01-26", 7)
                .build();
        return away(
                on(known, LocalDate.parse("2027-01-07"), LocalDate.parse(freezeUntil)),
                new MemberId("ana"),
                LocalDate.parse("2027-01-07"),
                LocalDate.parse("2027-01-08"));
    }

    @Test
    void solve_frozenDaysThatBreakARuleAmongThemselves_saysWhichAndWhatFreezeWouldDo() {
        Menu menu = menu(interrupted("2027-01-12"));

        assertThat(menu.broken()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("back-to-back");
            assertThat(finding.member()).isEqualTo(new MemberId("ana"));
            assertThat(finding.size()).isEqualTo(4);
        });
        assertThat(menu.lastFreeze()).isEqualTo(LocalDate.parse("2027-01-09"));
        menu.options().forEach(option -> {
            assertThat(option.report().isLegal()).isFalse();
            assertThat(Breaches.hard(option.report())).isEqualTo(menu.broken());
        });
        assertThat(MenuText.of(menu))
                .contains("No option is legal: days that are frozen or swapped break hard rules among themselves.\n")
                .contains("Maybe freeze only until 2027-01-09.\n");
    }

    @Test
    void solve_withTheFreezeThatTheMenuNames_isLegal() {
        Menu menu = menu(interrupted("2027-01-09"));

        assertThat(menu.broken()).isEmpty();
        assertThat(menu.lastFreeze()).isNull();
        menu.options().forEach(option -> assertThat(option.report().isLegal()).isTrue());
    }
}
