package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What callers send. */
final class Service {
    /** Solved in an instant. */
    static final String QUICK = request("2027-03-02", "\"moves\": 2000");

    static final String ONE_SECOND = request("2027-03-02", "\"limit\": \"PT1S\"");

    /** Solved late enough for somebody to listen first, however busy the machine. */
    static final String FIVE_SECONDS = request("2027-03-02", "\"limit\": \"PT5S\"");

    /** Solved in some seconds, but nobody knows that before. */
    static final String LONG = request("2027-03-02", "\"limit\": \"PT10M\"");

    /** Solved long after any test has stopped it: it is large. */
    static final String ENDLESS = request("2028-06-27", "\"limit\": \"PT10M\"");

    /** All four are away from 10 to 13 February, and one tier is to be held. */
    static final String ALL_AWAY = """
            {"team": {"members": [
               {"name": "Ana", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]},
               {"name": "Bo", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]},
               {"name": "Cy", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]},
               {"name": "Di", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]}],
              "rotations": [{"id": "on-call", "tiers": [{"id": "primary"}]}]},
             "from": "2027-01-05", "to": "2027-03-02", "solve": {"moves": 2000}}
            """;

    private Service() {}

    private static String request(String to, String solve) {
        return """
                {"team": {"members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]},
                 "from": "2027-01-05", "to": "%s", "solve": {%s}}
                """.formatted(to, solve);
    }

    static RequestSpecification json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    static RequestSpecification json(byte[] body) {
        return given().spec(new RequestSpecBuilder()
                        .setContentType("application/json")
                        .build())
                .body(body);
    }

    static ValidatableResponse submit(String body) {
        return json(body).post("/api/rotas").then();
    }

    /** A request that the API description shows. */
    static String example(String name) {
        try (InputStream json = OpenApi.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The data of each event, as it comes. */
    static Stream<String> events(HttpClient client, URI uri) {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
