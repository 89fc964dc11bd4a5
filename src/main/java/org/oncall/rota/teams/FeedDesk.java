package org.oncall.rota.teams;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.export.ExportFormat;
import org.oncall.rota.export.ical.CalendarScope;
import org.oncall.rota.export.ical.RotaFeed;
import org.oncall.rota.export.ical.SentEvents;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.IssueCode;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredFeed;
import org.oncall.rota.store.StoredTeam;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.wire.FeedJson;
import org.oncall.rota.wire.FeedRequest;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.RotationJson;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TierJson;

/**
 * Calendars of what is published, each at an address that nobody can guess. Whoever has the address can read it; the store has
 * only the digest of its token, so that neither a copy of the store nor its list of feeds lets anybody in.
 */
public final class FeedDesk {
    /** Addresses are this and a token with {@link #ENDING}. */
    public static final String PATH = "/api/feeds/";

    public static final String ENDING = ".ics";

    /** 256 bits. */
    private static final int TOKEN_BYTES = 32;

    private static final int MOST_FEEDS = 1000;
    private static final int LONGEST_SHOWN = 100;

    private final Store store;
    private final RotaIntake intake;
    private final TeamDesk teams;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public FeedDesk(Store store, RotaIntake intake, TeamDesk teams, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.teams = teams;
        this.clock = clock;
    }

    /** Makes a feed. Its address is in the answer and nowhere else. */
    public FeedJson make(String team, byte[] body, Caller caller) {
        FeedRequest asked = RotaDesk.read(intake.readFields(body, FeedRequest.class));
        Caller known = caller.because(asked.why());
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return store.transact(transaction -> {
            TeamJson people = teams.read(TeamDesk.existing(transaction, team, true));
            Scope scope = scope(people, asked);
            if (transaction.feeds().ofTeam(team).size() >= MOST_FEEDS) {
                throw Refusal.conflict(
                        "The team (" + team + ") has " + MOST_FEEDS
                                + " feeds, which is as many as are kept.\nMaybe revoke those that nobody reads:"
                                + " DELETE /api/teams/" + team + "/feeds/{feed}.",
                        List.of());
            }
            StoredFeed feed = new StoredFeed(
                    UUID.randomUUID(),
                    team,
                    digest(token),
                    scope.tier() == null ? null : scope.tier().rotation().value(),
                    scope.tier() == null ? null : scope.tier().tier().value(),
                    asked.member(),
                    scope.profile().code(),
                    now(),
                    known.who());
            transaction.feeds().add(feed);
            SentCalendars.keep(transaction, intake, team, now());
            trail(transaction, feed, known, "feed-made");
            return told(feed, PATH + token + ENDING);
        });
    }

    /** The team's feeds, without their addresses. */
    public List<FeedJson> list(String team) {
        return store.transact(transaction -> {
            TeamDesk.existing(transaction, team, false);
            return transaction.feeds().ofTeam(team).stream()
                    .map(feed -> told(feed, null))
                    .toList();
        });
    }

    /** Whoever has the address of the feed has nothing from now on. */
    public void revoke(String team, String id, Caller caller) {
        store.run(transaction -> {
            TeamDesk.existing(transaction, team, true);
            StoredFeed feed = transaction.feeds().ofTeam(team).stream()
                    .filter(each -> each.id().toString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.absent("The team (" + team + ") has no feed (" + shortened(id)
                            + "), or no longer.\nMaybe look: GET /api/teams/" + team + "/feeds."));
            transaction.feeds().remove(team, feed.id());
            trail(transaction, feed, caller, "feed-revoked");
        });
    }

    /** What the calendar of that token says now; empty where there is none. The same bytes as long as nothing changed. */
    public Optional<byte[]> calendar(String token) {
        String digest = digest(token);
        return store.transact(transaction -> transaction
                .feeds()
                .find(digest)
                .flatMap(feed -> transaction
                        .teams()
                        .find(feed.team())
                        .filter(team -> !team.deleted())
                        .map(team -> written(transaction, feed, team))));
    }

    private byte[] written(Transaction transaction, StoredFeed feed, StoredTeam team) {
        TeamJson people = teams.read(team);
        Map<MemberId, String> names = new HashMap<>();
        for (MemberJson member : TeamDesk.members(people)) {
            names.put(new MemberId(String.valueOf(member.id())), String.valueOf(member.name()));
        }
        RotaFeed calendar =
                new RotaFeed(team.id(), String.valueOf(people.name()), ZoneId.of(String.valueOf(people.zone())), names);
        SentEvents sent = SentCalendars.of(transaction, intake, team.id());
        Instant now = clock.instant();
        CalendarScope scope = scope(feed);
        return scope instanceof CalendarScope.OneTier one && feed.profile().equals(ExportFormat.GRAFANA_ICAL.code())
                ? calendar.forGrafana(sent, one.rotation(), one.tier(), UnaryOperator.identity(), now)
                : calendar.forPeople(sent, scope, now);
    }

