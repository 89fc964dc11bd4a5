package org.oncall.rota.intake.live;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file while it is read: collects what is wrong with it, and what was read otherwise than people may expect. */
public final class Source {
    /** No larger file means the schedules of one team. */
    public static final int MOST_BYTES = 5_000_000;

    private static final int MOST_ISSUES = 200;
    private static final int LONGEST_SHOWN = 80;

    private final String file;
    private final byte[] bytes;
    private final Effort effort;
    private final List<SourceIssue> issues = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param file as the caller named it */
    public Source(String file, byte[] bytes) {
        this(file, bytes, new Effort());
    }

    /** @param effort of all files that are read along */
    public Source(String file, byte[] bytes, Effort effort) {
        this.file = file;
        this.bytes = bytes;
        this.effort = effort;
    }

    /** What is left to expand its schedules. */
    public Effort effort() {
        return effort;
    }

    public String file() {
        return file;
    }

    /** The text without a byte order mark; null where it is too large or no UTF-8, which is an issue then. */
    public @Nullable String text() {
        if (bytes.length > MOST_BYTES) {
            issue(
                    1,
                    SourceIssue.TOO_MANY,
                    "The file has " + bytes.length + " bytes, and must have at most " + MOST_BYTES
                            + ".\nMaybe write the schedules of one team alone.");
            return null;
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult decoded = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, text, true);
        text.flip();
        String read = text.toString();
        if (decoded.isError()) {
            long line = read.chars().filter(c -> c == '\n').count() + 1;
            issue(
                    line,
                    "malformed-text",
                    "The file must be UTF-8, but byte " + (in.position() + 1) + " is not.\nMaybe save it as UTF-8.");
            return null;
        }
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    /** The bytes as they are, for readers that have asked for the text first. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Adds an issue; of very many, the first. */
    public void issue(long line, String code, String sentence) {
        if (issues.size() < MOST_ISSUES) {
            issues.add(new SourceIssue(file, line, code, sentence));
        } else if (issues.size() == MOST_ISSUES) {
            issues.add(new SourceIssue(file, line, "more-issues", "There are more issues than are reported."));
        }
    }

    public void note(String sentence) {
        if (notes.size() < MOST_ISSUES && !notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    public boolean hasIssues() {
        return !issues.isEmpty();
    }

    public List<SourceIssue> issues() {
        return List.copyOf(issues);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** A value as it reads in a sentence: on one line, and not longer than a person would read. */
    public static String shown(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(point -> result.appendCodePoint(
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                                ? '?'
                                : point));
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN
                ? result.append('…').toString()
                : result.toString();
    }
}
