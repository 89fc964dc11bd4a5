package org.oncall.rota.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bytes as one JSON value in UTF-8, in which no object names a field twice, or says where that fails. */
final class JsonText {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_MESSAGE = 200;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build());

    /** Where the library quotes its own source in a message. */
    private static final Pattern SOURCE = Pattern.compile("\\s*\\(start marker at .*");

    private JsonText() {}

    /** The JSON value, or null where there is none and an issue says so. */
    static @Nullable JsonNode parse(byte[] bytes, Issues issues) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult decoded = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, text, true);
        text.flip();
        String json = text.toString();
        if (decoded.isError()) {
            int line = (int) json.chars().filter(c -> c == '\n').count() + 1;
            int column = json.length() - json.lastIndexOf('\n');
            malformed(issues, line, column, "byte " + (in.position() + 1) + " is not UTF-8", "Maybe save it as UTF-8.");
            return null;
        }
        return parse(json.startsWith("\uFEFF") ? json.substring(1) : json, issues);
    }

    private static @Nullable JsonNode parse(String json, Issues issues) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null) {
                malformed(issues, 1, 1, "there is nothing in it", "Maybe the body or the file was left empty.");
            } else if (parser.nextToken() != null) {
                JsonLocation location = parser.currentTokenLocation();
                malformed(
                        issues,
                        location.getLineNr(),
                        location.getColumnNr(),
                        "something follows the end of the value",
                        "Maybe a closing bracket stands too early.");
                return null;
            }
            return tree;
        } catch (StreamConstraintsException e) {
            String limits = "it exceeds " + DEEPEST + " levels of nesting, " + LONGEST_NAME
                    + " characters in the name of a field or " + LONGEST_NUMBER + " digits in a number";
            malformed(issues, e, limits, "No request needs that: maybe it is another document.");
            return null;
        } catch (JsonProcessingException e) {
            boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
            String found =
                    SOURCE.matcher(e.getOriginalMessage().replace('\n', ' ')).replaceAll("");
            malformed(
                    issues,
                    e,
                    Quotes.shorten(found, LONGEST_MESSAGE),
                    twice
                            ? "Maybe remove one of the two."
                            : "Maybe a comma, a bracket or a quotation mark is missing or one too many.");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read.", e);
        }
    }

    private static void malformed(Issues issues, JsonProcessingException e, String found, String wayOut) {
        @Nullable JsonLocation location = e.getLocation();
        int line = location == null ? 1 : location.getLineNr();
        int column = location == null ? 1 : location.getColumnNr();
        malformed(issues, line, column, found, wayOut);
    }

    private static void malformed(Issues issues, int line, int column, String found, String wayOut) {
        issues.add(
                IssueCode.MALFORMED_JSON,
                Place.ROOT,
                "The request must be one JSON object in UTF-8, but at line " + line + ", column " + column + ": "
                        + found + ". " + wayOut);
    }

    /** The JSON of a value, as a caller would have sent it. */
    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }
}
