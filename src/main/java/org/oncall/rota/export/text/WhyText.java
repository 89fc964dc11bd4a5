package org.oncall.rota.export.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.oncall.rota.audit.Why;
import org.oncall.rota.rules.Level;

/** Who could hold a shift, ranked, with what each would cost by rule; then the reasons, in sentences. */
public final class WhyText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMMM uuuu HH:mm", Locale.UK);

    private WhyText() {}

    /**
     * The text about one shift.
     *
     * @param asked the id of the slot that was asked about
     * @param zone the team's
     */
    public static String of(String asked, Why why, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        text.append(asked.equals(why.id()) ? "" : asked + " lies in this " + kind(why) + ":\n");
        text.append(why.holder() == null ? "Gap " : "Shift ")
                .append(why.id())
                .append(", ")
                .append(MOMENT.format(why.span().start().atZone(zone)))
                .append(" to ")
                .append(MOMENT.format(why.span().end().atZone(zone)))
                .append(
                        why.holder() == null
                                ? ", held by nobody"
                                : ", held by " + why.holder().name())
                .append("\n\n")
                .append(table(why));
        for (Why.Option option : why.options()) {
            if (!option.isHolder()) {
                text.append('\n').append(option.sentence()).append('\n');
                effects(option, text);
            }
        }
        return text.toString();
    }

    private static String kind(Why why) {
        return why.holder() == null ? "gap" : "shift";
    }

    private static TextTable table(Why why) {
        TextTable table = new TextTable(List.of(">", "member", ">hard", ">gaps", ">cost", "by rule"));
        int rank = 0;
        for (Why.Option option : why.options()) {
            table.row(
                    String.valueOf(++rank),
                    option.name() + (option.isHolder() ? " (now)" : ""),
                    signed(option.difference().hard()),
                    signed(option.difference().medium()),
                    signed(option.difference().soft()),
                    option.rules().stream()
                            .filter(rule -> rule.cost() != 0)
                            .map(rule -> rule.rule().id() + " " + signed(rule.cost()))
                            .collect(Collectors.joining(", ")));
        }
        return table;
    }

    /** Where a hard rule would be broken, that is the reason, and the rest does not matter. */
    private static void effects(Why.Option option, StringBuilder text) {
        for (Why.Effect effect : option.causes()) {
            if (matters(effect, option, option.ends())) {
                line(text, signed(effect.cost()), underHeading(option, effect.sentence()));
            }
        }
        for (Why.Effect effect : option.ends()) {
            if (matters(effect, option, option.causes())) {
                line(text, signed(-effect.cost()), "no longer: " + effect.sentence());
            }
        }
    }

    /** The heading names whom it would be, so the lines below it need not. */
    private static String underHeading(Why.Option option, String sentence) {
        String name = option.name() + ": ";
        return sentence.startsWith(name) ? sentence.substring(name.length()) : sentence;
    }

    /** A stint that only grew is found anew, in the same words. */
    private static boolean matters(Why.Effect effect, Why.Option option, List<Why.Effect> others) {
        return effect.cost() != 0
                && (option.difference().hard() <= 0 || effect.rule().level() == Level.HARD)
                && others.stream()
                        .noneMatch(other -> other.cost() == effect.cost()
                                && other.finding()
                                        .sentence()
                                        .equals(effect.finding().sentence()));
    }

    private static void line(StringBuilder text, String cost, String sentence) {
        text.append(String.format(Locale.UK, "%6s  %s\n", cost, sentence));
    }

    private static String signed(long value) {
        return value > 0 ? "+" + value : String.valueOf(value);
    }
}
