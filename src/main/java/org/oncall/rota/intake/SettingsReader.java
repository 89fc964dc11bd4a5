package org.oncall.rota.intake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.wire.SolveJson;

/** Reads how to weigh the rules, and how long to search. */
final class SettingsReader {
    private static final int MOST_WEIGHT = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Values values;
    private final Issues issues;

    SettingsReader(Values values) {
        this.values = values;
        this.issues = values.issues();
    }

    /** The weights that differ from their defaults. */
    Map<String, Integer> weights(@Nullable Map<String, Integer> given, Place place) {
        Map<String, Integer> result = new TreeMap<>();
        if (given == null) {
            return result;
        }
        given.forEach((id, weight) -> {
            Optional<Rule> rule = RuleBook.find(id);
            Field field = new Field("weight", "rule (" + Quotes.shorten(id) + ")", place.at(id));
            if (rule.isEmpty() || rule.get().level() != Level.SOFT) {
                refuse(id, rule, field.place());
            } else if (values.number(weight, field, 0, MOST_WEIGHT) != null
                    && weight != rule.get().defaultWeight()) {
                result.put(id, weight);
            }
        });
        return result;
    }

    private void refuse(String id, Optional<Rule> rule, Place place) {
        List<String> soft = RuleBook.rules().stream()
                .filter(r -> r.level() == Level.SOFT)
                .map(Rule::id)
                .toList();
        String rules = " Soft rules are " + String.join(", ", soft) + ".";
        if (rule.isPresent()) {
            String level = rule.get().level().name().toLowerCase(Locale.ROOT);
            issues.add(
                    IssueCode.FIXED_RULE,
                    place,
                    () -> "The rule (" + id + ") in " + place + " is " + level
                            + ", and only soft rules have a weight to change. Maybe leave it out." + rules);
        } else {
            issues.add(
                    IssueCode.UNKNOWN_RULE,
                    place,
                    () -> "The rule (" + Quotes.shorten(id) + ") in " + place + " does not exist."
                            + Quotes.maybe(Near.of(id, soft)) + rules);
        }
    }

    /** Null where it has an issue. */
    @Nullable
    SolveSettings solve(@Nullable SolveJson given, Field.Owner owner) {
        if (given == null) {
            return null;
        }
        Duration limit = duration(given.limit(), owner.field("limit"), "PT20S");
        Duration unimproved =
                given.unimproved() == null ? null : duration(given.unimproved(), owner.field("unimproved"), "PT5S");
        Long moves = given.moves();
        if (moves != null && moves < 1) {
            issues.add(
                    IssueCode.OUT_OF_RANGE,
                    owner.place().at("moves"),
                    owner.field("moves").says(moves, "must be at least 1. Maybe leave it out to have no such limit."));
        }
        Long seed = given.seed();
        return limit == null || seed == null ? null : new SolveSettings(limit, seed, moves, unimproved);
    }

    private @Nullable Duration duration(@Nullable String given, Field field, String sensible) {
        Duration duration = values.duration(given, field);
        if (duration != null && (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0)) {
            issues.add(
                    IssueCode.OUT_OF_RANGE,
                    field.place(),
                    field.says(
                            given,
                            "must be from " + SHORTEST + " to " + LONGEST + ". Maybe write "
                                    + (duration.compareTo(LONGEST) > 0 ? LONGEST : sensible) + "."));
        }
        return duration;
    }
}
