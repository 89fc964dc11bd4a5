package org.oncall.rota.solver;

/** What the views of one kind cost, and which of them the move that is attempted touches. */
final class ViewCosts {
    private final long[] hard;
    private final long[] soft;
    private final long[] newHard;
    private final long[] newSoft;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;

    ViewCosts(int views) {
        hard = new long[views];
        soft = new long[views];
        newHard = new long[views];
        newSoft = new long[views];
        touched = new int[views];
        isTouched = new boolean[views];
    }

    void touch(int view) {
        if (!isTouched[view]) {
            isTouched[view] = true;
            touched[touchedCount++] = view;
        }
    }

    int touchedCount() {
        return touchedCount;
    }

    int touched(int i) {
        return touched[i];
    }

    long hard(int view) {
        return hard[view];
    }

    long soft(int view) {
        return soft[view];
    }

    /** What the touched view would cost after the move. */
    long newSoft(int view) {
        return newSoft[view];
    }

    void set(int view, long hardCost, long softCost) {
        hard[view] = hardCost;
        soft[view] = softCost;
    }

    /** What the touched view would cost after the move. */
    void setNew(int view, long hardCost, long softCost) {
        newHard[view] = hardCost;
        newSoft[view] = softCost;
    }

    void addNewSoft(int view, long softCost) {
        newSoft[view] += softCost;
    }

    long touchedHard() {
        long sum = 0;
        for (int i = 0; i < touchedCount; i++) {
            sum += hard[touched[i]];
        }
        return sum;
    }

    long touchedSoft() {
        long sum = 0;
        for (int i = 0; i < touchedCount; i++) {
            sum += soft[touched[i]];
        }
        return sum;
    }

    long newHardOfTouched() {
        long sum = 0;
        for (int i = 0; i < touchedCount; i++) {
            sum += newHard[touched[i]];
        }
        return sum;
    }

    long newSoftOfTouched() {
        long sum = 0;
        for (int i = 0; i < touchedCount; i++) {
            sum += newSoft[touched[i]];
        }
        return sum;
    }

    /** The move is made: what touched views would cost is what they cost. */
    void keep() {
        for (int i = 0; i < touchedCount; i++) {
            hard[touched[i]] = newHard[touched[i]];
            soft[touched[i]] = newSoft[touched[i]];
        }
    }

    void forgetTouched() {
        while (touchedCount > 0) {
            isTouched[touched[--touchedCount]] = false;
        }
    }

    long totalHard() {
        long sum = 0;
        for (long cost : hard) {
            sum += cost;
        }
        return sum;
    }

    long totalSoft() {
        long sum = 0;
        for (long cost : soft) {
            sum += cost;
        }
        return sum;
    }
}
