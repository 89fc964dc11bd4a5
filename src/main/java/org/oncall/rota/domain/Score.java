package org.oncall.rota.domain;

/** What a rota costs, a sum of weight x size for each level; lower is better, compared level by level. */
public record Score(long hard, long medium, long soft) implements Comparable<Score> {
    public static final Score ZERO = new Score(0, 0, 0);

    /** No hard rule is broken. */
    public boolean isLegal() {
        return hard == 0;
    }

    @Override
    public int compareTo(Score other) {
        int byHard = Long.compare(hard, other.hard);
        int byMedium = byHard != 0 ? byHard : Long.compare(medium, other.medium);
        return byMedium != 0 ? byMedium : Long.compare(soft, other.soft);
    }

    @Override
    public String toString() {
        return "hard " + hard + ", gaps " + medium + ", cost " + soft;
    }
}
