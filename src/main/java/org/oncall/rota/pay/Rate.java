package org.oncall.rota.pay;

import java.math.BigDecimal;
import java.time.Duration;

/** What a rule pays, and for what. Amounts are exact decimals, not negative. */
public sealed interface Rate {
    /** So much for an hour, and for a part of one its part. */
    record PerHour(BigDecimal amount) implements Rate {}

    /** So much for an on-call day, whatever its hours. */
    record PerDay(BigDecimal amount) implements Rate {}

    /** So much for a shift, whatever its days. */
    record PerShift(BigDecimal amount) implements Rate {}

    /**
     * So much for the first hours of an on-call day, then so much for each block that is begun.
     *
     * @param first length of the first block
     * @param then length of each later one
     * @param most hours of an on-call day that are paid at all
     */
    record Blocks(Duration first, BigDecimal firstAmount, Duration then, BigDecimal thenAmount, Duration most)
            implements Rate {
        public Blocks {
            if (!first.isPositive() || !then.isPositive() || most.compareTo(first) < 0) {
                throw new IllegalArgumentException("Blocks (" + first + ", " + then
                        + ") must be longer than nothing, and the most (" + most + ") no less than the first.");
            }
        }
    }
}
