package org.oncall.rota.export.text;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.PublishedShifts.Moves;
import org.oncall.rota.domain.Score;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.rules.Level;

/** What can be done about a published rota after a change, as a numbered list of rotas, the nearest first. */
public final class MenuText {
    private MenuText() {}

    public static String of(Menu menu) {
        StringBuilder text = new StringBuilder();
        AuditReport published = menu.published();
        text.append("As published (")
                .append(count(menu.shifts(), "shift"))
                .append("), with the team as it is now: ")
                .append(published.score())
                .append(".\n");
        published.rules().stream()
                .filter(rule -> rule.rule().level() == Level.HARD)
                .flatMap(rule -> rule.findings().stream())
                .forEach(finding -> text.append("  ").append(finding.sentence()).append('\n'));
        text.append("\nAt the least ")
                .append(moves(menu.fewest().moves()))
                .append(
                        menu.fewest().gaps() == 0
                                ? ""
                                : ", and " + count(menu.fewest().gaps(), "day") + " stay empty")
                .append(
                        menu.fewest().proven()
                                ? "; it is proved that nothing moves less.\n"
                                : "; nothing was found that moves less.\n");
        broken(text, menu);
        int number = 0;
        Score before = null;
        for (Menu.Option option : menu.options()) {
            option(text, ++number, option, before);
            before = option.report().score();
        }
        return text.toString();
    }

    private static void broken(StringBuilder text, Menu menu) {
        if (menu.broken().isEmpty()) {
            return;
        }
        text.append("\nNo option is legal: days that are frozen or swapped break hard rules among themselves.\n");
        menu.broken()
                .forEach(finding -> text.append("  ").append(finding.sentence()).append('\n'));
        text.append(
                menu.lastFreeze() == null
                        ? "  Maybe undo a swap, or take the freeze back.\n"
                        : "  Maybe freeze only until " + menu.lastFreeze() + ".\n");
    }

    private static void option(StringBuilder text, int number, Menu.Option option, @Nullable Score before) {
        Score score = option.report().score();
        text.append('\n')
                .append(number)
                .append(". ")
                .append(option.most() == null ? "The least: " : "At most " + option.most() + ": ")
                .append(moves(option.moves()))
                .append(". ")
                .append(Character.toUpperCase(score.toString().charAt(0)))
                .append(score.toString().substring(1));
        if (before != null && before.hard() == score.hard() && before.medium() == score.medium()) {
            text.append(", ").append(before.soft() - score.soft()).append(" less than before it");
        }
        text.append(option.report().isLegal() ? "" : ": NOT LEGAL")
                .append(option.report().isComplete() ? "" : ": NOT COMPLETE")
                .append(".\n");
        if (!option.rules().isEmpty()) {
            text.append("   ")
                    .append(option.rules().stream()
                            .map(step -> step.rule() + " " + step.before() + " -> " + step.after())
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        option.members()
                .forEach(member -> text.append("   ").append(member.sentence()).append('\n'));
    }

    private static String moves(Moves moves) {
        return moves.slots() == 0
                ? "nothing moves"
                : count(moves.slots(), "day") + (moves.slots() == 1 ? " moves" : " move") + ", in "
                        + count(moves.shifts(), "shift");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
