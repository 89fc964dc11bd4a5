package org.oncall.rota.domain;

import java.time.LocalDate;

/** A festive day by true date, and the year in which its festive period begins. */
public record FestiveDay(LocalDate date, int year) {}
