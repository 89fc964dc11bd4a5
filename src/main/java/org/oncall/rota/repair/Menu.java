package org.oncall.rota.repair;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.PublishedShifts;

/**
 * What can be done about a published rota that a change has met: rotas to choose from, each better than the one before and
 * further from what people know. It ends where moving more shifts was not found to buy anything.
 *
 * @param published the published rota as it is, audited with the team as it has become
 * @param shifts how many shifts were published
 * @param fewest what has to move at the least
 * @param broken breaches of hard rules that frozen and pinned days make among themselves, so that no rota without them was
 *     found; then no option is legal
 * @param lastFreeze the latest date up to which days could be frozen without such breaches; null: there are none, or no
 *     date from today on would do
 * @param options the nearest first; never empty, and none breaks more than what is in {@code broken}
 * @param finished no better rotas are being looked for
 */
public record Menu(
        AuditReport published,
        int shifts,
        Fewest fewest,
        List<Finding> broken,
        @Nullable LocalDate lastFreeze,
        List<Option> options,
        boolean finished) {
    public Menu {
        broken = List.copyOf(broken);
        options = List.copyOf(options);
    }

    /**
     * The least that has to move: of the rotas that break no hard rule, or no more than fixed days do, those with the fewest
     * gaps, and of those the fewest moved slots.
     *
     * @param proven no rota moves less; false: none was found, and the time was too short to be sure
     */
    public record Fewest(int gaps, PublishedShifts.Moves moves, boolean proven) {}

    /**
     * A rota to choose.
     *
     * @param most how many shifts it was allowed to move; null: as few slots as can be
     * @param report the audit of the rota; its changes are what each member loses and gains
     * @param moves what it does move
     * @param rules what each rule costs in the option before, or as published, and here; only those that differ
     * @param members the changes by member, in sentences
     */
    public record Option(
            @Nullable Integer most,
            AuditReport report,
            PublishedShifts.Moves moves,
            List<RuleStep> rules,
            List<MemberChange> members) {
        public Option {
            rules = List.copyOf(rules);
            members = List.copyOf(members);
        }
    }

    /** What one rule cost before, and costs here. */
    public record RuleStep(String rule, long before, long after) {
        public long difference() {
            return after - before;
        }
    }

    /** What changes for one member, as data and in a sentence: {@code Ana: loses 2-9 March (primary).} */
    public record MemberChange(AuditReport.Change change, String sentence) {}
}
