package org.oncall.rota.rules;

/** Sets of small numbers as words of bits, without the allocation and bounds work of a {@link java.util.BitSet}. */
final class Bits {
    private Bits() {}

    static long[] create(int size) {
        return new long[(size + 63) >> 6];
    }

    static void set(long[] bits, int index) {
        bits[index >> 6] |= 1L << index;
    }

    static void clear(long[] bits, int index) {
        bits[index >> 6] &= ~(1L << index);
    }

    static boolean get(long[] bits, int index) {
        return (bits[index >> 6] & 1L << index) != 0;
    }

    static int count(long[] bits) {
        int result = 0;
        for (long word : bits) {
            result += Long.bitCount(word);
        }
        return result;
    }

    static int countBoth(long[] a, long[] b) {
        int result = 0;
        for (int i = 0; i < a.length; i++) {
            result += Long.bitCount(a[i] & b[i]);
        }
        return result;
    }

    static boolean intersect(long[] a, long[] b) {
        for (int i = 0; i < a.length; i++) {
            if ((a[i] & b[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number in one set is at most 1 away from one in the other, which is as large. */
    static boolean comeNear(long[] a, long[] b) {
        for (int i = 0; i < a.length; i++) {
            long spread = a[i] | a[i] << 1 | a[i] >>> 1;
            spread |= i > 0 ? a[i - 1] >>> 63 : 0;
            spread |= i + 1 < a.length ? a[i + 1] << 63 : 0;
            if ((spread & b[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The first set bit at or after the index, or -1. */
    static int nextSet(long[] bits, int index) {
        int word = index >> 6;
        if (word >= bits.length) {
            return -1;
        }
        long rest = bits[word] & (-1L << index);
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    /** The first clear bit at or after the index; one past the last word where all are set. */
    static int nextClear(long[] bits, int index) {
        int word = index >> 6;
        if (word >= bits.length) {
            return index;
        }
        long rest = ~bits[word] & (-1L << index);
        while (rest == 0) {
            if (++word == bits.length) {
                return word << 6;
            }
            rest = ~bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }
}
