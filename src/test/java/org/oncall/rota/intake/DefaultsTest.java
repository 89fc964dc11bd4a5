package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.FULL;
import static org.oncall.rota.intake.Requests.NAMES_ONLY;
import static org.oncall.rota.intake.Requests.accepted;
import static org.oncall.rota.intake.Requests.fullWith;
import static org.oncall.rota.intake.Requests.namesWith;
import static org.oncall.rota.intake.Requests.read;
import static org.oncall.rota.intake.Requests.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.TimeWindow;
import org.oncall.rota.wire.FestiveJson;
import org.oncall.rota.wire.HandoverJson;

class DefaultsTest {
    @Test
    void namesOnly_hasEveryDefaultWrittenOut() throws JsonProcessingException {
        String members = Stream.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                .map(DefaultsTest::member)
                .collect(Collectors.joining(","));

        assertThat(tree(Requests.JSON.writeValueAsString(accepted(NAMES_ONLY).request())))
                .isEqualTo(tree("""
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
                         "solve": {"limit": "PT20S", "seed": 0, "moves": null, "unimproved": null},
                         "pinned": [], "credits": []}
                        """.formatted(members)));
    }

    private static String member(String name) {
        return """
                {"id": "%s", "name": "%s", "share": 1.0, "onCall": true, "from": null, "until": null, "skills": [],
                 "novice": false, "knows": [], "leave": [], "wishes": []}
                """.formatted(name, name);
    }

    @Test
    void filledRequest_readAgain_staysAsItIs() {
        Intake.Accepted first = accepted(FULL);

        assertThat(read(first.request())).isEqualTo(first);
        assertThat(read(accepted(NAMES_ONLY).request())).isEqualTo(accepted(NAMES_ONLY));
    }

    @Test
    void namesOnly_isOneRotationAroundTheClockFor182Days() {
        Intake.Accepted accepted = accepted(NAMES_ONLY);
        Rotation rotation = accepted.problem().team().rotations().getFirst();

        assertThat(accepted.problem().slots()).hasSize(2 * 182);
        assertThat(rotation.coverage().on(DayKind.HOLIDAY)).containsExactly(TimeWindow.WHOLE_DAY);
        assertThat(rotation.longestDays()).isEqualTo(7);
        assertThat(rotation.restDays()).isEqualTo(7);
        assertThat(accepted.settings().limit()).isEqualTo(Duration.ofSeconds(20));
        assertThat(accepted.settings().seed()).isZero();
        assertThat(accepted.settings().moves()).isNull();
    }

    @Test
    void memberWithoutId_hasItsNameAsId() {
        Member member = accepted(namesWith("/team/members/1", "{\"name\": \"Bo Berg\"}"))
                .problem()
                .team()
                .members()
                .get(1);

        assertThat(member.id()).hasToString("Bo Berg");
        assertThat(member.name()).isEqualTo("Bo Berg");
    }

    @Test
    void festiveInPart_hasTheRestByDefault() {
        assertThat(accepted(namesWith("/team/rotations", "[{\"festive\": {\"to\": \"01-04\", \"cover\": false}}]"))
                        .request()
                        .team()
                        .rotations()
                        .getFirst()
                        .festive())
                .isEqualTo(new FestiveJson("12-24", "01-04", List.of("12-25", "01-01"), "P2D", "P2D", false));
    }

    @Test
    void handoverInPart_hasTheRestByDefault() {
        assertThat(accepted(namesWith("/team/rotations", "[{\"handover\": {\"day\": \"MONDAY\"}}]"))
                        .request()
                        .team()
                        .rotations()
                        .getFirst()
                        .handover())
                .isEqualTo(new HandoverJson("MONDAY", "12:00"));
    }

    @Test
    void coverageInPart_needsNobodyOnTheOtherDays() {
        Rotation rotation = accepted(
                        namesWith("/team/rotations", "[{\"coverage\": {\"workingDays\": [\"22:00-24:00\"]}}]"))
                .problem()
                .team()
                .rotations()
                .getFirst();

        assertThat(rotation.coverage().on(DayKind.WORKING_DAY))
                .containsExactly(new TimeWindow(LocalTime.of(22, 0), LocalTime.MIDNIGHT));
        assertThat(rotation.coverage().on(DayKind.WEEKEND)).isEmpty();
        assertThat(rotation.coverage().on(DayKind.HOLIDAY)).isEmpty();
    }

    @Test
    void windowThatEndsWhereItStarts_isTwentyFourHours() {
        Rotation rotation = accepted(
                        namesWith("/team/rotations", "[{\"coverage\": {\"weekends\": [\"08:00-08:00\"]}}]"))
                .problem()
                .team()
                .rotations()
                .getFirst();

        assertThat(rotation.coverage().on(DayKind.WEEKEND))
                .singleElement()
                .satisfies(window -> assertThat(window.endsNextDay()).isTrue());
    }

    @Test
    void weeks_areSevenDays() {
        Rotation rotation = accepted(namesWith("/team/rotations", "[{\"longest\": \"P1W\", \"rest\": \"P2W3D\"}]"))
                .problem()
                .team()
                .rotations()
                .getFirst();

        assertThat(rotation.longestDays()).isEqualTo(7);
        assertThat(rotation.restDays()).isEqualTo(17);
    }

    @Test
    void holidaysOutsideLondon_areNone() {
        assertThat(accepted(namesWith("/team/zone", "\"Europe/Berlin\""))
                        .request()
                        .team()
                        .holidays())
                .isEqualTo("none");
    }

    @Test
    void holidaysNone_inLondonToo() {
        assertThat(accepted(namesWith("/team/holidays", "\"none\""))
                        .problem()
                        .team()
                        .holidays())
                .isNull();
    }

    @Test
    void now_isTodayInTheZoneOfTheTeam() {
        assertThat(accepted(namesWith("/team/zone", "\"Pacific/Auckland\""))
                        .problem()
                        .now())
                .isEqualTo("2026-11-21");
    }

    @Test
    void wishWithoutWant_isToAvoid() {
        assertThat(accepted(
                                namesWith(
                                        "/team/members/0",
                                        "{\"name\": \"Ana\", \"wishes\": [{\"from\": \"2027-03-02\", \"to\": \"2027-03-03\"}]}"))
                        .problem()
                        .team()
                        .members()
                        .getFirst()
                        .wishes())
                .singleElement()
                .satisfies(wish -> assertThat(wish.wanted()).isFalse());
    }

    @Test
    void weightAtItsDefault_isNoChange() {
        assertThat(accepted(fullWith("/rules/too-soon", "1")).problem().weights())
                .hasToString("{irregular=0}");
    }
}
