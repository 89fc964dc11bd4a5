package org.oncall.rota.export.json;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.swap.Handing;
import org.oncall.rota.swap.Proposal;
import org.oncall.rota.swap.Swap;
import org.oncall.rota.wire.CoverAnswer;
import org.oncall.rota.wire.HandingJson;
import org.oncall.rota.wire.SwapJson;
import org.oncall.rota.wire.SwapProposalJson;
import org.oncall.rota.wire.SwapStepJson;
import org.oncall.rota.wire.WhyAnswer;

/** Writes covers and swaps. */
public final class JsonSwaps {
    private JsonSwaps() {}

    /**
     * Who could take some days, and who could trade for them.
     *
     * @param toTheEnd the same for the rest of the shift, where that is the way out; else null
     * @param zone the team's
     */
    public static CoverAnswer cover(Why why, List<Proposal> proposals, @Nullable CoverAnswer toTheEnd, ZoneId zone) {
        WhyAnswer answer = JsonWhy.of(null, "COVER", why.id(), why, zone);
        return new CoverAnswer(
                answer.shift(),
                answer.options(),
                proposals.stream().map(JsonSwaps::proposal).toList(),
                toTheEnd);
    }

    public static SwapProposalJson proposal(Proposal proposal) {
        return new SwapProposalJson(
                proposal.kind().name(),
                JsonAnswers.score(proposal.difference()),
                proposal.fairness(),
                proposal.sentence(),
                proposal.handings().stream().map(JsonSwaps::handing).toList());
    }

    /** @param rota id of the rota that it is about; null: none that is kept */
    public static SwapJson swap(Swap swap, @Nullable String rota) {
        Instant expires = swap.expires();
        return new SwapJson(
                swap.id(),
                rota,
                swap.status().name(),
                swap.handings().stream().map(JsonSwaps::handing).toList(),
                swap.creditMoves(),
                expires == null ? null : expires.toString(),
                swap.awaited().stream().map(MemberId::value).toList(),
                swap.trail().stream().map(JsonSwaps::step).toList());
    }

    private static HandingJson handing(Handing handing) {
        Slot first = handing.slots().getFirst();
        return new HandingJson(
                first.rotation().value(),
                first.tier().value(),
                first.date().toString(),
                handing.slots().getLast().date().toString(),
                handing.from().value(),
                handing.to().value());
    }

    private static SwapStepJson step(Swap.Step step) {
        MemberId member = step.onBehalfOf();
        return new SwapStepJson(
                step.status().name(),
                step.by(),
                member == null ? null : member.value(),
                step.when().toString(),
                step.why());
    }
}
