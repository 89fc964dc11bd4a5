package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The API description is published: what changes in it changes on purpose. */
@QuarkusTest
class OpenApiTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/openapi.yaml");

    @Test
    void description_isAsPublished() throws IOException {
        String live = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.refresh")) {
            Files.writeString(SNAPSHOT, live);
        }

        assertThat(live)
                .as(
                        "The API differs from %s. If that is meant, refresh it: mvn test -Dtest=OpenApiTest -Dopenapi.refresh=true",
                        SNAPSHOT)
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    @Test
    void everyOperation_describesItselfAndEachStatus() {
        Map<String, Map<String, Map<String, Object>>> paths = json().getMap("paths");

        assertThat(paths).isNotEmpty();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            assertThat(operation).as("%s %s", method, path).containsKeys("summary", "description", "operationId");
            Map<String, Map<String, Object>> responses = cast(operation.get("responses"));
            assertThat(responses).as("%s %s", method, path).containsKey("500");
            responses.forEach((status, response) -> assertThat(response.keySet())
                    .as("%s %s %s", method, path, status)
                    .containsAnyOf("description", "$ref"));
        }));
    }

    @Test
    void everyPath_namesItsMethodsWhenAskedForAnother() {
        Map<String, Map<String, Object>> paths = json().getMap("paths");

        paths.forEach((path, item) -> {
            Set<String> described = new TreeSet<>();
            item.keySet().forEach(method -> described.add(method.toUpperCase(Locale.ROOT)));
            String allow = given().patch(path.replaceAll("\\{[^}]*}", "abc"))
                    .then()
                    .statusCode(405)
                    .extract()
                    .header("Allow");
            assertThat(Arrays.asList(allow.split(", "))).as(path).containsExactlyElementsOf(described);
        });
    }

    @Test
    void everyReference_leadsSomewhere() {
        String text = given().accept("application/json").get("/q/openapi").asString();
        JsonPath json = JsonPath.from(text);

        Pattern.compile("\"\\$ref\"\\s*:\\s*\"#/([^\"]*)\"")
                .matcher(text)
                .results()
                .forEach(reference -> assertThat(
                                (Object) json.get("'" + reference.group(1).replace("/", "'.'") + "'"))
                        .as(reference.group(1))
                        .isNotNull());
    }

    @Test
    void aMember_mayBeABareName() {
        List<Map<String, Object>> either = json().getList("components.schemas.TeamJson.properties.members.items.oneOf");

        assertThat(either).hasSize(2);
        assertThat(either.getFirst()).containsEntry("type", "string");
    }

    @Test
    void theExamples_areThere() {
        assertThat(json().getMap("paths.'/api/rotas'.post.requestBody.content.'application/json'.examples"))
                .containsOnlyKeys(OpenApi.REQUESTS);
        assertThat(json().getMap("paths.'/api/audits'.post.requestBody.content.'application/json'.examples"))
                .containsOnlyKeys(OpenApi.AUDITS);
    }

    private static JsonPath json() {
        return given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
