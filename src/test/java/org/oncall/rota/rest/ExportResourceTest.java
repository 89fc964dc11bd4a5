package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.export.ExportFormat;

@QuarkusTest
@Timeout(60)
class ExportResourceTest {
    private static String solved() {
        return Service.json(Service.QUICK)
                .header("Prefer", "wait=20")
                .post("/api/rotas")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static ValidatableResponse export(String id, String query) {
        return given().get("/api/rotas/" + id + "/export?" + query).then();
    }

    @Test
    void export_everyFormat_hasItsTypeAndTheSameBytesTwice() {
        String id = solved();
        for (ExportFormat format : ExportFormat.values()) {
            String query = "format=" + format.code() + (format == ExportFormat.GRAFANA_ICAL ? "&tier=primary" : "");
            String first = export(id, query)
                    .statusCode(200)
                    .contentType(format.mediaType().replaceAll(";.*", ""))
                    .extract()
                    .asString();
            assertThat(export(id, query).extract().asString()).as(format.code()).isEqualTo(first);
        }
    }

    @Test
    void export_unchanged_is304() {
        String id = solved();
        String tag = export(id, "format=ical").statusCode(200).extract().header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        given().header("If-None-Match", tag)
                .get("/api/rotas/" + id + "/export?format=ical")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        given().header("If-None-Match", tag)
                .get("/api/rotas/" + id + "/export?format=ical&member=Ana")
                .then()
                .statusCode(200);
    }

    @Test
    void export_byDefault_isACalendar() {
        given().accept("text/calendar")
                .get("/api/rotas/" + solved() + "/export")
                .then()
                .statusCode(200)
                .contentType("text/calendar;charset=UTF-8")
                .body(startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    }

    @Test
    void export_oneTier_hasItsScheduleAlone() {
        export(solved(), "format=pagerduty-v3&tier=secondary&fallback=PBOSS")
                .statusCode(200)
                .body("schedules", hasSize(1))
                .body("schedules[0].schedule.name", equalTo("Team: on-call secondary"))
                .body("schedules[0].schedule.description", containsString("PBOSS is called"));
    }

    @Test
    void export_ofWhatThereIsNot_isAProblemThatNamesWhatThereIs() {
        String id = solved();

        export(id, "format=xls")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("(xls) does not exist. The formats are ical, grafana-ical, csv,"));
        export(id, "format=ical&tier=third")
                .statusCode(400)
                .body("detail", containsString("The tiers are on-call/primary, on-call/secondary."));
        export(id, "format=ical&member=Zed").statusCode(400).body("detail", containsString("The members are Ana, Bo"));
        export(id, "format=grafana-ical").statusCode(400).body("detail", containsString("one calendar a tier"));
        export(id, "format=csv&member=Ana").statusCode(400).body("detail", containsString("has no such part"));
        for (String unknown : List.of("0b8a2a4e-5c39-4b0c-9d58-6c4bb1f6b1a9", "abc")) {
            export(unknown, "format=csv").statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void export_whileThereIsNoRota_isAConflict() {
        String first = Service.submit(Service.ENDLESS).statusCode(202).extract().header("Location");
        String waiting =
                Service.submit(Service.ENDLESS).statusCode(202).extract().header("Location");

        given().get(waiting + "/export").then().statusCode(409).contentType("application/problem+json");
        given().delete(waiting);
        given().delete(first);
    }
}
