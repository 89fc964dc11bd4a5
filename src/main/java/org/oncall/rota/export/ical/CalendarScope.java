package org.oncall.rota.export.ical;

import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;

/** Whose duties a feed has. */
public sealed interface CalendarScope {
    /** All duties of the team. */
    record WholeTeam() implements CalendarScope {}

    /** All duties of one tier. */
    record OneTier(RotationId rotation, TierId tier) implements CalendarScope {}

    /** The duties of one member, and for a while those taken from them, as cancelled. */
    record OneMember(MemberId member) implements CalendarScope {}
}
