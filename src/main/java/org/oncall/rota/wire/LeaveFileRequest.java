package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar of absences, and the members whose leave it may be. */
public record LeaveFileRequest(
        @Schema(description = "All that is in the file: iCalendar") @Nullable
        String calendar,

        @Schema(
                description = "What the file is called; used where the calendar has no name of its own",
                examples = "ana.ics")
        @Nullable
        String name,

        @Schema(description = "IANA time zone, by whose days leave is reckoned; default Europe/London") @Nullable
        String zone,

        @Schema(
                description =
                        "First day of the period to be planned: leave is read from a year before it to two years after it;"
                                + " default today",
                examples = "2027-01-05")
        @Nullable
        String from,

        @Schema(description = "Who may be named in the titles of its events; default nobody") @Nullable
        List<PersonJson> members) {}
