package org.oncall.rota.export.text;

import java.util.List;
import java.util.Locale;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.AuditReport.RuleCost;

/** Two rotas of the same people and period beside each other, rule by rule. */
public final class ComparisonText {
    private ComparisonText() {}

    /**
     * A row for each rule that finds anything in either.
     *
     * @param before what runs
     * @param after what could; of the same problem
     */
    public static String of(AuditReport before, AuditReport after) {
        TextTable table =
                new TextTable(List.of("rule", "level", ">size before", ">after", ">cost before", ">after", ">saving"));
        for (int r = 0; r < before.rules().size(); r++) {
            RuleCost was = before.rules().get(r);
            RuleCost is = after.rules().get(r);
            if (was.size() != 0 || is.size() != 0) {
                table.row(
                        was.rule().id(),
                        was.rule().level().name().toLowerCase(Locale.ROOT),
                        String.valueOf(was.size()),
                        String.valueOf(is.size()),
                        String.valueOf(was.cost()),
                        String.valueOf(is.cost()),
                        String.valueOf(was.cost() - is.cost()));
            }
        }
        long saved = before.score().soft() - after.score().soft();
        return "\nBefore and after: what runs, and the best rota found for the same people and days\n" + table
                + "Hard " + before.score().hard() + " before, " + after.score().hard() + " after; gaps "
                + before.score().medium() + " before, " + after.score().medium() + " after; cost "
                + before.score().soft() + " before, " + after.score().soft() + " after, a saving of " + saved + ".\n";
    }
}
