package org.oncall.rota.export.exchange;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.support.Timeline;

/** Each tool's documented rules, by which it finds from what it was sent who is on call; nothing of ours is used for it. */
final class Simulators {
    /** Long after any rota. */
    private static final Instant END = Instant.parse("2040-01-01T00:00:00Z");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Simulators() {}

    /** Somebody's claim to be on call; of several at once, those of the highest rank are. */
    private record Claim(Interval span, String user, int rank) {}

    /**
     * A calendar: everybody whose event is not cancelled, as the summary names them. It is read by a library that did not write
     * it; but local times are placed here, as RFC 5545 says, because that library errs at noon on days of clock changes.
     */
    static SortedMap<Instant, String> calendar(byte[] feed, Predicate<VEvent> which, Function<VEvent, String> who) {
        ICalendar calendar =
                Biweekly.parse(new String(feed, StandardCharsets.UTF_8)).first();
        List<VEvent> events = calendar.getEvents().stream()
                .filter(event -> !event.getStatus().isCancelled())
                .filter(which)
                .toList();
        return Timeline.of(
                events,
                event -> new Interval(instant(calendar, event.getDateStart()), instant(calendar, event.getDateEnd())),
                who);
    }

    private static Instant instant(ICalendar calendar, DateOrDateTimeProperty property) {
        DateTimeComponents written = property.getValue().getRawComponents();
        LocalDateTime local = LocalDateTime.of(
                written.getYear(),
                written.getMonth(),
                written.getDate(),
                written.getHour(),
                written.getMinute(),
                written.getSecond());
        if (written.isUtc()) {
            return local.toInstant(ZoneOffset.UTC);
        }
        VTimezone zone = calendar.getTimezoneInfo().getTimezone(property).getComponent();
        LocalDateTime latest = LocalDateTime.MIN;
        int minutes = Integer.MIN_VALUE;
        List<Observance> observances = new ArrayList<>(zone.getStandardTimes());
        observances.addAll(zone.getDaylightSavingsTime());
        for (Observance observance : observances) {
            DateTimeComponents onset = observance.getDateStart().getValue().getRawComponents();
            LocalDateTime begins = LocalDateTime.of(
                    onset.getYear(), onset.getMonth(), onset.getDate(), onset.getHour(), onset.getMinute());
            if (!begins.isAfter(local) && begins.isAfter(latest)) {
                latest = begins;
                UtcOffset offset = observance.getTimezoneOffsetTo().getValue();
                minutes = (int) Duration.ofMillis(offset.getMillis()).toMinutes();
            }
        }
        return local.toInstant(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    /** PagerDuty, version 3: everybody who has a custom shift, as shifts do not hide each other. */
    static SortedMap<Instant, String> pagerDuty3(String json, String name) {
        JsonNode tier = tier(json, "schedule", name);
        List<Claim> claims = new ArrayList<>();
        for (JsonNode shift : tier.path("custom_shifts")) {
            claims.add(new Claim(
                    span(shift, "start_time", "end_time"),
                    shift.path("assignments")
                            .path(0)
                            .path("member")
                            .path("user_id")
                            .asText(),
                    0));
        }
        return render(claims);
    }

    /** PagerDuty, version 2: the override made last, else the lowest layer that has somebody, who take turns for good. */
    static SortedMap<Instant, String> pagerDuty2(String json, String name) {
        JsonNode tier = tier(json, "schedule", name);
        List<Claim> claims = new ArrayList<>();
        int rank = 0;
        for (JsonNode layer : tier.path("schedule").path("schedule_layers")) {
            claims.addAll(layer(layer, rank++));
        }
        for (JsonNode override : tier.path("overrides")) {
            claims.add(new Claim(
                    span(override, "start", "end"),
                    override.path("user").path("id").asText(),
                    rank++));
        }
        return render(claims);
    }

    private static List<Claim> layer(JsonNode layer, int rank) {
        Instant start = instant(layer.path("start").asText());
        Instant end = layer.hasNonNull("end") ? instant(layer.path("end").asText()) : END;
        if (layer.path("users").size() != 1 || layer.has("restrictions")) {
            throw new AssertionError("The simulator knows layers of one user only.");
        }
        JsonNode user = layer.path("users").path(0);
        return List.of(new Claim(
                new Interval(start, end),
                user.isTextual() ? user.asText() : user.path("user").path("id").asText(),
                rank));
    }

    /** Opsgenie: the override, else who is on call by the rotation that it overrides. */
    static SortedMap<Instant, String> opsgenie(String json, String name) {
        JsonNode tier = tier(json, "schedule", name);
        List<Claim> claims = new ArrayList<>();
        TreeSet<String> rotations = new TreeSet<>();
        for (JsonNode rotation : tier.path("schedule").path("rotations")) {
            rotations.add(rotation.path("name").asText());
            if (rotation.path("participants").size() != 1) {
                throw new AssertionError("The simulator knows rotations of one participant only.");
            }
            claims.add(new Claim(
                    new Interval(instant(rotation.path("startDate").asText()), END),
                    rotation.path("participants").path(0).path("id").asText(),
                    0));
        }
        TreeSet<String> aliases = new TreeSet<>();
        for (JsonNode override : tier.path("overrides")) {
            if (!aliases.add(override.path("alias").asText())
                    || !rotations.contains(
                            override.path("rotations").path(0).path("name").asText())) {
                throw new AssertionError("An alias twice, or a rotation that does not exist: " + override);
            }
            claims.add(new Claim(
                    span(override, "startDate", "endDate"),
                    override.path("user").path("id").asText(),
                    1));
        }
        return render(claims);
    }

    /** Terraform for PagerDuty: of layers that overlap, the later one. */
    static SortedMap<Instant, String> pagerDutyTerraform(String hcl, String name) {
        String resource = resources(hcl, "pagerduty_schedule").stream()
                .filter(text -> value(text, "name").equals(name))
                .findFirst()
                .orElseThrow();
        List<Claim> claims = new ArrayList<>();
        int rank = 0;
        for (String layer : resource.split("\n  layer \\{\n")) {
            if (rank++ > 0) {
                String end = value(layer, "end");
                claims.add(new Claim(
                        new Interval(instant(value(layer, "start")), end.isEmpty() ? END : instant(end)),
                        value(layer, "users").replaceAll("[\\[\\]\"]", ""),
                        rank));
            }
        }
        return render(claims);
    }

    /** Terraform for Grafana OnCall: of the events of a schedule at one moment, those of the highest level. */
    static SortedMap<Instant, String> grafanaTerraform(String hcl, String name) {
        String schedule = resources(hcl, "grafana_oncall_schedule").stream()
                .filter(text -> value(text, "name").equals(name))
                .findFirst()
                .orElseThrow();
        List<Claim> claims = new ArrayList<>();
        for (String shift : resources(hcl, "grafana_oncall_on_call_shift")) {
            String resource = shift.substring(1, shift.indexOf('"', 1));
            if (!schedule.contains("    grafana_oncall_on_call_shift." + resource + ".id,\n")) {
                continue;
            }
            if (!value(shift, "time_zone").equals("UTC")) {
                throw new AssertionError("The simulator knows UTC only.");
            }
            Instant start = LocalDateTime.parse(value(shift, "start")).toInstant(ZoneOffset.UTC);
            Duration duration = Duration.ofSeconds(Long.parseLong(value(shift, "duration")));
            int level = Integer.parseInt(value(shift, "level"));
            String user = value(shift, "users").replaceAll(".*\\[\"|\"\\].*", "");
            if (value(shift, "type").equals("single_event")) {
                claims.add(new Claim(new Interval(start, start.plus(duration)), user, level));
            } else {
                for (Instant turn = start;
                        turn.isBefore(start.plus(Duration.ofDays(800)));
                        turn = turn.plus(Duration.ofDays(7))) {
                    claims.add(new Claim(new Interval(turn, turn.plus(duration)), user, level));
                }
            }
        }
        return render(claims);
    }

    /** What follows the type in each resource of it, up to its closing brace. */
    private static List<String> resources(String hcl, String type) {
        List<String> result = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?ms)^resource \"" + type + "\" (\"[^\"]+\" \\{\n.*?)^}\n")
                .matcher(hcl);
        while (matcher.find()) {
            result.add(matcher.group(1));
        }
        return result;
    }

