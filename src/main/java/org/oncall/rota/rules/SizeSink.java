package org.oncall.rota.rules;

/** Adds the sizes and forgets the rest. */
final class SizeSink implements BreachSink {
    private long total;

    @Override
    public void breach(long size, int member, int rotation, int tier, int firstDay, int lastDay, long have, long want) {
        total += size;
    }

    /** The sum since the last call. */
    long take() {
        long result = total;
        total = 0;
        return result;
    }
}
