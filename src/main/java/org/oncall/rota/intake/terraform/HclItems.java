package org.oncall.rota.intake.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.Source;

/**
 * Reads HCL, the language of Terraform, as items that know their lines: blocks, attributes, and of their values literals, lists
 * and names. All else is kept as the expression it is, unevaluated. hcl4j, the library for the JVM, was not used because
 * it makes plain maps and evaluates on the way: neither lines nor what was written are left, which issues have to name.
 */
final class HclItems {
    private static final int DEEPEST = 32;
    /** Each is an object in memory; the largest configurations of one team have a tenth of them. */
    private static final int MOST_VALUES = 200_000;

    private static final Pattern PRODUCT = Pattern.compile("\\d{1,9}(?:\\s*\\*\\s*\\d{1,9}){1,8}");
    /** Possessive, so that it does not go deeper with each part of a name. */
    private static final Pattern NAMED =
            Pattern.compile("[A-Za-z_][\\w-]*(?:\\.[A-Za-z_][\\w-]*|\\[(?:\\d+|\"[^\"\\\\$%]*\")\\])*+");

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern WRAPPED = Pattern.compile("\\$\\{\\s*(" + NAMED.pattern() + ")\\s*\\}");

    private final String text;
    private int at;
    private int line = 1;
    private int values;

    private HclItems(String text) {
        this.text = text;
    }

    /**
     * A block of a body.
     *
     * @param type its first word
     * @param labels the words after it
     * @param body its attributes, and under its type each kind of block as a list
     */
    record Block(String type, List<String> labels, Item body) {}

    /** The text ends, or goes on in a way that is no HCL. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        Malformed(int line, String found) {
            super(found);
            this.line = line;
        }
    }

    /** The blocks at the top; null where the text is no HCL, which is an issue of the source then. */
    static @Nullable List<Block> read(Source source) {
        String text = source.text();
        if (text == null) {
            return null;
        }
        HclItems reader = new HclItems(text);
        List<Block> blocks = new ArrayList<>();
        try {
            reader.body(blocks, 0);
            return blocks;
        } catch (Malformed e) {
            source.issue(
                    e.line,
                    "malformed-hcl",
                    "The file must be Terraform configuration, but: " + e.getMessage()
                            + ".\nMaybe it was cut off, or a brace or a quotation mark is missing.");
            return null;
        }
    }

