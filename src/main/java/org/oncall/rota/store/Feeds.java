package org.oncall.rota.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses of calendars, and what the calendars of each team have said. */
public final class Feeds {
    private static final String COLUMNS = "id, team, digest, rotation, tier, member, profile, made_at, made_by";

    private final Sql sql;

    Feeds(Sql sql) {
        this.sql = sql;
    }

    /** The feed of the token with that digest. */
    public Optional<StoredFeed> find(String digest) {
        return sql.first("select " + COLUMNS + " from feed where digest = ?", Feeds::read, digest);
    }

    /** The team's feeds, in the order in which they were made. */
    public List<StoredFeed> ofTeam(String team) {
        return sql.query("select " + COLUMNS + " from feed where team = ? order by made_at, id", Feeds::read, team);
    }

    public void add(StoredFeed feed) {
        sql.update(
                "insert into feed (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                feed.id(),
                feed.team(),
                feed.digest(),
                feed.rotation(),
                feed.tier(),
                feed.member(),
                feed.profile(),
                feed.madeAt(),
                feed.madeBy());
    }

    /** Whether there was such a feed of the team, which is gone now. */
    public boolean remove(String team, UUID id) {
        return sql.update("delete from feed where team = ? and id = ?", team, id) > 0;
    }

    /** Takes all feeds of the team away. */
    public void removeAll(String team) {
        sql.update("delete from feed where team = ?", team);
    }

    /** What the team's calendars have said, as JSON; empty where that was never written down. */
    public Optional<String> sent(String team) {
        return sql.first("select events from sent where team = ?", row -> row.text(1), team);
    }

    /** Writes down what the team's calendars say from now on; safe while the team is locked. */
    public void send(String team, String events, Instant at) {
        if (sql.update("update sent set events = ?, sent_at = ? where team = ?", events, at, team) == 0) {
            sql.update("insert into sent (team, events, sent_at) values (?, ?, ?)", team, events, at);
        }
    }

    private static StoredFeed read(Sql.Row row) {
        return new StoredFeed(
                row.id(1),
                row.text(2),
                row.text(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.text(7),
                row.instant(8),
                row.text(9));
    }
}
