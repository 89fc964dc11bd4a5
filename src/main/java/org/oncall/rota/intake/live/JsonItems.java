package org.oncall.rota.intake.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON as items that know their lines. */
public final class JsonItems {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;
    /** Each is an object in memory; the largest schedules have half of them. */
    private static final int MOST_VALUES = 500_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private int values;

    private JsonItems() {}

    /** The value; null where there is none, which is an issue of the source then. */
    public static @Nullable Item read(Source source) {
        String text = source.text();
        if (text == null) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                malformed(source, 1, "there is nothing in it");
                return null;
            }
            Item item = new JsonItems().value(parser);
            if (parser.nextToken() != null) {
                malformed(source, parser.currentTokenLocation().getLineNr(), "something follows the end of the value");
                return null;
            }
            return item;
        } catch (TooMuch e) {
            source.issue(1, SourceIssue.TOO_MANY, "The file must have " + e.getMessage() + ".");
            return null;
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation location = e.getLocation();
            malformed(
                    source,
                    location == null ? 1 : Math.max(1, location.getLineNr()),
                    Source.shown(e.getOriginalMessage()));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read.", e);
        }
    }

    private static void malformed(Source source, int line, String found) {
        source.issue(
                line,
                "malformed-json",
                "The file must be one JSON value, but: " + found
                        + ".\nMaybe it was cut off, or a comma, a bracket or a quotation mark is missing.");
    }

    private Item value(JsonParser parser) throws IOException, TooMuch {
        values++;
        if (values > MOST_VALUES) {
            throw new TooMuch("at most " + MOST_VALUES + " values");
        }
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        Object value = switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            default -> null;
        };
        return new Item(line, value);
    }

    static Object number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Double.parseDouble(text);
        }
    }

    private Map<String, Item> object(JsonParser parser) throws IOException, TooMuch {
        Map<String, Item> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private List<Item> list(JsonParser parser) throws IOException, TooMuch {
        List<Item> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }
}
