package org.oncall.rota.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** When a rotation prefers to change hands; the time of day also cuts its on-call days. */
public record Handover(DayOfWeek day, LocalTime time) {}
