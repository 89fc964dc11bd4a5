package org.oncall.rota.domain;

/**
 * A day that counts as done for somebody else than whoever works it: what people owe each other over a swap is between
 * them, so later rotas share days as if it had not been made.
 *
 * @param worked who holds the slot; where somebody else holds it after all, the credit counts for nothing
 * @param credited for whom the day counts in what they owe
 */
public record Credit(Slot slot, MemberId worked, MemberId credited) {}
