package org.oncall.rota.bench;

import java.util.List;
import java.util.SplittableRandom;
import org.oncall.rota.bench.ReferenceRota.Line;
import org.oncall.rota.domain.Rotation;

/** Changes to a rota drawn by chance: whole stretches, because every state between two good rotas breaks a rule. */
final class ReferenceMoves {
    private static final int NOBODY = ReferenceRota.NOBODY;
    private static final int WEEK = 7;
    private static final int MOST_BLOCKS = 8;
    private static final int FARTHEST_SLIDE = 3;

    private final ReferenceRota rota;
    private final List<Line> lines;
    private final SplittableRandom random;

    ReferenceMoves(ReferenceRota rota, SplittableRandom random) {
        this.rota = rota;
        this.lines = rota.lines();
        this.random = random;
    }

    /** Writes down a change that can be tried. */
    void draw() {
        do {
            rota.begin();
            int ticket = random.nextInt(100);
            if (ticket < 30) {
                assign();
            } else if (ticket < 44) {
                exchangeRuns();
            } else if (ticket < 60) {
                exchangeWeeks(2);
            } else if (ticket < 70) {
                exchangeWeeks(3);
            } else if (ticket < 74) {
                exchangeWholeWeeks();
            } else if (ticket < 84) {
                exchangeTiers();
            } else if (ticket < 92) {
                moveBoundary();
            } else if (ticket < 96) {
                exchangeMembers();
            } else if (ticket < 98) {
                slide();
            } else {
                closeGap();
            }
        } while (!rota.isDoable());
    }

    private Line anyLine() {
        return lines.get(random.nextInt(lines.size()));
    }

    private Line otherTier(Line line) {
        int tiers = rota.facts().rotation(line.rotation()).tierCount();
        if (tiers == 1) {
            return line;
        }
        int other = random.nextInt(tiers - 1);
        return lines.get(line.index() - line.tier() + (other >= line.tier() ? other + 1 : other));
    }

    private int anyMember(Line line) {
        return line.members()[random.nextInt(line.members().length)];
    }

    private void give(Line line, int start, int end, int member) {
        for (int d = start; d < end && !rota.isImpossible(); d++) {
            rota.give(line, d, member);
        }
    }

    /** A natural shift, a stretch somebody holds, or a few days go to one member. */
    private void assign() {
        Line line = anyLine();
        int day = random.nextInt(line.days());
        int member = anyMember(line);
        switch (random.nextInt(4)) {
            case 0, 1 -> give(line, line.blockStart(line.block(day)), line.blockEnd(line.block(day)), member);
            case 2 -> give(line, rota.runStart(line, day), rota.runEnd(line, day), member);
            default -> give(line, day, Math.min(line.days(), day + 1 + random.nextInt(WEEK)), member);
        }
    }

    /** Two stretches, as they are held, change holders; in one tier or across tiers. */
    private void exchangeRuns() {
        Line one = anyLine();
        Line other = random.nextInt(3) == 0 ? otherTier(one) : one;
        int day = random.nextInt(one.days());
        int otherDay = random.nextInt(other.days());
        int holder = rota.holder(one, day);
        int otherHolder = rota.holder(other, otherDay);
        if (holder != otherHolder) {
            give(one, rota.runStart(one, day), rota.runEnd(one, day), otherHolder);
            give(other, rota.runStart(other, otherDay), rota.runEnd(other, otherDay), holder);
        }
    }

    /** Two or three natural shifts pass their holders round, day by day; in one tier or across tiers. */
    private void exchangeWeeks(int weeks) {
        Line first = anyLine();
        Line[] line = new Line[weeks];
        int[] start = new int[weeks];
        int days = Integer.MAX_VALUE;
        for (int w = 0; w < weeks; w++) {
            line[w] = w == 0 || random.nextInt(3) > 0 ? first : otherTier(first);
            int block = random.nextInt(first.starts().length);
            start[w] = first.blockStart(block);
            days = Math.min(days, first.blockEnd(block) - start[w]);
            for (int v = 0; v < w; v++) {
                if (line[v] == line[w] && start[v] == start[w]) {
                    return;
                }
            }
        }
        for (int w = 0; w < weeks; w++) {
            int from = (w + 1) % weeks;
            for (int d = 0; d < days && !rota.isImpossible(); d++) {
                rota.give(line[w], start[w] + d, rota.holder(line[from], start[from] + d));
            }
        }
    }

    /** Two natural shifts are exchanged with all their tiers. */
    private void exchangeWholeWeeks() {
        Line line = anyLine();
        int one = random.nextInt(line.starts().length);
        int other = random.nextInt(line.starts().length);
        if (one == other) {
            return;
        }
        int start = line.blockStart(one);
        int otherStart = line.blockStart(other);
        int days = Math.min(line.blockEnd(one) - start, line.blockEnd(other) - otherStart);
        for (int l = line.index() - line.tier(); l < lines.size(); l++) {
            Line tier = lines.get(l);
            for (int d = 0; d < days && tier.rotation() == line.rotation() && !rota.isImpossible(); d++) {
                rota.give(tier, start + d, rota.holder(tier, otherStart + d));
                rota.give(tier, otherStart + d, rota.holder(tier, start + d));
            }
        }
    }

