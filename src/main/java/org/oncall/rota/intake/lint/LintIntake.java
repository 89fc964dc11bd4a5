package org.oncall.rota.intake.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.ical.ShiftFeed;
import org.oncall.rota.intake.live.Effort;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.JsonItems;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.LiveShift;
import org.oncall.rota.intake.live.LiveUser;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;
import org.oncall.rota.intake.opsgenie.OpsgenieReader;
import org.oncall.rota.intake.pagerduty.PagerDutyReader;
import org.oncall.rota.intake.terraform.TerraformReader;

/**
 * Makes a request to audit what files of other tools say, one tier a schedule in the order of the files. What the files do not
 * say has the defaults of a request, or stands in a team's own request; only the time of the handover is taken from the shifts.
 */
public final class LintIntake {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int MOST_TIERS = 20;
    /** As many as an audit takes. */
    private static final int MOST_SHIFTS = 20_000;

    private static final int LONGEST_ID = 60;
    private static final String ROTATION = "on-call";
    private static final Pattern IN_SHIFTS = Pattern.compile("/shifts/(\\d{1,9})(?:/.*)?");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Formats of files. */
    public enum Format {
        PAGERDUTY,
        TERRAFORM,
        OPSGENIE,
        ICAL
    }

    /**
     * One file.
     *
     * @param name as the caller knows it
     * @param format null: it is known by its name or what it says
     */
    public record Given(String name, byte[] bytes, @Nullable Format format) {
        public Given(String name, byte[] bytes) {
            this(name, bytes, null);
        }
    }

    /**
     * What came of the files.
     *
     * @param audit a request to audit, in JSON; null where there are issues
     * @param issues everything wrong or not understood
     * @param notes what was read in a way that people should know of
     * @param places by the number of a shift of the request, the schedule that it comes from
     */
    public record Result(
            byte @Nullable [] audit, List<SourceIssue> issues, List<String> notes, List<LiveSchedule> places) {
        public Result {
            issues = List.copyOf(issues);
            notes = List.copyOf(notes);
            places = List.copyOf(places);
        }

        /** The request of the same rota to be solved; only where there are no issues. */
        public byte[] solve() {
            try {
                ObjectNode request = (ObjectNode) MAPPER.readTree(Objects.requireNonNull(audit));
                request.remove("shifts");
                return MAPPER.writeValueAsBytes(request);
            } catch (IOException e) {
                throw new IllegalStateException("A request of ours is not JSON.", e);
            }
        }

        /** The same issue by file and line, where it concerns a shift of the files; else null. */
        public @Nullable SourceIssue byLine(Issue issue) {
            Matcher place = IN_SHIFTS.matcher(issue.pointer());
            if (!place.matches() || Integer.parseInt(place.group(1)) >= places.size()) {
                return null;
            }
            LiveSchedule schedule = places.get(Integer.parseInt(place.group(1)));
            return new SourceIssue(schedule.file(), schedule.line(), issue.code(), issue.sentence());
        }
    }

    private record Tier(String rotation, String id, LocalTime handover) {}

    private final Window window;
    private final List<SourceIssue> issues = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private LintIntake(Window window) {
        this.window = window;
    }

    /**
     * Reads the files.
     *
     * @param team a request, for what the files do not say: leave, skills, coverage, rules; where it has no team, the people are
     *     those in the files; null: everything by default
     */
    public static Result read(List<Given> files, Window window, @Nullable JsonNode team) {
        return new LintIntake(window).all(files, team);
    }

