package org.oncall.rota.teams;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.store.DuplicateException;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredAnswer;
import org.oncall.rota.store.Transaction;

/**
 * Sees to it that what is sent twice under one key is done once: the answer is kept in the very transaction that does it, so
 * that there is never the one without the other.
 */
public final class AnswerBook {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Store store;
    private final Clock clock;

    public AnswerBook(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * An answer as it is kept.
     *
     * @param headers those that belong to it
     * @param isRepeated whether nothing was done this time
     */
    public record Kept(
            int status,
            Map<String, String> headers,
            @Nullable String body,
            boolean isRepeated) {
        /** Whether something was done that must not be done again. */
        boolean isDone() {
            return status < 300;
        }
    }

    /**
     * Does it, or answers as when it was done before. Answers that it was not done are not kept.
     *
     * @param route method and path: a key is one of a route
     */
    public Kept once(String key, String route, byte[] body, Supplier<Kept> action) {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.wrong(
                    "bad-key",
                    "",
                    "The Idempotency-Key must be 1 to 200 printable ASCII characters.\nMaybe send a UUID.");
        }
        String digest = digest(body);
        try {
            return store.transact(transaction -> once(transaction, key, route, digest, action));
        } catch (DuplicateException e) {
            // Somebody was quicker with the same key, and has done it by now.
            return store.transact(transaction -> transaction.keys().find(key, route))
                    .map(kept -> repeated(kept, digest))
                    .orElseThrow(() -> e);
        }
    }

    private Kept once(Transaction transaction, String key, String route, String digest, Supplier<Kept> action) {
        Optional<StoredAnswer> kept = transaction.keys().find(key, route);
        if (kept.isPresent()) {
            return repeated(kept.get(), digest);
        }
        transaction.keys().take(key, route, digest, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Kept done = action.get();
        if (done.isDone()) {
            transaction
                    .keys()
                    .answer(new StoredAnswer(
                            key,
                            route,
                            digest,
                            done.status(),
                            Json.text(new TreeMap<>(done.headers())),
                            done.body(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS)));
        } else {
            transaction.keys().giveBack(key, route);
        }
        return done;
    }

    private static Kept repeated(StoredAnswer kept, String digest) {
        if (!kept.digest().equals(digest)) {
            throw Refusal.wrong(
                    "key-used",
                    "",
                    "The Idempotency-Key (" + kept.key()
                            + ") was used for another body already.\nMaybe send a new one.");
        }
        Map<String, String> headers = new TreeMap<>();
        Json.map(kept.headers()).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new Kept(kept.status(), headers, kept.body(), true);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
