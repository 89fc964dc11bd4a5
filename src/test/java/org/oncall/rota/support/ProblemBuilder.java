package org.oncall.rota.support;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oncall.rota.calendar.BankHolidays;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Team;
import org.oncall.rota.domain.TierId;

/**
 * A problem: by default eight weeks from Tuesday 5 January 2027 in London without bank holidays, one rotation as
 * {@link RotationBuilder} has it, nothing in history, nothing published, and now long before.
 */
public final class ProblemBuilder {
    private final List<Member> members = new ArrayList<>();
    private final List<Rotation> rotations = new ArrayList<>();
    private final List<Stretch> history = new ArrayList<>();
    private final List<Stretch> published = new ArrayList<>();
    private final Map<String, Integer> weights = new TreeMap<>();
    private ZoneId zone = ZoneId.of("Europe/London");
    private String region;
    private BankHolidays holidays = BankHolidays.NONE;
    private LocalDate from = LocalDate.parse("2027-01-05");
    private LocalDate to = LocalDate.parse("2027-03-02");
    private LocalDate now = LocalDate.parse("2026-10-01");
    private LocalDate freezeUntil;

    /** Days running in one tier; null rotation: the first one. */
    private record Stretch(String member, String rotation, String tier, LocalDate first, int days) {}

    private ProblemBuilder() {}

    /** A problem with the named members, as {@link MemberBuilder} makes them. */
    public static ProblemBuilder problem(String... names) {
        ProblemBuilder builder = new ProblemBuilder();
        for (String name : names) {
            builder.member(MemberBuilder.member(name));
        }
        return builder;
    }

    public ProblemBuilder member(MemberBuilder member) {
        members.add(member.build());
        return this;
    }

    public ProblemBuilder rotation(RotationBuilder rotation) {
        rotations.add(rotation.build());
        return this;
    }

    public ProblemBuilder zone(String id) {
        this.zone = ZoneId.of(id);
        return this;
    }

    /** The real bank holidays of a region. */
    public ProblemBuilder holidays(String code) {
        this.region = code;
        return this;
    }

    /** Bank holidays on just these dates. */
    public ProblemBuilder holidaysOn(String... dates) {
        this.holidays = BankHolidays.on(Stream.of(dates).map(LocalDate::parse).toList());
        return this;
    }

    /** First day planned, and first day not planned. */
    public ProblemBuilder period(String first, String firstNot) {
        this.from = LocalDate.parse(first);
        this.to = LocalDate.parse(firstNot);
        return this;
    }

    /** So many days running that somebody already worked, in the first rotation. */
    public ProblemBuilder history(String member, String tier, String first, int days) {
        return history(member, null, tier, first, days);
    }

    public ProblemBuilder history(String member, String rotation, String tier, String first, int days) {
        history.add(new Stretch(member, rotation, tier, LocalDate.parse(first), days));
        return this;
    }

    /** So many days running that people already know somebody to hold, in the first rotation. */
    public ProblemBuilder published(String member, String tier, String first, int days) {
        return published(member, null, tier, first, days);
    }

    public ProblemBuilder published(String member, String rotation, String tier, String first, int days) {
        published.add(new Stretch(member, rotation, tier, LocalDate.parse(first), days));
        return this;
    }

    public ProblemBuilder now(String date) {
        this.now = LocalDate.parse(date);
        return this;
    }

    public ProblemBuilder freezeUntil(String date) {
        this.freezeUntil = LocalDate.parse(date);
        return this;
    }

    public ProblemBuilder weight(String rule, int weight) {
        weights.put(rule, weight);
        return this;
    }

    public RotaProblem build() {
        if (rotations.isEmpty()) {
            rotation(RotationBuilder.rotation("on-call"));
        }
        LocalDate historyFrom = history.stream()
                .map(Stretch::first)
                .filter(first -> first.isBefore(from))
                .min(LocalDate::compareTo)
                .orElse(from);
        BankHolidays days = region == null
                ? holidays
                : BankHolidays.of(region, historyFrom.getYear() - 1, to.getYear() + 1)
                        .orElseThrow();
        RotaCalendar calendar = new RotaCalendar(zone, days);
        List<RotationSchedule> schedules = rotations.stream()
                .map(rotation -> calendar.schedule(rotation, historyFrom, from, to))
                .toList();
        return new RotaProblem(
                new Team("Team", zone, region, members, rotations),
                from,
                to,
                schedules,
                holdings(history, schedules),
                holdings(published, schedules),
                now,
                freezeUntil,
                weights);
    }

    private List<Holding> holdings(List<Stretch> stretches, List<RotationSchedule> schedules) {
        List<Holding> result = new ArrayList<>();
        for (Stretch stretch : stretches) {
            for (RotationSchedule schedule : schedules) {
                Rotation rotation = schedule.rotation();
                boolean meant = stretch.rotation == null
                        ? schedule == schedules.getFirst()
                        : rotation.id().value().equals(stretch.rotation);
                for (OnCallDay day : meant ? schedule.days() : List.<OnCallDay>of()) {
                    if (!day.date().isBefore(stretch.first)
                            && day.date().isBefore(stretch.first.plusDays(stretch.days))) {
                        Slot slot = new Slot(rotation.id(), new TierId(stretch.tier), day.date());
                        result.add(new Holding(slot, MemberBuilder.id(stretch.member)));
                    }
                }
            }
        }
        return result;
    }
}
