package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExampleResourceTest {
    @Test
    void examples_areTheTeamsThereAre() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("data/teams"))) {
            assertThat(given().get("/api/examples").jsonPath().getList("id", String.class))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".json", ""))
                                    .toList());
        }
    }

    @Test
    void eachExample_isItsFile() throws IOException {
        for (String id : given().get("/api/examples").jsonPath().getList("id", String.class)) {
            assertThat(given().get("/api/examples/" + id)
                            .then()
                            .statusCode(200)
                            .contentType("application/json")
                            .extract()
                            .asString())
                    .isEqualTo(Files.readString(Path.of("data/teams/" + id + ".json")));
        }
    }

    @Test
    void anotherExample_isAProblemThatNamesThoseThereAre() {
        given().get("/api/examples/..%2fapplication").then().statusCode(404).body("status", equalTo(404));
        given().get("/api/examples/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("names-only"));
    }
}
