package org.oncall.rota.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.AuditReport.Change;
import org.oncall.rota.audit.AuditReport.Stretch;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;

/** The difference between a rota and the published one, by member: only slots that were published count. */
final class Changes {
    private Changes() {}

    private record Move(MemberId from, @Nullable MemberId to) {}

    static List<Change> of(Rota rota) {
        if (rota.problem().published().isEmpty()) {
            return List.of();
        }
        Map<Slot, MemberId> published = new HashMap<>();
        for (Holding holding : rota.problem().published()) {
            published.put(holding.slot(), holding.member());
        }
        List<Stretches.Joined<@Nullable Move>> moves = Stretches.join(rota.problem(), slot -> {
            MemberId before = published.get(slot);
            MemberId after = rota.holder(slot);
            return before == null || before.equals(after) ? null : new Move(before, after);
        });
        List<Change> result = new ArrayList<>();
        for (Member member : rota.problem().team().members()) {
            List<Stretch> loses = new ArrayList<>();
            List<Stretch> gains = new ArrayList<>();
            for (Stretches.Joined<@Nullable Move> joined : moves) {
                Move move = joined.value();
                if (move != null) {
                    Stretch stretch = new Stretch(
                            joined.first().rotation(), joined.first().tier(), joined.span());
                    if (move.from.equals(member.id())) {
                        loses.add(stretch);
                    }
                    if (Objects.equals(move.to, member.id())) {
                        gains.add(stretch);
                    }
                }
            }
            if (!loses.isEmpty() || !gains.isEmpty()) {
                result.add(new Change(member.id(), loses, gains));
            }
        }
        return result;
    }
}
