package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.accepted;
import static org.oncall.rota.intake.Requests.tree;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.RotaProblem;

class RotaIntakeTest {
    @Test
    void namesOnly_isAcceptedWithEveryDefaultWrittenOut() throws Exception {
        Intake.Accepted accepted = accepted(Requests.NAMES_ONLY);

        assertThat(tree(Requests.JSON.writeValueAsString(accepted.request()))).isEqualTo(tree("""
                        {"team": {
                           "name": "Team", "zone": "Europe/London", "holidays": "GB-ENG",
                           "members": [%s],
                           "rotations": [
                             {"id": "on-call", "kind": "ON_CALL",
                              "tiers": [{"id": "primary", "skills": []}, {"id": "secondary", "skills": []}],
                              "handover": {"day": "TUESDAY", "time": "12:00"},
                              "coverage": {"workingDays": ["00:00-24:00"], "weekends": ["00:00-24:00"], "holidays": ["00:00-24:00"]},
                              "longest": "P7D", "rest": "P7D", "supervised": 2,
                              "festive": {"from": "12-24", "to": "01-02", "days": ["12-25", "01-01"], "longest": "P2D", "rest": "P2D", "cover": true}}]},
                         "from": "2027-01-05", "to": "2027-07-06", "history": [], "published": [],
                         "now": "2026-11-20", "freezeUntil": null, "rules": {},
                         "solve": {"limit": "PT20S", "seed": 0, "steps": null}}
                        """.formatted(String.join(
                ",",
                java.util.stream.Stream.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                        .map(RotaIntakeTest::member)
                        .toList()))));
    }

    private static String member(String name) {
        return """
                {"id": "%s", "name": "%s", "share": 1.0, "onCall": true, "from": null, "until": null, "skills": [],
                 "novice": false, "knows": [], "leave": [], "wishes": []}
                """.formatted(name, name);
    }

    @Test
    void full_isAccepted() {
        RotaProblem problem = accepted(Requests.FULL).problem();

        assertThat(problem.from()).isEqualTo("2027-01-05");
        assertThat(problem.freezeUntil()).isEqualTo("2027-01-19");
        assertThat(problem.weights()).hasToString("{irregular=0, too-soon=2}");
        assertThat(problem.team().members().getFirst().leave())
                .containsExactly(new DateRange(LocalDate.parse("2027-02-08"), LocalDate.parse("2027-02-14")));
        assertThat(problem.history())
                .extracting(RotaIntakeTest::show)
                .containsExactly("on-call.primary.2026-12-22 ana", "on-call.primary.2026-12-23 ana");
        assertThat(problem.published())
                .extracting(RotaIntakeTest::show)
                .startsWith("on-call.primary.2027-01-05 bo")
                .endsWith("on-call.primary.2027-01-11 bo")
                .hasSize(7);
    }

    private static String show(Holding holding) {
        return holding.slot().id() + " " + holding.member();
    }
}
