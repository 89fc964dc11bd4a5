package org.oncall.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Score;

class PeerRowTest {
    private static final PeerRow ROW = new PeerRow(
            "1a2b3c4d", "8x26", PeerBench.OURS, 0.1, 10, 4, new Score(0, 1, -250), 0.731, 123_456, 37.5, 1.2);

    @Test
    void of_lineOfARow_isThatRow() {
        assertThat(PeerRow.of(ROW.line())).isEqualTo(ROW);
    }

    @Test
    void line_hasAFieldForEachOfTheHeader() {
        assertThat(ROW.line().split(",")).hasSameSizeAs(PeerRow.HEADER.split(","));
    }

    @Test
    void isWithin_fewerGaps_beatsAnyCost() {
        assertThat(PeerSummary.isWithin(new Score(0, 0, 9_000), new Score(0, 1, 10), 1.02))
                .isTrue();
        assertThat(PeerSummary.isWithin(new Score(0, 1, 10), new Score(0, 0, 9_000), 1.02))
                .isFalse();
    }

    @Test
    void isWithin_asManyGaps_comparesCosts() {
        assertThat(PeerSummary.isWithin(new Score(0, 1, 102), new Score(0, 1, 100), 1.02))
                .isTrue();
        assertThat(PeerSummary.isWithin(new Score(0, 1, 103), new Score(0, 1, 100), 1.02))
                .isFalse();
    }

    @Test
    void isWithin_costBelowZero_isAllowedAShareOfItsSize() {
        assertThat(PeerSummary.isWithin(new Score(0, 0, -98), new Score(0, 0, -100), 1.02))
                .isTrue();
        assertThat(PeerSummary.isWithin(new Score(0, 0, -97), new Score(0, 0, -100), 1.02))
                .isFalse();
    }
}