    private Result all(List<Given> files, @Nullable JsonNode team) {
        ObjectNode request = team instanceof ObjectNode given ? given.deepCopy() : MAPPER.createObjectNode();
        List<LiveSchedule> schedules = new ArrayList<>();
        Effort effort = new Effort();
        for (Given file : files) {
            Source source = new Source(file.name(), file.bytes(), effort);
            schedules.addAll(read(source, file.format(), zone(request, List.of())));
            issues.addAll(source.issues());
            notes.addAll(source.notes());
        }
        if (issues.isEmpty() && schedules.isEmpty()) {
            files.forEach(file -> issues.add(new SourceIssue(
                    file.name(), 1, SourceIssue.MISSING, "The file must have a schedule, but has none.")));
        }
        if (schedules.size() > MOST_TIERS) {
            LiveSchedule first = schedules.get(MOST_TIERS);
            issues.add(new SourceIssue(
                    first.file(),
                    first.line(),
                    SourceIssue.TOO_MANY,
                    "There must be at most " + MOST_TIERS + " schedules.\nMaybe give those of one team alone."));
        }
        int shifts = schedules.stream()
                .mapToInt(schedule -> schedule.shifts().size())
                .sum();
        if (issues.isEmpty() && shifts > MOST_SHIFTS) {
            LiveSchedule first = schedules.getFirst();
            issues.add(new SourceIssue(
                    first.file(),
                    first.line(),
                    SourceIssue.TOO_MANY,
                    "The schedules must have at most " + MOST_SHIFTS + " shifts together, but have " + shifts
                            + ".\nMaybe look at a shorter period."));
        }
        if (!issues.isEmpty()) {
            return new Result(null, issues, notes, List.of());
        }
        return request(request, !request.hasNonNull("team"), schedules);
    }

    private List<LiveSchedule> read(Source source, @Nullable Format given, ZoneId zone) {
        Format format = given != null ? given : byName(source);
        if (format == Format.TERRAFORM) {
            return TerraformReader.read(source, window);
        }
        if (format == Format.ICAL) {
            return ShiftFeed.read(source, window, zone);
        }
        Item root = JsonItems.read(source);
        if (root == null) {
            return List.of();
        }
        if (format == null) {
            Set<String> fields = new HashSet<>();
            names(root, fields, 0);
            boolean opsgenie = fields.contains("timezone") || fields.contains("participants");
            boolean pagerDuty = fields.contains("schedule_layers")
                    || fields.contains("time_zone")
                    || fields.contains("custom_shifts");
            if (opsgenie == pagerDuty) {
                source.issue(
                        root.line(),
                        SourceIssue.NOT_UNDERSTOOD,
                        "The file must be a schedule of PagerDuty (with time_zone, and schedule_layers or custom_shifts) or of Opsgenie (with"
                                + " timezone and rotations), Terraform (.tf), or a calendar (.ics).");
                return List.of();
            }
            format = opsgenie ? Format.OPSGENIE : Format.PAGERDUTY;
        }
        return format == Format.OPSGENIE
                ? OpsgenieReader.read(source, window, root)
                : PagerDutyReader.read(source, window, root);
    }

    /** The names of the fields in the upper levels, where tools differ. */
    private static void names(Item item, Set<String> names, int depth) {
        if (depth < 4) {
            item.fields().forEach((name, inner) -> {
                names.add(name);
                names(inner, names, depth + 1);
            });
            item.elements().forEach(inner -> names(inner, names, depth + 1));
        }
    }

    /** Null where the file is to be JSON. */
    private static @Nullable Format byName(Source source) {
        String name = source.file().toLowerCase(Locale.ROOT);
        if (name.endsWith(".tf") || name.endsWith(".hcl")) {
            return Format.TERRAFORM;
        }
        return name.endsWith(".ics") || name.endsWith(".ical") || name.endsWith(".ifb") ? Format.ICAL : null;
    }

    // ---- The request

    private static ZoneId zone(ObjectNode request, List<LiveSchedule> schedules) {
        String written = request.at("/team/zone").asText("");
        if (!written.isEmpty()) {
            try {
                return ZoneId.of(written);
            } catch (DateTimeException e) {
                return ZONE; // intake says what is wrong with it
            }
        }
        return schedules.stream()
                .map(LiveSchedule::zone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ZONE);
    }

