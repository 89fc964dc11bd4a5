package org.oncall.rota.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.oncall.rota.domain.Score;

/** Revisions of rotas. Their texts are written once. */
public final class Rotas {
    private static final String COLUMNS =
            "id, team, revision, state, planned_from, planned_to, based_on, basis, request,"
                    + " answer, hard_score, medium_score, soft_score, made_at, made_by, why, offered_until, published_at";

    private final Sql sql;

    Rotas(Sql sql) {
        this.sql = sql;
    }

    /** The number of the next revision; safe while the team is locked. */
    public int nextRevision(String team) {
        return sql.query("select coalesce(max(revision), 0) + 1 from rota where team = ?", row -> row.integer(1), team)
                .getFirst();
    }

    public void add(StoredRota rota) {
        sql.update(
                "insert into rota (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rota.id(),
                rota.team(),
                rota.revision(),
                rota.state(),
                rota.plannedFrom(),
                rota.plannedTo(),
                rota.basedOn(),
                joined(rota.basis()),
                rota.request(),
                rota.answer(),
                rota.score().hard(),
                rota.score().medium(),
                rota.score().soft(),
                rota.madeAt(),
                rota.madeBy(),
                rota.why(),
                rota.offeredUntil(),
                rota.publishedAt());
    }

    public Optional<StoredRota> find(UUID id) {
        return sql.first("select " + COLUMNS + " from rota where id = ?", Rotas::read, id);
    }

    /** A page of the team's revisions, the newest first. */
    public List<StoredRota> ofTeam(String team, int skip, int most) {
        return sql.query(
                "select " + COLUMNS + " from rota where team = ? order by revision desc limit ? offset ?",
                Rotas::read,
                team,
                most,
                skip);
    }

    /** The published revisions of the team whose period has a day in the range, by revision. */
    public List<StoredRota> published(String team, LocalDate from, LocalDate to) {
        return sql.query(
                "select " + COLUMNS + " from rota where team = ? and state = ? and planned_from < ? and planned_to > ?"
                        + " order by revision",
                Rotas::read,
                team,
                RotaState.PUBLISHED,
                to,
                from);
    }

    /** The ids of all revisions of the team that were ever published, in the order in which they were. */
    public List<UUID> everPublished(String team) {
        return sql.query(
                "select id from rota where team = ? and published_at is not null order by published_at, revision",
                row -> row.id(1),
                team);
    }

    public void offer(UUID id, Instant until) {
        sql.update("update rota set state = ?, offered_until = ? where id = ?", RotaState.OFFERED, until, id);
    }

    public void publish(UUID id, Instant at) {
        sql.update("update rota set state = ?, published_at = ? where id = ?", RotaState.PUBLISHED, at, id);
    }

    public void supersede(UUID id) {
        sql.update("update rota set state = ? where id = ?", RotaState.SUPERSEDED, id);
    }

    static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    static List<UUID> split(String ids) {
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(" ")).map(UUID::fromString).toList();
    }

    private static StoredRota read(Sql.Row row) {
        return new StoredRota(
                row.id(1),
                row.text(2),
                row.integer(3),
                RotaState.valueOf(row.text(4)),
                row.date(5),
                row.date(6),
                row.idOrNull(7),
                split(row.text(8)),
                row.text(9),
                row.text(10),
                new Score(row.number(11), row.number(12), row.number(13)),
                row.instant(14),
                row.text(15),
                row.textOrNull(16),
                row.instantOrNull(17),
                row.instantOrNull(18));
    }
}
