package org.oncall.rota.rules;

import java.util.List;
import java.util.Optional;

/** Every rule, in the order in which they are reported: the one place that lists them. */
public final class RuleBook {
    private static final List<Rule> RULES = List.of(
            new TwoPlaces(),
            new OnLeave(),
            new NotOnRota(),
            new MissingSkill(),
            new BackToBack(),
            new LongStint(),
            new HalfTheTime(),
            new Unsupervised(),
            new BothFestiveDays(),
            new EmptySlot(),
            new OverTarget(),
            new UnevenLoad(),
            new UnevenUnsocial(),
            new UnevenTiers(),
            new AwkwardHandover(),
            new TooSoon(),
            new Irregular(),
            new DoubleDuty(),
            new WishRule(),
            new FestiveAgain(),
            new Unfamiliar(),
            new Changed());

    private RuleBook() {}

    /** All rules, hard ones first. */
    public static List<Rule> rules() {
        return RULES;
    }

    public static Optional<Rule> find(String id) {
        return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
