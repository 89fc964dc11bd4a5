package org.oncall.rota.rules;

import java.util.Arrays;

/** The most that can flow from a source to a sink through edges of limited capacity, and where it is held up. */
public final class Flow {
    /** Less than this is what arithmetic leaves over. */
    private static final double NOTHING = 1e-9;

    private static final int NONE = -1;

    private final int source;
    private final int sink;
    private final int[] first;
    private final int[] level;
    private final int[] at;
    private int[] target = new int[64];
    private int[] next = new int[64];
    private double[] left = new double[64];
    private int edges;

    /** Nodes by number, without edges. */
    public Flow(int nodes, int source, int sink) {
        this.source = source;
        this.sink = sink;
        this.first = new int[nodes];
        this.level = new int[nodes];
        this.at = new int[nodes];
        Arrays.fill(first, NONE);
    }

    /** Adds an edge and returns its number. */
    public int edge(int from, int to, double capacity) {
        if (edges + 2 > target.length) {
            target = Arrays.copyOf(target, 2 * edges + 2);
            next = Arrays.copyOf(next, 2 * edges + 2);
            left = Arrays.copyOf(left, 2 * edges + 2);
        }
        half(from, to, capacity);
        half(to, from, 0);
        return edges - 2;
    }

    private void half(int from, int to, double capacity) {
        target[edges] = to;
        next[edges] = first[from];
        left[edges] = capacity;
        first[from] = edges++;
    }

    /** Lets an edge carry so much more. */
    public void widen(int edge, double more) {
        left[edge] += more;
    }

    /** Sends as much more as can still flow, and returns it. */
    public double run() {
        double total = 0;
        while (search()) {
            System.arraycopy(first, 0, at, 0, first.length);
            double sent = push(source, Double.MAX_VALUE);
            while (sent > NOTHING) {
                total += sent;
                sent = push(source, Double.MAX_VALUE);
            }
        }
        return total;
    }

    /** Whether more could reach the node, after {@link #run}: those that it could are the side before what holds it up. */
    public boolean isReached(int node) {
        return level[node] != NONE;
    }

    private boolean search() {
        Arrays.fill(level, NONE);
        int[] queue = new int[level.length];
        int tail = 0;
        queue[tail++] = source;
        level[source] = 0;
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            for (int e = first[node]; e != NONE; e = next[e]) {
                if (left[e] > NOTHING && level[target[e]] == NONE) {
                    level[target[e]] = level[node] + 1;
                    queue[tail++] = target[e];
                }
            }
        }
        return level[sink] != NONE;
    }

    private double push(int node, double most) {
        if (node == sink) {
            return most;
        }
        for (; at[node] != NONE; at[node] = next[at[node]]) {
            int e = at[node];
            if (left[e] > NOTHING && level[target[e]] == level[node] + 1) {
                double sent = push(target[e], Math.min(most, left[e]));
                if (sent > NOTHING) {
                    left[e] -= sent;
                    left[e ^ 1] += sent;
                    return sent;
                }
            }
        }
        return 0;
    }
}
