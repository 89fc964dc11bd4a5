package org.oncall.rota.export.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Team;
import org.oncall.rota.support.Draft;

class ShiftsCsvTest {
    private static final String HEADER = "rotation,tier,member,name,from,to\r\n";

    @Test
    void of_shifts_areARowEachInTheZoneOfTheTeam() {
        Rota rota = Draft.of(problem("Ana", "Bo").period("2027-03-23", "2027-04-06"))
                .put("Ana", "primary", "2027-03-23", 7)
                .put("Bo", "primary", "2027-03-30", 2)
                .put("Bo", "secondary", "2027-03-23", 7)
                .rota();

        assertThat(ShiftsCsv.of(Audit.of(rota)))
                .isEqualTo(HEADER
                        + "on-call,primary,ana,Ana,2027-03-23T12:00:00Z,2027-03-30T12:00:00+01:00\r\n"
                        + "on-call,primary,bo,Bo,2027-03-30T12:00:00+01:00,2027-04-01T12:00:00+01:00\r\n"
                        + "on-call,secondary,bo,Bo,2027-03-23T12:00:00Z,2027-03-30T12:00:00+01:00\r\n");
    }

    @Test
    void of_emptyRota_isTheHeader() {
        assertThat(ShiftsCsv.of(Audit.of(Rota.empty(problem("Ana").build())))).isEqualTo(HEADER);
    }

    @Test
    void of_nameWithCommaOrQuotes_isQuoted() {
        assertThat(row("o1", "Flo \"Ace\" O'Neil, Jr."))
                .startsWith("on-call,primary,o1,\"Flo \"\"Ace\"\" O'Neil, Jr.\",");
    }

    @Test
    void of_nameLikeAFormula_isMarkedAsText() {
        assertThat(row("=1+1", "=HYPERLINK(\"http://example.org\")"))
                .startsWith("on-call,primary,'=1+1,\"'=HYPERLINK(\"\"http://example.org\"\")\",");
        assertThat(row("+a", "-b")).startsWith("on-call,primary,'+a,'-b,");
        assertThat(row("@a", "a=b")).startsWith("on-call,primary,'@a,a=b,");
    }

    /** The only row of a rota whose only shift is held by a member of that id and name. */
    private static String row(String id, String name) {
        RotaProblem named = problem("Ana")
                .period("2027-01-05", "2027-01-06")
                .rotation(rotation("on-call").tiers("primary"))
                .build();
        Member member = new Member(
                new MemberId(id), name, 1, true, null, null, Set.of(), false, Set.of(), List.of(), List.of());
        Team team = new Team(
                "Team", named.team().zone(), null, List.of(member), named.team().rotations());
        RotaProblem problem = new RotaProblem(
                team,
                named.from(),
                named.to(),
                named.schedules(),
                List.of(),
                List.of(),
                LocalDate.parse("2026-10-01"),
                null,
                named.weights());
        Slot slot = problem.slots().getFirst();
        String csv = ShiftsCsv.of(Audit.of(Rota.of(problem, List.of(new Holding(slot, member.id())))));
        assertThat(csv).startsWith(HEADER).endsWith("\r\n");
        return csv.substring(HEADER.length());
    }
}
