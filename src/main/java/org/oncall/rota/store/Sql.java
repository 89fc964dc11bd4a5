package org.oncall.rota.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements on one connection. Parameters are texts, numbers, booleans, dates, instants and ids, or null. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Changes rows, and returns how many. */
    int update(String statement, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    <T> List<T> query(String statement, Function<Row, T> read, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters);
                ResultSet rows = prepared.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(read.apply(new Row(rows)));
            }
            return result;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    <T> Optional<T> first(String statement, Function<Row, T> read, @Nullable Object... parameters) {
        return query(statement, read, parameters).stream().findFirst();
    }

    private PreparedStatement prepare(String statement, @Nullable Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, column(parameters[i]));
            }
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            case Enum<?> name -> name.name();
            default -> value;
        };
    }

    /** One row of a result; columns by number, from 1. */
    record Row(ResultSet columns) {
        String text(int column) {
            return Objects.requireNonNull(textOrNull(column));
        }

        @Nullable
        String textOrNull(int column) {
            try {
                return columns.getString(column);
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }

        long number(int column) {
            return Objects.requireNonNull(value(column, Long.class));
        }

        int integer(int column) {
            return Objects.requireNonNull(integerOrNull(column));
        }

        @Nullable
        Integer integerOrNull(int column) {
            return value(column, Integer.class);
        }

        boolean is(int column) {
            return Objects.requireNonNull(value(column, Boolean.class));
        }

        LocalDate date(int column) {
            return Objects.requireNonNull(value(column, LocalDate.class));
        }

        Instant instant(int column) {
            return Objects.requireNonNull(instantOrNull(column));
        }

        @Nullable
        Instant instantOrNull(int column) {
            OffsetDateTime value = value(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        UUID id(int column) {
            return Objects.requireNonNull(idOrNull(column));
        }

        @Nullable
        UUID idOrNull(int column) {
            return value(column, UUID.class);
        }

        private <T> @Nullable T value(int column, Class<T> type) {
            try {
                return columns.getObject(column, type);
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }
    }
}
