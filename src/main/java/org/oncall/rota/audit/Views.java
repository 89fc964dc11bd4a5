package org.oncall.rota.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierLine;

/** A rota as the rules look at it. */
record Views(List<MemberTimeline> timelines, List<TierLine> lines, List<RotationBoard> boards) {
    Views(RuleFacts facts, Rota rota) {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<MemberId, Integer> members = new HashMap<>();
        for (int m = 0; m < facts.memberCount(); m++) {
            timelines.add(new MemberTimeline(facts, m));
            members.put(facts.member(m).id(), m);
        }
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            RotationBoard board = new RotationBoard(facts, r);
            boards.add(board);
            List<Tier> tiers = rotation.rotation().tiers();
            for (int t = 0; t < tiers.size(); t++) {
                TierLine line = new TierLine(rotation, t);
                lines.add(line);
                for (int p = 0; p < rotation.plannedDays(); p++) {
                    Slot slot = new Slot(
                            rotation.rotation().id(),
                            tiers.get(t).id(),
                            rotation.day(rotation.firstPlanned() + p).date());
                    MemberId holder = rota.holder(slot);
                    if (holder != null) {
                        int m = facts.indexOf(holder);
                        timelines.get(m).hold(r, t, p);
                        line.set(p, m);
                        board.set(t, p, m);
                    }
                }
            }
        }
    }
}