    /** The attributes of a body, up to its closing brace or the end of the text. */
    private Map<String, Item> body(List<Block> blocks, int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed(line, "blocks are nested deeper than " + DEEPEST + " levels");
        }
        Map<String, Item> fields = new LinkedHashMap<>();
        while (true) {
            space(true);
            if (at == text.length()) {
                if (depth > 0) {
                    throw new Malformed(line, "it ends within a block");
                }
                return fields;
            }
            if (text.charAt(at) == '}') {
                if (depth == 0) {
                    throw new Malformed(line, "a closing brace has no opening one");
                }
                return fields;
            }
            int begins = line;
            String name = word();
            space(false);
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                space(false);
                Item value = expression(depth);
                if (fields.putIfAbsent(name, value) != null) {
                    throw new Malformed(begins, "the attribute (" + Source.shown(name) + ") stands twice in a block");
                }
                endOfLine();
            } else {
                blocks.add(block(name, begins, depth));
            }
        }
    }

    private void one() throws Malformed {
        values++;
        if (values > MOST_VALUES) {
            throw new Malformed(line, "it has more than " + MOST_VALUES + " blocks and values");
        }
    }

    private Block block(String type, int begins, int depth) throws Malformed {
        one();
        List<String> labels = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '{') {
            labels.add(text.charAt(at) == '"' ? label() : word());
            space(false);
        }
        if (at == text.length()) {
            throw new Malformed(line, "it ends within a block");
        }
        at++;
        List<Block> inner = new ArrayList<>();
        Map<String, Item> fields = body(inner, depth + 1);
        at++;
        Map<String, List<Item>> lists = new LinkedHashMap<>();
        for (Block block : inner) {
            lists.computeIfAbsent(block.type(), kind -> new ArrayList<>()).add(block.body());
        }
        for (Map.Entry<String, List<Item>> list : lists.entrySet()) {
            int first = list.getValue().getFirst().line();
            if (fields.putIfAbsent(list.getKey(), new Item(first, list.getValue())) != null) {
                throw new Malformed(first, "(" + Source.shown(list.getKey()) + ") is an attribute and a block at once");
            }
        }
        return new Block(type, labels, new Item(begins, fields));
    }

    private String label() throws Malformed {
        Item item = quoted();
        if (item.text() == null) {
            throw new Malformed(line, "the name of a block (" + item.shown() + ") has to be evaluated");
        }
        return item.text();
    }

    private String word() throws Malformed {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new Malformed(
                    line,
                    at == text.length()
                            ? "it ends where a name must stand"
                            : "a name must stand before (" + Source.shown(String.valueOf(text.charAt(at))) + ")");
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** Passes over blanks and comments, and over ends of lines where these mean nothing. */
    private void space(boolean lines) throws Malformed {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (!lines) {
                    return;
                }
                line++;
                at++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#' || text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (text.startsWith("/*", at)) {
                comment();
            } else {
                return;
            }
        }
    }

    private void comment() throws Malformed {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw new Malformed(line, "a comment has no end");
        }
        count(at, end);
        at = end + 2;
    }

    private void count(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
    }

    private void endOfLine() throws Malformed {
        space(false);
        if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '}') {
            throw new Malformed(line, "something follows a value on its line");
        }
    }

    /** A value: what is more than a literal, a list or a name becomes an expression. */
    private Item expression(int depth) throws Malformed {
        one();
        int start = at;
        int begins = line;
        Item simple = simple(depth);
        if (simple != null) {
            int after = at;
            int afterLine = line;
            space(false);
            if (at == text.length() || "\n,]}".indexOf(text.charAt(at)) >= 0) {
                at = after;
                line = afterLine;
                return simple;
            }
        }
        at = start;
        line = begins;
        skip();
        String expression = text.substring(start, at).strip();
        if (expression.isEmpty()) {
            throw new Malformed(begins, "a value is missing");
        }
        return new Item(
                begins, PRODUCT.matcher(expression).matches() ? product(expression) : new Item.Expression(expression));
    }

    private static Object product(String expression) {
        try {
            long result = 1;
            for (String factor : expression.split("\\*")) {
                result = Math.multiplyExact(result, Long.parseLong(factor.strip()));
            }
            return result;
        } catch (ArithmeticException e) {
            return new Item.Expression(expression);
        }
    }

    private @Nullable Item simple(int depth) throws Malformed {
        if (at == text.length()) {
            throw new Malformed(line, "it ends where a value must stand");
        }
        char c = text.charAt(at);
        if (c == '"') {
            return quoted();
        }
        if (c == '[') {
            return list(depth + 1);
        }
        Matcher matcher = NAMED.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
            String name = matcher.group();
            return new Item(
                    line,
                    switch (name) {
                        case "true" -> true;
                        case "false" -> false;
                        case "null" -> null;
                        default -> new Item.Reference(name);
                    });
        }
        int end = at;
        while (end < text.length() && end - at < 20 && Character.isDigit(text.charAt(end)) && text.charAt(end) < 128) {
            end++;
        }
        if (end == at || end - at > 18 || (end < text.length() && isWord(text.charAt(end)))) {
            return null;
        }
        Item number = new Item(line, Long.parseLong(text.substring(at, end)));
        at = end;
        return number;
    }

    private @Nullable Item list(int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed(line, "lists are nested deeper than " + DEEPEST + " levels");
        }
        int begins = line;
        List<Item> elements = new ArrayList<>();
        at++;
        space(true);
        if (text.startsWith("for ", at)) {
            return null;
        }
        while (at < text.length() && text.charAt(at) != ']') {
            elements.add(expression(depth));
            space(true);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                space(true);
            } else if (at < text.length() && text.charAt(at) != ']') {
                throw new Malformed(line, "a comma is missing in a list");
            }
        }
        if (at == text.length()) {
            throw new Malformed(begins, "a list has no end");
        }
        at++;
        return new Item(begins, elements);
    }

    /** A text; with something to evaluate in it, an expression, or the name alone that it wraps. */
    private Item quoted() throws Malformed {
        int start = at;
        passQuoted();
        String inner = text.substring(start + 1, at - 1);
        Matcher wrapped = WRAPPED.matcher(inner);
        if (wrapped.matches()) {
            return new Item(line, new Item.Reference(wrapped.group(1)));
        }
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if ((c == '$' || c == '%') && inner.startsWith(c + "" + c + "{", i)) {
                value.append(c).append('{');
                i += 2;
            } else if ((c == '$' || c == '%') && inner.startsWith("{", i + 1)) {
                return new Item(line, new Item.Expression('"' + inner + '"'));
            } else if (c == '\\') {
                char escaped = inner.charAt(++i);
                if (escaped == 'u' || escaped == 'U') {
                    int digits = escaped == 'u' ? 4 : 8;
                    String point = inner.substring(i + 1, Math.min(i + 1 + digits, inner.length()));
                    if (point.length() < digits
                            || !HEX.matcher(point).matches()
                            || !Character.isValidCodePoint(Integer.parseUnsignedInt(point, 16))) {
                        throw new Malformed(line, "an escape in a text is not whole");
                    }
                    value.appendCodePoint(Integer.parseUnsignedInt(point, 16));
                    i += digits;
                } else {
                    int known = "nrt\"\\".indexOf(escaped);
                    if (known < 0) {
                        throw new Malformed(
                                line, "there is no escape (\\" + Source.shown(String.valueOf(escaped)) + ") in a text");
                    }
                    value.append("\n\r\t\"\\".charAt(known));
                }
            } else {
                value.append(c);
            }
        }
        return new Item(line, value.toString());
    }

    /** Passes over a text with whatever is nested in it; a text ends on its line. */
    private void passQuoted() throws Malformed {
        int begins = line;
        // Innermost last: a text is 0, what is evaluated within one the number of its open braces.
        List<Integer> open = new ArrayList<>(List.of(0));
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            int innermost = open.getLast();
            if (c == '\n' && innermost == 0) {
                break;
            }
            if (c == '\n') {
                line++;
            }
            if (innermost == 0 && c == '\\') {
                at++;
            } else if (innermost == 0 && c == '"') {
                open.removeLast();
                if (open.isEmpty()) {
                    at++;
                    return;
                }
            } else if (innermost == 0 && (c == '$' || c == '%') && text.startsWith("{", at + 1)) {
                at++;
                if (text.charAt(at - 2) != c) {
                    open.add(1);
                }
            } else if (innermost > 0 && c == '{') {
                open.set(open.size() - 1, innermost + 1);
            } else if (innermost == 1 && c == '}') {
                open.removeLast();
            } else if (innermost > 1 && c == '}') {
                open.set(open.size() - 1, innermost - 1);
            } else if (innermost > 0 && c == '"') {
                open.add(0);
            }
            if (open.size() > DEEPEST) {
                throw new Malformed(begins, "texts are nested deeper than " + DEEPEST + " levels");
            }
            at++;
        }
        at = Math.min(at, text.length());
        throw new Malformed(begins, "a text has no closing quotation mark");
    }

    /** Passes over an expression: to the end of its line, or to what ends it within a list or a block. */
    private void skip() throws Malformed {
        int begins = line;
        List<Character> open = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean comment = c == '#' || text.startsWith("//", at);
            if (open.isEmpty() && (comment || "\n,]})".indexOf(c) >= 0)) {
                return;
            }
            if (c == '"') {
                passQuoted();
            } else if (text.startsWith("<<", at)) {
                heredoc();
            } else if (comment || text.startsWith("/*", at)) {
                space(false);
            } else {
                if ("([{".indexOf(c) >= 0) {
                    open.add(c);
                } else if (")]}".indexOf(c) >= 0 && "([{".indexOf(open.removeLast()) != ")]}".indexOf(c)) {
                    throw new Malformed(line, "brackets do not match");
                } else if (c == '\n') {
                    line++;
                }
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw new Malformed(begins, "a bracket has no end");
        }
    }

    private void heredoc() throws Malformed {
        int begins = line;
        int end = text.indexOf('\n', at);
        String mark = end < 0
                ? ""
                : text.substring(at + 2, end).replaceFirst("^-", "").strip();
        if (mark.isEmpty()) {
            throw new Malformed(begins, "a text of several lines has no mark");
        }
        at = end;
        while (at < text.length()) {
            line++;
            int next = text.indexOf('\n', at + 1);
            String row = text.substring(at + 1, next < 0 ? text.length() : next);
            at = next < 0 ? text.length() : next;
            if (row.strip().equals(mark)) {
                return;
            }
        }
        throw new Malformed(begins, "a text of several lines has no end");
    }
}
