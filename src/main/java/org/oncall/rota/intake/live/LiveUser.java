package org.oncall.rota.intake.live;

/**
 * Somebody as another tool knows them. An address is no name: what follows the @ is never kept.
 *
 * @param id by which one is told from another
 * @param name for people
 */
public record LiveUser(String id, String name) {
    /** A user whose tool has no other name for them. */
    public static LiveUser of(String id) {
        return new LiveUser(id, id);
    }

    /** A user with what comes before the @ of an address as name. */
    public static LiveUser of(String id, String name) {
        int at = name.indexOf('@');
        return new LiveUser(id, at > 0 ? name.substring(0, at) : name);
    }
}
