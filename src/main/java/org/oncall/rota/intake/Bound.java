package org.oncall.rota.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body as a record.
 *
 * @param value as far as it could be read; null where it could not be at all
 * @param issues of its shape; where there are any, the value is not to be used
 */
public record Bound<T extends Record>(@Nullable T value, List<Issue> issues) {
    public Bound {
        issues = List.copyOf(issues);
    }
}
