package org.oncall.rota.intake.live;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a file, and where it stands.
 *
 * @param line counted from 1
 * @param value a {@code Map<String, Item>}, a {@code List<Item>}, a String, a Long, a Double, a Boolean, a {@link Reference}, an
 *     {@link Expression}, or null
 */
public record Item(int line, @Nullable Object value) {
    /** The name of something that the file does not hold itself, such as {@code pagerduty_user.ana.id}. */
    public record Reference(String text) {}

    /** Something that would have to be evaluated. */
    public record Expression(String text) {}

    /** The field; null where this is no object, or it has no such field, or that is null. */
    public @Nullable Item get(String name) {
        Item found = fields().get(name);
        return found == null || found.value == null ? null : found;
    }

    @SuppressWarnings("unchecked") // readers put nothing else into items
    public Map<String, Item> fields() {
        return value instanceof Map<?, ?> map ? (Map<String, Item>) map : Map.of();
    }

    @SuppressWarnings("unchecked") // readers put nothing else into items
    public List<Item> elements() {
        return value instanceof List<?> list ? (List<Item>) list : List.of();
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    public boolean isList() {
        return value instanceof List;
    }

    /** The text; null where this is none. */
    public @Nullable String text() {
        return value instanceof String text ? text : null;
    }

    /** As it reads in a sentence. */
    public String shown() {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> "an object";
            case List<?> list -> "a list";
            case Reference reference -> Source.shown(reference.text());
            case Expression expression -> Source.shown(expression.text());
            default -> Source.shown(String.valueOf(value));
        };
    }
}
