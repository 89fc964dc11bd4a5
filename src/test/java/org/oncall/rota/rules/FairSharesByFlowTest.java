package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** For many tiers the split is found by flow; for few, where both ways are open, it is the same. */
class FairSharesByFlowTest {
    @Test
    void splitByFlow_ofFewTiers_isThatOfTheirSets() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int tiers = 1 + random.nextInt(6);
            int members = 1 + random.nextInt(12);
            double[] days = new double[tiers];
            Arrays.setAll(days, t -> random.nextInt(100));
            double[] weight = new double[members];
            boolean[][] mayHold = new boolean[members][tiers];
            int[] mask = new int[members];
            for (int m = 0; m < members; m++) {
                weight[m] = (1 + random.nextInt(10)) / 5.0;
                for (int t = 0; t < tiers; t++) {
                    mayHold[m][t] = m == 0 || random.nextInt(3) == 0; // each tier has a holder
                    mask[m] |= mayHold[m][t] ? 1 << t : 0;
                }
            }

            assertThat(FairShares.splitByFlow(days, weight, mask))
                    .as("seed %d", seed)
                    .containsExactly(FairShares.split(days, weight, mayHold), within(1e-5));
        }
    }
}
