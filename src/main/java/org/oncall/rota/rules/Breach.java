package org.oncall.rota.rules;

/** A breach as {@link BreachSink#breach} receives it, kept for its sentence. */
public record Breach(long size, int member, int rotation, int tier, int firstDay, int lastDay, long have, long want) {}
