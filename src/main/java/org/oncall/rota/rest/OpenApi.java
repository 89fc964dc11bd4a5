package org.oncall.rota.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What annotations cannot say about the API: problems, headers, examples, and that a member may be a bare name. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApi implements OASFilter {
    /** Names of the examples, which are resources beside this class; tests send them. */
    static final List<String> REQUESTS = List.of("names-only", "full");

    static final List<String> AUDITS = List.of("audit");

    private static final String ANSWER = "answer";
    private static final String AUDIT_ANSWER = "audit-answer";
    private static final String WHY = "why";
    private static final String ASSESSMENT = "assessment";
    private static final String JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents();
        problems(components);
        headers(components);
        memberOrName(components);
        examples(api.getPaths().getPathItem(RotaResource.PATH), REQUESTS, ANSWER);
        examples(api.getPaths().getPathItem(AuditResource.PATH), AUDITS, AUDIT_ANSWER);
        examples(api.getPaths().getPathItem(AssessmentResource.PATH), REQUESTS, ASSESSMENT);
        example(
                api.getPaths()
                        .getPathItem(RotaResource.PATH + RotaResource.WHY)
                        .getGET()
                        .getResponses(),
                WHY);
    }

    private static void problems(Components components) {
        problem(
                components,
                "WrongShape",
                "The body is not JSON, or not of the shape of a request: every issue, each with its place.");
        problem(
                components,
                "WrongMeaning",
                "The body has the right shape but cannot mean a rota: every issue, each with its place.");
        problem(components, "NoSuchRota", "There is no such solve, or no longer.");
        problem(components, "NoSuchShift", "There is no such solve, or no longer; or its rota has no such shift.");
        problem(components, "NoSuchExample", "There is no example of that id.");
        problem(components, "NoSuchSlot", "The period has no such shift.");
        problem(components, "NoRotaYet", "The solve has no rota: it has not begun to search, or ended without one.");
        problem(components, "NoSuchSwap", "There is no such rota, or its team has no such swap.");
        problem(components, "NoSuchFeed", "There is no such team, or it has no such feed, or no longer.");
        problem(components, "NoSuchTeam", "There is no such team, member, leave or wish.");
        problem(components, "Conflict", "It cannot be done as things stand: the findings say why.");
        problem(components, "Changed", "The team is not of the version that was to be changed. Nothing was changed.");
        problem(components, "Unconditional", "It must be said which version is to be changed: If-Match is missing.");
        problem(components, "StoreAway", "The database is away, or cannot write. Nothing was changed.")
                .addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
        problem(components, "RemoteFailed", "The other tool refused or could not be reached. What was written stays.");
        problem(components, "RemoteBusy", "The other tool asks to be left alone for a while, or the database is away.")
                .addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
        problem(components, "NotAcceptable", "The operation answers with none of the accepted types.");
        problem(components, "TooLarge", "The body is larger than 5 MB.");
        problem(components, "UnsupportedType", "The content type is not one that the operation takes, in UTF-8.");
        problem(components, "QueueFull", "As many solves run and wait as the service takes, or its database is away.")
                .addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
        problem(components, "ProofsFull", "As many proofs are being made as the service takes.")
                .addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
    }

    private static APIResponse problem(Components components, String name, String description) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problems.TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("ProblemJson")));
        APIResponse response =
                OASFactory.createAPIResponse().description(description).content(content);
        components.addResponse(name, response);
        return response;
    }

    private static void headers(Components components) {
        header(
                components,
                "Location",
                Schema.SchemaType.STRING,
                "Where the solve can be looked at, followed by its id: /api/rotas/{id}");
        header(
                components,
                "Content-Location",
                Schema.SchemaType.STRING,
                "Where the rota can be read again: /api/rotas/{id}");
        header(
                components,
                "Preference-Applied",
                Schema.SchemaType.STRING,
                "The wait that was granted, where one was asked for: wait=20");
        header(components, "Retry-After", Schema.SchemaType.INTEGER, "Seconds until a place should be free");
    }

    private static void header(Components components, String name, Schema.SchemaType type, String description) {
        Header header = OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
        components.addHeader(name, header);
    }

    private static void memberOrName(Components components) {
        Schema name = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("Just the name; everything else by default")
                .examples(List.of("Ana"));
        Schema member = OASFactory.createSchema().ref("MemberJson");
        Schema team = Objects.requireNonNull(components.getSchemas().get("TeamJson"));
        Schema members = Objects.requireNonNull(team.getProperties().get("members"));
        members.setItems(OASFactory.createSchema().oneOf(List.of(name, member)));
    }

    private static void examples(PathItem path, List<String> requests, String answer) {
        var body = path.getPOST().getRequestBody().getContent().getMediaType(JSON);
        requests.forEach(
                name -> body.addExample(name, OASFactory.createExample().value(example(name))));
        example(path.getPOST().getResponses(), answer);
    }

    private static void example(APIResponses responses, String name) {
        responses
                .getAPIResponse("200")
                .getContent()
                .getMediaType(JSON)
                .addExample(
                        name, OASFactory.createExample().summary("An excerpt").value(example(name)));
    }

    private static Object example(String name) {
        String path = "/openapi/" + name + ".json";
        try (InputStream json = OpenApi.class.getResourceAsStream(path)) {
            return new ObjectMapper().readValue(json, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
