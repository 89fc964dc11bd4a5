package org.oncall.rota.bench;

import java.time.*;
import java.util.*;
import org.oncall.rota.audit.*;
import org.oncall.rota.calendar.*;
import org.oncall.rota.domain.*;
import org.oncall.rota.solver.*;

public class Scratch {
    public static RotaProblem problem(int n, int weeks, int tiers) {
        LocalDate from = LocalDate.parse("2026-10-06"), to = from.plusWeeks(weeks);
        Random rnd = new Random(n * 1000 + weeks);
        List<Member> ms = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<DateRange> leave = new ArrayList<>();
            for (int k = 0; k < Math.max(1, weeks / 10); k++) {
                LocalDate s = from.plusDays(rnd.nextInt(weeks * 7 - 10));
                leave.add(new DateRange(s, s.plusDays(4 + rnd.nextInt(8))));
            }
            ms.add(new Member(
                    new MemberId("m" + i),
                    "M" + i,
                    1.0,
                    true,
                    null,
                    null,
                    Set.of(),
                    false,
                    Set.of(),
                    leave,
                    List.of()));
        }
        List<Tier> ts = new ArrayList<>();
        for (int t = 0; t < tiers; t++) ts.add(new Tier(new TierId("t" + t), Set.of()));
        FestivePolicy f = new FestivePolicy(
                MonthDay.of(12, 24), MonthDay.of(1, 2), List.of(MonthDay.of(12, 25), MonthDay.of(1, 1)), 2, 2, true);
        Rotation r = new Rotation(
                new RotationId("on-call"),
                RotationKind.ON_CALL,
                ts,
                new Handover(DayOfWeek.TUESDAY, LocalTime.NOON),
                Coverage.AROUND_THE_CLOCK,
                7,
                7,
                2,
                f);
        Team team = new Team("T", ZoneId.of("Europe/London"), "GB-ENG", ms, List.of(r));
        BankHolidays h =
                BankHolidays.of("GB-ENG", from.getYear(), to.getYear() + 1).orElseThrow();
        return new RotaProblem(
                team,
                from,
                to,
                List.of(new RotaCalendar(team.zone(), h).schedule(r, from, from, to)),
                List.of(),
                List.of(),
                from,
                null,
                Map.of());
    }

    public static void main(String[] a) {
        int n = Integer.parseInt(a[0]), w = Integer.parseInt(a[1]), t = Integer.parseInt(a[2]);
        for (int i = 4; i < a.length; i++) {
            RotaSolver s = new RotaSolver(
                    problem(n, w, t), new SolveSettings(Duration.parse(a[3]), Long.parseLong(a[i]), null));
            double[] next = {0.1};
            long[] legal = {-1};
            RotaSolver.Solved x = s.solve(b -> {
                if (b.score().hard() == 0 && b.score().medium() == 0 && legal[0] < 0)
                    legal[0] = b.elapsed().toMillis();
                if (b.elapsed().toMillis() / 1000.0 >= next[0]) {
                    System.out.printf("  %.1fs %s%n", b.elapsed().toMillis() / 1000.0, b.score());
                    next[0] = Math.max(next[0] * 2, b.elapsed().toMillis() / 1000.0);
                }
            });
            System.out.println(x.score() + " " + x.time() + " moves/s "
                    + x.moves() * 1000 / x.time().toMillis() + " legal at " + legal[0]);
            AuditReport rep = Audit.of(x.rota());
            if (!rep.score().equals(x.score())) System.out.println("AUDIT DIFFERS " + rep.score());
            StringBuilder sb = new StringBuilder();
            rep.rules().forEach(r -> {
                if (r.cost() != 0)
                    sb.append(r.rule().id()).append('=').append(r.cost()).append(' ');
            });
            System.out.println("   " + sb);
        }
    }
}
