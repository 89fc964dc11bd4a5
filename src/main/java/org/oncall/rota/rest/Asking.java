package org.oncall.rota.rest;

import jakarta.ws.rs.HeaderParam;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.teams.Caller;
import org.oncall.rota.teams.Condition;

/** Who asks for a change, why, and to what. */
public class Asking {
    private static final String KEY =
            "Sent again with the same body within a day, it is answered as before and not done twice";
    /** Without a plus sign, which the decoder would take for a space. */
    private static final Pattern EXTENDED =
            Pattern.compile("(?i:UTF-8)'[A-Za-z0-9-]*'(?:[A-Za-z0-9!#$&.^_`|~-]|%[0-9A-Fa-f]{2})*");

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    @HeaderParam("X-Rota-User")
    @Parameter(
            description =
                    "Who does it, as the trail will say, in ASCII or as RFC 8187 writes other letters. The service takes the word of the"
                            + " proxy in front of it; without, 'unknown'")
    @Nullable
    String user;

    @HeaderParam("X-Rota-Why")
    @Parameter(description = "Why, as the trail will say")
    @Nullable
    String why;

    Caller caller() {
        return Caller.of(decoded(user), decoded(why));
    }

    /** Headers hold plain letters alone; whatever else is in a name comes as RFC 8187 writes it. What only looks so is left as it is. */
    private static @Nullable String decoded(@Nullable String header) {
        if (header == null || !EXTENDED.matcher(header).matches()) {
            return header;
        }
        try {
            byte[] bytes = URLDecoder.decode(
                            header.substring(header.lastIndexOf('\'') + 1), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    /** For what is made by a search, or put in force: nothing need be said of versions. */
    public static class ToMake extends Asking {
        @HeaderParam("Idempotency-Key")
        @Parameter(description = KEY)
        @Nullable
        String key;
    }

    /** For what is changed. */
    public static class ToChange extends Asking {
        @HeaderParam("If-Match")
        @Parameter(description = "The ETag of the version that is meant to be changed")
        @Nullable
        String match;

        @HeaderParam("If-None-Match")
        @Parameter(description = "* to make something that is not to be there yet")
        @Nullable
        String noneMatch;

        Condition condition() {
            boolean any = match != null && match.strip().equals("*");
            return new Condition(
                    match == null || any ? null : versions(match),
                    any,
                    noneMatch != null && noneMatch.strip().equals("*"));
        }
    }

    /** For what is added to something. */
    public static class ToAdd extends ToChange {
        @HeaderParam("Idempotency-Key")
        @Parameter(description = KEY)
        @Nullable
        String key;
    }

    /** A weak tag, or one that is none of ours, matches nothing. */
    private static Set<Long> versions(String match) {
        Set<Long> versions = new HashSet<>();
        Matcher tags = TAG.matcher(match);
        while (tags.find()) {
            if (tags.group(1) == null && tags.group(2).matches("\\d{1,18}")) {
                versions.add(Long.valueOf(tags.group(2)));
            }
        }
        return versions;
    }
}