    private Result request(ObjectNode request, boolean byDefault, List<LiveSchedule> schedules) {
        ZoneId zone = zone(request, schedules);
        ObjectNode team = request.get("team") instanceof ObjectNode given ? given : request.putObject("team");
        if (byDefault) {
            team.put("zone", zone.getId());
        }
        schedules.stream()
                .filter(schedule -> schedule.zone() != null && !zone.equals(schedule.zone()))
                .forEach(schedule -> notes.add(schedule.file() + ":" + schedule.line() + ": the schedule ("
                        + Source.shown(schedule.name()) + ") is in " + schedule.zone()
                        + "; its hours are right, and days are those of " + zone + "."));
        List<Tier> tiers = byDefault ? ownTiers(team, schedules, zone) : teamTiers(team, schedules);
        Map<LiveUser, String> members = byDefault ? ownMembers(team, schedules) : teamMembers(team, schedules);
        if (!issues.isEmpty()) {
            return new Result(null, issues, notes, List.of());
        }
        request.put("from", window.from().toString()).put("to", window.to().toString());
        ArrayNode shifts = request.putArray("shifts");
        List<LiveSchedule> places = new ArrayList<>();
        for (int s = 0; s < schedules.size(); s++) {
            LiveSchedule schedule = schedules.get(s);
            Tier tier = tiers.get(s);
            notes.add(schedule.file() + ":" + schedule.line() + ": the schedule (" + Source.shown(schedule.name())
                    + ") is tier " + tier.id() + " of rotation " + tier.rotation() + ".");
            Instant from = window.from().atTime(tier.handover()).atZone(zone).toInstant();
            Instant to = window.to().atTime(tier.handover()).atZone(zone).toInstant();
            for (LiveShift shift : schedule.shifts()) {
                Instant starts = shift.span().start().isBefore(from)
                        ? from
                        : shift.span().start();
                Instant ends =
                        shift.span().end().isAfter(to) ? to : shift.span().end();
                if (starts.isBefore(ends)) {
                    shifts.addObject()
                            .put("rotation", tier.rotation())
                            .put("tier", tier.id())
                            .put("member", members.get(shift.user()))
                            .put("from", starts.toString())
                            .put("to", ends.toString());
                    places.add(schedule);
                }
            }
        }
        try {
            return new Result(MAPPER.writeValueAsBytes(request), List.of(), notes, places);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree cannot be written as JSON.", e);
        }
    }

    private List<Tier> ownTiers(ObjectNode team, List<LiveSchedule> schedules, ZoneId zone) {
        LocalTime handover = handover(schedules, zone);
        ObjectNode rotation = team.putArray("rotations").addObject().put("id", ROTATION);
        ArrayNode written = rotation.putArray("tiers");
        rotation.putObject("handover").put("time", handover.toString());
        List<Tier> tiers = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (LiveSchedule schedule : schedules) {
            String plain = schedule.name()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            String base = plain.isEmpty() ? "tier" : plain.substring(0, Math.min(plain.length(), LONGEST_ID));
            String id = base;
            for (int n = 2; !taken.add(id); n++) {
                id = base + "-" + n;
            }
            written.addObject().put("id", id);
            tiers.add(new Tier(ROTATION, id, handover));
        }
        return tiers;
    }

    /** The time of day at which hands change most often; noon where they never do. */
    private static LocalTime handover(List<LiveSchedule> schedules, ZoneId zone) {
        Map<LocalTime, Integer> counts = new TreeMap<>();
        for (LiveSchedule schedule : schedules) {
            for (int i = 1; i < schedule.shifts().size(); i++) {
                LiveShift before = schedule.shifts().get(i - 1);
                LiveShift shift = schedule.shifts().get(i);
                if (before.span().end().equals(shift.span().start())) {
                    LocalTime time =
                            ZonedDateTime.ofInstant(shift.span().start(), zone).toLocalTime();
                    if (time.getSecond() == 0 && time.getNano() == 0) {
                        counts.merge(time, 1, Integer::sum);
                    }
                }
            }
        }
        LocalTime best = LocalTime.NOON;
        int most = 0;
        for (Map.Entry<LocalTime, Integer> count : counts.entrySet()) {
            if (count.getValue() > most) {
                most = count.getValue();
                best = count.getKey();
            }
        }
        return best;
    }

