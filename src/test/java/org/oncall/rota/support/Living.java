package org.oncall.rota.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.domain.Team;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.solver.RotaSolver;

/** Teams with a published rota, and what happens to them. */
public final class Living {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T09:00:00Z"), ZoneOffset.UTC);

    /** The real-shaped teams. */
    public static final List<String> TEAMS =
            List.of("agency", "area", "names-only", "newcomers", "platform", "product");

    private Living() {}

    /** A team of {@code data/teams}. */
    public static RotaProblem team(String name) {
        try {
            Path home = Path.of(System.getProperty("rota.home", "."));
            byte[] request = Files.readAllBytes(home.resolve("data/teams/" + name + ".json"));
            return switch (new RotaIntake(CLOCK).read(request)) {
                case Intake.Accepted accepted -> accepted.problem();
                case Intake.Refused refused ->
                    throw new IllegalStateException(refused.issues().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same problem with the rota published that a search of so many moves finds. */
    public static RotaProblem published(RotaProblem problem, long moves) {
        SolveSettings settings = new SolveSettings(Duration.ofMinutes(5), 1, moves);
        return published(
                problem, new RotaSolver(problem, settings).solve(better -> {}).rota());
    }

    public static RotaProblem published(RotaProblem problem, Rota rota) {
        return problem.withPublished(problem.slots().stream()
                .filter(slot -> rota.holder(slot) != null)
                .map(slot -> new Holding(slot, rota.holder(slot)))
                .toList());
    }

    /** The problem as it is on a day, with what was published before another day frozen. */
    public static RotaProblem on(RotaProblem problem, LocalDate now, LocalDate freezeUntil) {
        return new RotaProblem(
                problem.team(),
                problem.from(),
                problem.to(),
                problem.schedules(),
                problem.history(),
                problem.published(),
                now,
                freezeUntil,
                problem.weights(),
                problem.pinned(),
                problem.credits());
    }

    /** Somebody new, who may hold whatever the last member of the team may. */
    public static RotaProblem joins(RotaProblem problem, String name, LocalDate from) {
        Team team = problem.team();
        Member like = team.members().getLast();
        Member joining = new Member(
                new MemberId(name.toLowerCase(java.util.Locale.ROOT)),
                name,
                1,
                true,
                from,
                null,
                like.skills(),
                false,
                Set.of(),
                List.of(),
                List.of());
        List<Member> members = new ArrayList<>(team.members());
        members.add(joining);
        return new RotaProblem(
                new Team(team.name(), team.zone(), team.holidays(), members, team.rotations()),
                problem.from(),
                problem.to(),
                problem.schedules(),
                problem.history(),
                problem.published(),
                problem.now(),
                problem.freezeUntil(),
                problem.weights(),
                problem.pinned(),
                problem.credits());
    }

    /** The member leaves after that day. */
    public static RotaProblem leaves(RotaProblem problem, MemberId id, LocalDate last) {
        Member member = member(problem, id);
        return problem.with(member.onRota(member.from(), last));
    }

    public static RotaProblem partTime(RotaProblem problem, MemberId id, double share) {
        Member m = member(problem, id);
        return problem.with(new Member(
                m.id(),
                m.name(),
                share,
                m.onCall(),
                m.from(),
                m.until(),
                m.skills(),
                m.novice(),
                m.knows(),
                m.leave(),
                m.wishes()));
    }

    /** More leave, both days included; also for who falls ill. */
    public static RotaProblem away(RotaProblem problem, MemberId id, LocalDate first, LocalDate last) {
        Member member = member(problem, id);
        List<DateRange> leave = new ArrayList<>(member.leave());
        leave.add(new DateRange(first, last));
        return problem.with(member.withLeave(leave));
    }

    public static Member member(RotaProblem problem, MemberId id) {
        return problem.team().members().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
