package org.oncall.rota.solver;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.solver.SearchBoard.Line;

/** Over a span of weeks two members take each other's slots, in every tier of a rotation. */
final class ExchangeMembers implements Neighbourhood {
    private static final int MOST_BLOCKS = 8;

    @Override
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line line = board.anyLine();
        int people = board.people().size();
        if (people < 2) {
            return;
        }
        Person one = board.people().get(random.nextInt(people));
        Person other = board.people().get(random.nextInt(people));
        if (one == other) {
            return;
        }
        int block = random.nextInt(line.blocks().length);
        int lastBlock = Math.min(line.blocks().length - 1, block + random.nextInt(MOST_BLOCKS));
        int start = line.blockStart(block);
        int end = line.blockEnd(lastBlock);
        for (Line tier : board.lines()) {
            if (tier.rotation() != line.rotation()) {
                continue;
            }
            for (int d = start; d < end && !move.isImpossible(); d++) {
                SlotEntity slot = board.slot(tier, d);
                @Nullable Person holder = slot.getPerson();
                if (holder == one) {
                    move.give(slot, other);
                } else if (holder == other) {
                    move.give(slot, one);
                }
            }
        }
    }
}
