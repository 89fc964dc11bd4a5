package org.oncall.rota.store;

/**
 * Where a revision stands. The legal sequences are
 *
 * <ul>
 *   <li>{@code DRAFT -> PUBLISHED -> SUPERSEDED}
 *   <li>{@code DRAFT -> OFFERED -> PUBLISHED -> SUPERSEDED}
 *   <li>{@code DRAFT -> OFFERED -> SUPERSEDED}, by one that has a swap in it and is offered instead
 * </ul>
 *
 * What a revision says never changes.
 */
public enum RotaState {
    /** Made, and seen by whoever asks for it. */
    DRAFT,
    /** In its trading window: people see it and may swap on it. */
    OFFERED,
    /** In force. */
    PUBLISHED,
    /** Was in force until another revision took over at least part of its days. */
    SUPERSEDED
}
