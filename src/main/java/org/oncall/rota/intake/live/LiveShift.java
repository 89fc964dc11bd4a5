package org.oncall.rota.intake.live;

import org.oncall.rota.domain.Interval;

/** Hours running in which somebody is on call by another tool. */
public record LiveShift(Interval span, LiveUser user) {}