    private static CalendarScope scope(StoredFeed feed) {
        if (feed.member() != null) {
            return new CalendarScope.OneMember(new MemberId(feed.member()));
        }
        return feed.rotation() == null || feed.tier() == null
                ? new CalendarScope.WholeTeam()
                : new CalendarScope.OneTier(new RotationId(feed.rotation()), new TierId(feed.tier()));
    }

    // ---- What is asked for

    private record Scope(CalendarScope.@Nullable OneTier tier, ExportFormat profile) {}

    private static Scope scope(TeamJson team, FeedRequest asked) {
        List<Issue> issues = new ArrayList<>();
        Map<String, CalendarScope.OneTier> tiers = tiers(team);
        String tier = asked.tier();
        List<CalendarScope.OneTier> named = tiers.entrySet().stream()
                .filter(each -> each.getKey().equals(tier)
                        || each.getValue().tier().value().equals(tier))
                .map(Map.Entry::getValue)
                .toList();
        if (tier != null && named.size() != 1) {
            issues.add(issue(
                    IssueCode.UNKNOWN_TIER,
                    "/tier",
                    "The tier (" + shortened(tier) + ") does not exist, or is one of several rotations.\nThe tiers are "
                            + String.join(", ", tiers.keySet()) + "."));
        }
        String member = asked.member();
        if (member != null && TeamDesk.index(team, member) < 0) {
            issues.add(issue(
                    IssueCode.UNKNOWN_MEMBER,
                    "/member",
                    "The member (" + shortened(member) + ") does not exist.\nMaybe look: GET /api/teams/{team}."));
        }
        if (member != null && tier != null) {
            issues.add(
                    issue(
                            "one-of-two",
                            "/member",
                            "A calendar is of one member or of one tier, and both are given.\nMaybe leave one of the two out."));
        }
        String profile = asked.profile() == null ? ExportFormat.ICAL.code() : asked.profile();
        boolean grafana = profile.equals(ExportFormat.GRAFANA_ICAL.code());
        if (!grafana && !profile.equals(ExportFormat.ICAL.code())) {
            issues.add(issue(
                    "unknown-profile",
                    "/profile",
                    "The profile (" + shortened(profile) + ") must be ical or grafana-ical."));
        }
        if (grafana && tier == null) {
            issues.add(issue(
                    IssueCode.MISSING,
                    "/tier",
                    "Grafana wants one calendar a tier, and no tier is given.\nMaybe name one: "
                            + String.join(", ", tiers.keySet()) + "."));
        }
        if (!issues.isEmpty()) {
            throw Refusal.wrong(new Intake.Refused(issues));
        }
        return new Scope(
                tier == null ? null : named.getFirst(), grafana ? ExportFormat.GRAFANA_ICAL : ExportFormat.ICAL);
    }

    private static Map<String, CalendarScope.OneTier> tiers(TeamJson team) {
        Map<String, CalendarScope.OneTier> tiers = new TreeMap<>();
        for (RotationJson rotation : team.rotations() == null ? List.<RotationJson>of() : team.rotations()) {
            for (TierJson tier : rotation.tiers() == null ? List.<TierJson>of() : rotation.tiers()) {
                tiers.put(
                        rotation.id() + "/" + tier.id(),
                        new CalendarScope.OneTier(
                                new RotationId(String.valueOf(rotation.id())), new TierId(String.valueOf(tier.id()))));
            }
        }
        return tiers;
    }

    private static Issue issue(IssueCode code, String pointer, String sentence) {
        return new Issue(code.kind(), code.code(), pointer, sentence);
    }

    private static Issue issue(String code, String pointer, String sentence) {
        return new Issue(Issue.Kind.MEANING, code, pointer, sentence);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
    }

    // ---- Words of this class

    private static FeedJson told(StoredFeed feed, @Nullable String address) {
        return new FeedJson(
                feed.id().toString(),
                address,
                feed.team(),
                feed.tier() == null ? null : feed.rotation() + "/" + feed.tier(),
                feed.member(),
                feed.profile(),
                feed.madeAt().toString(),
                feed.madeBy());
    }

    private void trail(Transaction transaction, StoredFeed feed, Caller caller, String what) {
        Map<String, String> details = new TreeMap<>();
        details.put("feed", feed.id().toString());
        details.put("profile", feed.profile());
        if (feed.tier() != null) {
            details.put("tier", feed.rotation() + "/" + feed.tier());
        }
        if (feed.member() != null) {
            details.put("member", feed.member());
        }
        teams.trail(transaction, feed.team(), caller, what, Json.text(details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