    /** By the name of the tier or the end of the schedule's name where every one has its own; else in their order. */
    private List<Tier> teamTiers(ObjectNode team, List<LiveSchedule> schedules) {
        List<Tier> all = new ArrayList<>();
        JsonNode rotations = team.path("rotations");
        if (rotations.isEmpty()) {
            all.add(new Tier(ROTATION, "primary", LocalTime.NOON));
            all.add(new Tier(ROTATION, "secondary", LocalTime.NOON));
        }
        for (JsonNode rotation : rotations) {
            LocalTime handover = LocalTime.NOON;
            try {
                handover = LocalTime.parse(rotation.at("/handover/time").asText("12:00"));
            } catch (DateTimeException e) {
                // Intake says what is wrong with it.
            }
            String id = rotation.path("id").asText(ROTATION);
            if (rotation.path("tiers").isEmpty()) {
                all.add(new Tier(id, "primary", handover));
                all.add(new Tier(id, "secondary", handover));
            }
            for (JsonNode tier : rotation.path("tiers")) {
                all.add(new Tier(id, tier.path("id").asText(""), handover));
            }
        }
        List<Tier> named = new ArrayList<>();
        for (LiveSchedule schedule : schedules) {
            List<Tier> meant = all.stream().filter(tier -> isOf(schedule, tier)).toList();
            if (meant.size() == 1 && !named.contains(meant.getFirst())) {
                named.add(meant.getFirst());
            }
        }
        if (named.size() == schedules.size()) {
            return named;
        }
        if (all.size() == schedules.size()) {
            return all;
        }
        for (LiveSchedule schedule : schedules) {
            issues.add(
                    new SourceIssue(
                            schedule.file(),
                            schedule.line(),
                            "unknown-tier",
                            "The schedule (" + Source.shown(schedule.name()) + ") must be a tier of the team, whose "
                                    + all.size() + " tiers are "
                                    + all.stream().map(Tier::id).limit(10).toList()
                                    + ".\nMaybe give as many schedules as there are tiers, or end its name with that of its tier."));
        }
        return all;
    }

    private static boolean isOf(LiveSchedule schedule, Tier tier) {
        String name = schedule.name().toLowerCase(Locale.ROOT);
        String id = tier.id().toLowerCase(Locale.ROOT);
        String whole = tier.rotation().toLowerCase(Locale.ROOT) + " " + id;
        return name.equals(id) || name.equals(whole) || name.endsWith(": " + whole);
    }

    private Map<LiveUser, String> ownMembers(ObjectNode team, List<LiveSchedule> schedules) {
        Map<LiveUser, String> members = new LinkedHashMap<>();
        Map<String, LiveUser> byId = new HashMap<>();
        Map<String, String> idByName = new HashMap<>();
        ArrayNode written = team.putArray("members");
        for (LiveSchedule schedule : schedules) {
            for (LiveUser user : schedule.users()) {
                LiveUser known = byId.putIfAbsent(user.id(), user);
                if (known == null) {
                    String id = user.id().contains("@") ? user.name() : user.id();
                    String other = idByName.putIfAbsent(user.name(), user.id());
                    if (other != null) {
                        notes.add("Two users are called " + Source.shown(user.name())
                                + ": they are told apart by their ids, and taken for two people.");
                        id = user.id().contains("@") ? user.name() + "-" + (members.size() + 1) : id;
                    }
                    written.addObject().put("id", id).put("name", user.name());
                    members.put(user, id);
                } else {
                    members.putIfAbsent(user, Objects.requireNonNull(members.get(known)));
                }
            }
        }
        return members;
    }

    private Map<LiveUser, String> teamMembers(ObjectNode team, List<LiveSchedule> schedules) {
        Set<String> ids = new HashSet<>();
        Map<String, List<String>> byName = new HashMap<>();
        for (JsonNode member : team.path("members")) {
            String name = member.isTextual()
                    ? member.textValue()
                    : member.path("name").asText("");
            String id = member.path("id").asText(name);
            ids.add(id);
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(id);
        }
        Map<LiveUser, String> members = new LinkedHashMap<>();
        for (LiveSchedule schedule : schedules) {
            for (LiveUser user : schedule.users()) {
                List<String> named = byName.getOrDefault(user.name(), List.of());
                if (members.containsKey(user)) {
                    continue;
                }
                if (ids.contains(user.id())) {
                    members.put(user, user.id());
                } else if (ids.contains(user.name())) {
                    members.put(user, user.name());
                } else if (named.size() == 1) {
                    members.put(user, named.getFirst());
                } else {
                    members.put(user, "");
                    issues.add(new SourceIssue(
                            schedule.file(),
                            schedule.line(),
                            SourceIssue.UNKNOWN_MEMBER,
                            "The user (" + Source.shown(user.name()) + ") of the schedule ("
                                    + Source.shown(schedule.name()) + ") must be one member of the team, by id or by"
                                    + " name, but is " + (named.isEmpty() ? "none." : named.size() + ".")
                                    + "\nMaybe write that id into the team."));
                }
            }
        }
        return members;
    }
}
