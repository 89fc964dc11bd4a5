package org.oncall.rota.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One server's JSON API. Waits as long as the server asks where it says 429; repeats what may be repeated where it fails, with
 * growing pauses; and never repeats a POST whose fate is unknown.
 */
final class ApiClient {
    /** How often one call is tried in all, and how often the server may ask to wait before it. */
    static final int TRIES = 5;

    static final int MOST_WAITS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String AGAIN = "\nRun this again later: it goes on from where it stopped.";
    private static final int MOST_BYTES = 20_000_000;
    private static final int LONGEST_SHOWN = 300;

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> headers;
    private final Sleeper sleeper;
    private final Duration patience;
    private Duration slept = Duration.ZERO;
    private final ObjectMapper mapper = new ObjectMapper();

    /** @param patience how long it may wait in all; when more is asked for it gives up, and says how long that was */
    ApiClient(URI base, Map<String, String> headers, Sleeper sleeper, Duration patience) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER) // a token must not follow one elsewhere
                .build();
        this.base = base;
        this.headers = Map.copyOf(headers);
        this.sleeper = sleeper;
        this.patience = patience;
    }

    /** Reads. */
    JsonNode get(String path) throws PushException {
        try {
            return call("GET", path, null);
        } catch (UnclearWriteException e) {
            throw new IllegalStateException(e); // a read is repeated instead
        }
    }

    /** Writes something new; not repeated where nobody knows whether it was written. */
    JsonNode post(String path, JsonNode body) throws PushException, UnclearWriteException {
        return call("POST", path, body);
    }

    /** Writes what may be written twice. */
    void put(String path, JsonNode body) throws PushException {
        try {
            call("PUT", path, body);
        } catch (UnclearWriteException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes; what is gone already is deleted. */
    void delete(String path) throws PushException {
        try {
            call("DELETE", path, null);
        } catch (UnclearWriteException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode call(String method, String path, @Nullable JsonNode body)
            throws PushException, UnclearWriteException {
        Duration pause = FIRST_PAUSE;
        int tries = 0;
        int waits = 0;
        while (true) {
            String failure;
            Duration wait = null;
            try {
                HttpResponse<InputStream> response =
                        http.send(request(method, path, body), HttpResponse.BodyHandlers.ofInputStream());
                int status = response.statusCode();
                String text = text(response);
                if (status / 100 == 2 || status == 404 && method.equals("DELETE")) {
                    return json(text, method, path);
                }
                if (status == 429) {
                    waits++;
                    if (waits > MOST_WAITS) {
                        throw new PushException(
                                "The server of (" + base + ") asked to wait " + waits
                                        + " times running for " + method + " " + path
                                        + "." + AGAIN,
                                asked(response).orElse(null));
                    }
                    Duration time = asked(response).orElse(pause);
                    sleep(
                            time.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : time,
                            time,
                            "The server of (" + base + ") asks to wait " + time.toSeconds() + " s before " + method
                                    + " " + path + ".");
                    continue;
                }
                if (status / 100 != 5) {
                    throw new PushException(refusal(status, method, path, text));
                }
                failure = "answered " + status;
                wait = asked(response).orElse(null);
            } catch (IOException e) {
                failure = "did not answer (" + e.getClass().getSimpleName() + ")";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PushException("The push was interrupted before " + method + " " + path + ".");
            }
            String what = "The server of (" + base + ") " + failure + " to " + method + " " + path + ".";
            if (method.equals("POST")) {
                throw new UnclearWriteException(what);
            }
            tries++;
            if (tries >= TRIES) {
                throw new PushException(what + AGAIN, wait);
            }
            sleep(pause, wait, what);
            pause = pause.multipliedBy(2);
        }
    }

    private HttpRequest request(String method, String path, @Nullable JsonNode body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("The answer is larger than " + MOST_BYTES + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private JsonNode json(String text, String method, String path) throws PushException {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PushException("The server of (" + base + ") answered " + method + " " + path
                    + " with something that is not JSON. Maybe the address is not that of the API.");
        }
    }

    private String refusal(int status, String method, String path, String text) {
        String hint = switch (status) {
            case 401 -> "\nMaybe the token is wrong, or of another service region.";
            case 402, 403 -> "\nMaybe the token may only read, or the account has not this kind of schedule.";
            case 404 -> "\nMaybe the address is not that of the API.";
            default -> "";
        };
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return "The server of (" + base + ") refused " + method + " " + path + " with " + status + ": "
                + (plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain) + hint;
    }

    /** How long the server asks to wait: in seconds by either header. */
    private static Optional<Duration> asked(HttpResponse<?> response) {
        for (String header : List.of("Retry-After", "ratelimit-reset")) {
            Optional<String> value = response.headers().firstValue(header);
            if (value.isPresent() && value.get().strip().matches("\\d{1,6}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value.get().strip())));
            }
        }
        return Optional.empty();
    }

    /**
     * Waits, unless it has waited for as long as it may.
     *
     * @param asked how long the server asks for; null: it does not say
     * @param why for people
     */
    void sleep(Duration time, @Nullable Duration asked, String why) throws PushException {
        slept = slept.plus(time);
        if (slept.compareTo(patience) > 0) {
            throw new PushException(why + AGAIN, asked);
        }
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PushException("The push was interrupted while it waited.");
        }
    }
}
