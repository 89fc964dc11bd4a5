package org.oncall.rota.rules;

/** How much a rule matters: hard is never broken by the solver, medium counts gaps, soft is weighed. */
public enum Level {
    HARD,
    MEDIUM,
    SOFT
}
