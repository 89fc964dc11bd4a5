package org.oncall.rota.export.json;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.wire.ShiftJson;
import org.oncall.rota.wire.WhyAnswer;
import org.oncall.rota.wire.WhyFinding;
import org.oncall.rota.wire.WhyOption;
import org.oncall.rota.wire.WhyRule;

/** Writes why a shift is held by whom it is. Instants carry the offset of the team's zone. */
public final class JsonWhy {
    private final ZoneId zone;

    private JsonWhy(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The answer about one shift.
     *
     * @param asked the id of the slot that was asked about
     * @param zone the team's
     */
    public static WhyAnswer of(@Nullable String id, String status, String asked, Why why, ZoneId zone) {
        return new JsonWhy(zone).answer(id, status, asked, why);
    }

    private WhyAnswer answer(@Nullable String id, String status, String asked, Why why) {
        List<WhyOption> options = new ArrayList<>();
        for (Why.Option option : why.options()) {
            options.add(option(options.size() + 1, option));
        }
        ShiftJson shift = new ShiftJson(
                why.id(),
                why.first().rotation().value(),
                why.first().tier().value(),
                why.holder() == null ? null : why.holder().id().value(),
                from(why.span()),
                to(why.span()));
        return new WhyAnswer(id, status, asked, shift, JsonAnswers.score(why.score()), options);
    }

    private WhyOption option(int rank, Why.Option option) {
        return new WhyOption(
                rank,
                option.member() == null ? null : option.member().id().value(),
                option.name(),
                option.isHolder(),
                option.isLegal(),
                JsonAnswers.score(option.difference()),
                option.sentence(),
                option.rules().stream()
                        .map(rule -> new WhyRule(
                                rule.rule().id(), rule.rule().level().name(), rule.weight(), rule.size(), rule.cost()))
                        .toList(),
                option.causes().stream().map(this::finding).toList(),
                option.ends().stream().map(this::finding).toList());
    }

    private WhyFinding finding(Why.Effect effect) {
        return new WhyFinding(
                effect.rule().id(),
                effect.rule().level().name(),
                effect.finding().member() == null
                        ? null
                        : effect.finding().member().value(),
                from(effect.finding().when()),
                to(effect.finding().when()),
                effect.finding().size(),
                effect.cost(),
                effect.sentence());
    }

    private String from(Interval span) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(span.start().atZone(zone));
    }

    private String to(Interval span) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(span.end().atZone(zone));
    }
}
