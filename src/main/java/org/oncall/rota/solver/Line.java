package org.oncall.rota.solver;

import java.util.Arrays;

/**
 * One tier over the period, as the search lays it out.
 *
 * @param index its place among all lines
 * @param offset its first slot among all slots, which follow each other day by day
 * @param blocks where natural shifts begin: at preferred handovers, and every few days in a festive period
 * @param members who may hold it on some day
 */
record Line(int index, int rotation, int tier, int offset, int days, int[] blocks, int[] members, boolean anyFree) {
    /** Index of the block that holds the day. */
    int blockOf(int day) {
        int found = Arrays.binarySearch(blocks, day);
        return found >= 0 ? found : -found - 2;
    }

    int blockStart(int block) {
        return blocks[block];
    }

    /** One past the last day of the block. */
    int blockEnd(int block) {
        return block + 1 < blocks.length ? blocks[block + 1] : days;
    }
}
