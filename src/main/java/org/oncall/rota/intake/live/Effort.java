package org.oncall.rota.intake.live;

/** How much work schedules may make, so that hostile ones end soon, however they are made up. Shared by files read together. */
public final class Effort {
    /** More than twenty tiers of hourly turns over two years with their restrictions: some seconds. */
    private static final long MOST = 2_000_000;

    private long left = MOST;

    /** Takes steps off: turns, restrictions, or shifts that are looked at. */
    public void spend(long steps) throws TooMuch {
        left -= steps;
        if (left < 0) {
            throw new TooMuch(
                    "fewer turns, restrictions and overrides: with all that is read along, they take more than " + MOST
                            + " steps to expand");
        }
    }
}