    private static String value(String block, String field) {
        Matcher matcher = Pattern.compile("(?m)^ +" + field + " += (.*)$").matcher(block);
        return matcher.find() ? matcher.group(1).replaceAll("^\"|\"$", "") : "";
    }

    private static JsonNode tier(String json, String metadata, String name) {
        try {
            return StreamSupport.stream(MAPPER.readTree(json).path("schedules").spliterator(), false)
                    .filter(node -> node.path(metadata).path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Interval span(JsonNode node, String start, String end) {
        return new Interval(
                instant(node.path(start).asText()), instant(node.path(end).asText()));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static SortedMap<Instant, String> render(List<Claim> claims) {
        TreeSet<Instant> moments = new TreeSet<>();
        claims.forEach(claim -> moments.addAll(List.of(claim.span.start(), claim.span.end())));
        SortedMap<Instant, String> timeline = new TreeMap<>();
        String before = "";
        for (Instant moment : moments) {
            List<Claim> here =
                    claims.stream().filter(claim -> claim.span.contains(moment)).toList();
            int highest = here.stream()
                    .map(Claim::rank)
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            TreeSet<String> users = new TreeSet<>();
            here.stream().filter(claim -> claim.rank == highest).forEach(claim -> users.add(claim.user));
            String now = String.join(",", users);
            if (!now.equals(before)) {
                timeline.put(moment, now);
            }
            before = now;
        }
        return timeline;
    }
}