    /** Over a stretch the holders of two tiers change places. */
    private void exchangeTiers() {
        Line one = anyLine();
        Line other = otherTier(one);
        if (one == other) {
            return;
        }
        int start = random.nextInt(one.days());
        int end = Math.min(one.days(), start + 1 + random.nextInt(WEEK));
        if (random.nextInt(3) > 0) {
            int day = start;
            start = Math.max(rota.runStart(one, day), rota.runStart(other, day));
            end = Math.min(rota.runEnd(one, day), rota.runEnd(other, day));
        }
        for (int d = start; d < end && !rota.isImpossible(); d++) {
            rota.give(one, d, rota.holder(other, d));
            rota.give(other, d, rota.holder(one, d));
        }
    }

    /** A handover comes some days earlier or later, or where a natural shift would have it. */
    private void moveBoundary() {
        Line line = anyLine();
        int handover = rota.runEnd(line, random.nextInt(line.days()));
        if (handover == line.days()) {
            return;
        }
        boolean later = random.nextBoolean();
        int days = 1 + random.nextInt(WEEK - 1);
        int target = later ? handover + days : handover - days;
        if (random.nextBoolean()) {
            int block = line.block(handover);
            target = later ? line.blockEnd(block) : line.blockStart(block);
        }
        if (later) {
            give(line, handover, Math.min(line.days(), target), rota.holder(line, handover - 1));
        } else {
            give(line, Math.max(0, target), handover, rota.holder(line, handover));
        }
    }

    /** Over a few weeks two members take each other's slots in all tiers of a rotation. */
    private void exchangeMembers() {
        Line line = anyLine();
        int one = anyMember(line);
        int other = random.nextInt(rota.members());
        int block = random.nextInt(line.starts().length);
        int start = line.blockStart(block);
        int end = line.blockEnd(Math.min(line.starts().length - 1, block + random.nextInt(MOST_BLOCKS)));
        for (int l = line.index() - line.tier(); l < lines.size() && one != other; l++) {
            Line tier = lines.get(l);
            for (int d = start; d < end && tier.rotation() == line.rotation() && !rota.isImpossible(); d++) {
                int holder = rota.holder(tier, d);
                if (holder == one) {
                    rota.give(tier, d, other);
                } else if (holder == other) {
                    rota.give(tier, d, one);
                }
            }
        }
    }

    /** All handovers of a span come earlier or later together. */
    private void slide() {
        Line line = anyLine();
        int by = (1 + random.nextInt(FARTHEST_SLIDE)) * (random.nextBoolean() ? 1 : -1);
        int start = random.nextInt(line.days());
        int end = start + 1 + random.nextInt(line.days() - start);
        boolean allTiers = random.nextBoolean();
        for (int l = line.index() - line.tier(); l < lines.size(); l++) {
            Line tier = lines.get(l);
            boolean slides = tier == line || allTiers && tier.rotation() == line.rotation();
            for (int d = start; d < end && slides && !rota.isImpossible(); d++) {
                rota.give(tier, d, rota.holder(tier, Math.clamp(d - by, 0, line.days() - 1)));
            }
        }
    }

    /** Somebody takes days of a gap, and what they hold too near to it goes to others. */
    private void closeGap() {
        Line line = anyLine();
        int start = random.nextInt(line.days());
        while (rota.gaps() > 0 && start < line.days() && rota.holder(line, start) != NOBODY) {
            start++;
        }
        if (rota.gaps() == 0 || start == line.days()) {
            return;
        }
        int end = start + 1 + random.nextInt(rota.runEnd(line, start) - start);
        int member = anyMember(line);
        give(line, start, end, member);
        Rotation rotation = rota.facts().rotation(line.rotation()).rotation();
        int rest =
                random.nextBoolean() ? rotation.restDays() : rotation.festive().restDays();
        for (int l = line.index() - line.tier(); l < lines.size(); l++) {
            Line tier = lines.get(l);
            if (tier.rotation() == line.rotation()) {
                relieve(tier, member, Math.max(0, start - rest), Math.min(line.days(), end + rest));
            }
        }
    }

    private void relieve(Line line, int member, int from, int to) {
        int d = from;
        while (d < to && !rota.isImpossible()) {
            int end = d + 1;
            if (rota.holder(line, d) == member) {
                end = rota.runEnd(line, d);
                int other = anyMember(line);
                give(line, rota.runStart(line, d), end, other == member ? NOBODY : other);
            }
            d = end;
        }
    }
}
