package org.oncall.rota.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Binds JSON to records and reports every value of the wrong shape, where a data binder would stop at the first. Nothing
 * is converted: a number is never taken for text, nor 1.0 for a whole number. Null counts as absent. What cannot be read
 * is null in the result, also within lists, and remembered as unread.
 */
final class ShapeReader {
    private final Issues issues;
    private final Map<Class<?>, Shape> shapes = new HashMap<>();

    ShapeReader(Issues issues) {
        this.issues = issues;
    }

    /** The record, as far as it can be read; null where the JSON is no object at all. */
    <T extends Record> @Nullable T read(JsonNode json, Class<T> type) {
        return type.cast(bind(json, type, Place.ROOT, "request"));
    }

    /**
     * A component of a record.
     *
     * @param inner what its record looks like, whose fields stand among those of the outer one; null: it is one field
     */
    private record Part(String name, Type type, @Nullable Shape inner) {
        static Part of(RecordComponent component) {
            boolean unwrapped = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
            return new Part(
                    component.getName(), component.getGenericType(), unwrapped ? Shape.of(component.getType()) : null);
        }

        Stream<String> fields() {
            return inner == null ? Stream.of(name) : inner.fields.stream();
        }
    }

    /** What a record looks like: its parts and fields, how to make it, and how to make it from bare text, where one can. */
    private record Shape(
            List<Part> parts,
            List<String> fields,
            Constructor<?> constructor,
            @Nullable Method fromText) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            List<Part> parts = Arrays.stream(components).map(Part::of).toList();
            try {
                return new Shape(
                        parts,
                        parts.stream().flatMap(Part::fields).toList(),
                        type.getConstructor(parameters),
                        Arrays.stream(type.getMethods())
                                .filter(Shape::takesText)
                                .findFirst()
                                .orElse(null));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("The record (" + type + ") must have a public constructor.", e);
            }
        }

        private static boolean takesText(Method method) {
            JsonCreator creator = method.getAnnotation(JsonCreator.class);
            return Modifier.isStatic(method.getModifiers())
                    && creator != null
                    && creator.mode() == JsonCreator.Mode.DELEGATING
                    && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class});
        }

        Object make(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The record of (" + constructor + ") cannot be made.", e);
            }
        }

        Object make(Method factory, String text) {
            try {
                return factory.invoke(null, text);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The record of (" + factory + ") cannot be made.", e);
            }
        }
    }

    private @Nullable Object bind(JsonNode json, Type type, Place place, String name) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? list(json, arguments[0], place, name)
                    : map(json, arguments[1], place, name);
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return record(json, shapes.computeIfAbsent(c, Shape::of), place, name);
        }
        if (type == String.class) {
            return json.isTextual() ? json.textValue() : wrong(json, place, name, "text", quoted(json));
        }
        if (type == Boolean.class) {
            return json.isBoolean() ? json.booleanValue() : wrong(json, place, name, "true or false", unquoted(json));
        }
        if (type == Double.class) {
            return json.isNumber() ? json.doubleValue() : wrong(json, place, name, "a number", unquoted(json));
        }
        if (type == Integer.class) {
            return json.isIntegralNumber() && json.canConvertToInt()
                    ? json.intValue()
                    : wrong(json, place, name, wholeNumber(json, Integer.MIN_VALUE, Integer.MAX_VALUE), unquoted(json));
        }
        if (type == Long.class) {
            return json.isIntegralNumber() && json.canConvertToLong()
                    ? json.longValue()
                    : wrong(json, place, name, wholeNumber(json, Long.MIN_VALUE, Long.MAX_VALUE), unquoted(json));
        }
        throw new IllegalStateException("The field (" + place + ") has a type (" + type + ") that cannot be read.");
    }

    private @Nullable Object record(JsonNode json, Shape shape, Place place, String name) {
        if (json.isTextual() && shape.fromText != null) {
            return shape.make(shape.fromText, json.textValue());
        }
        if (!json.isObject()) {
            String must = shape.fromText == null ? "an object" : "an object or text";
            return wrong(json, place, name, must, "Its fields are " + String.join(", ", shape.fields) + ".");
        }
        json.fieldNames().forEachRemaining(field -> {
            if (!shape.fields.contains(field)) {
                issues.add(IssueCode.UNKNOWN_FIELD, place.at(field), () -> unknownField(field, shape, place));
            }
        });
        return values(json, shape, place);
    }

    private Object values(JsonNode json, Shape shape, Place place) {
        @Nullable Object[] values = new @Nullable Object[shape.parts.size()];
        for (int i = 0; i < values.length; i++) {
            Part part = shape.parts.get(i);
            if (part.inner != null) {
                values[i] = values(json, part.inner, place);
            } else {
                JsonNode value = json.get(part.name);
                values[i] =
                        value == null || value.isNull() ? null : bind(value, part.type, place.at(part.name), part.name);
            }
        }
        return shape.make(values);
    }

    private static String unknownField(String field, Shape shape, Place place) {
        return "The field (" + Quotes.shorten(field) + ") in " + place + " does not exist."
                + Quotes.maybe(Near.of(field, shape.fields)) + " The fields there are "
                + String.join(", ", shape.fields) + ".";
    }

    private @Nullable Object list(JsonNode json, Type type, Place place, String name) {
        if (!json.isArray()) {
            return wrong(
                    json,
                    place,
                    name,
                    "a list",
                    json.isValueNode() ? "Maybe write [" + show(json) + "]." : "Maybe put square brackets around it.");
        }
        List<@Nullable Object> result = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            Place entry = place.at(i);
            JsonNode value = json.get(i);
            result.add(
                    value.isNull()
                            ? wrong(value, entry, "entry", "something", "Maybe leave it out.")
                            : bind(value, type, entry, "entry"));
        }
        return result;
    }

    private @Nullable Object map(JsonNode json, Type type, Place place, String name) {
        if (!json.isObject()) {
            return wrong(json, place, name, "an object", "Maybe write {} for none.");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                Object value = bind(entry.getValue(), type, place.at(entry.getKey()), Quotes.shorten(entry.getKey()));
                if (value != null) {
                    result.put(entry.getKey(), value);
                }
            }
        });
        return result;
    }

    private @Nullable Object wrong(JsonNode json, Place place, String name, String must, String wayOut) {
        String in = place.pointer().isEmpty() ? "" : " in " + place;
        issues.addUnread(
                IssueCode.WRONG_TYPE,
                place,
                () -> "The " + name + " (" + show(json) + ")" + in + " must be " + must + ". " + wayOut);
        return null;
    }

    private static String wholeNumber(JsonNode json, long least, long most) {
        return "a whole number" + (json.isIntegralNumber() ? " from " + least + " to " + most : "");
    }

    private static String quoted(JsonNode json) {
        return json.isValueNode()
                ? "Maybe write \"" + show(json) + "\"."
                : "Maybe leave it out or write text in quotation marks.";
    }

    private static String unquoted(JsonNode json) {
        return json.isTextual() ? "Maybe write it without quotation marks." : "Maybe leave it out to have the default.";
    }

    private static String show(JsonNode json) {
        if (json.isArray()) {
            return "a list";
        }
        return json.isObject() ? "an object" : Quotes.shorten(json.toString());
    }
}
