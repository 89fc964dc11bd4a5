package org.oncall.rota.proof;

/** The hard rules, by the ids under which the rule book has them. */
enum HardRule {
    TWO_PLACES("two-places"),
    ON_LEAVE("on-leave"),
    NOT_ON_ROTA("not-on-rota"),
    MISSING_SKILL("missing-skill"),
    BACK_TO_BACK("back-to-back"),
    LONG_STINT("long-stint"),
    HALF_THE_TIME("half-the-time"),
    UNSUPERVISED("unsupervised"),
    BOTH_FESTIVE_DAYS("both-festive-days");

    final String id;

    HardRule(String id) {
        this.id = id;
    }
}
