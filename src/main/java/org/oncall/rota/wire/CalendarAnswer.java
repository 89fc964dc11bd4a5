package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The calendar of a request: what is particular about its days, and the lines in which people read its rota. */
public record CalendarAnswer(
        @Schema(description = "IANA time zone of the team", examples = "Europe/London")
        String zone,

        @Schema(description = "The date that counts as today: now of the request", examples = "2026-11-20")
        String today,

        @Schema(description = "Every date of the period, and the one on which its last on-call day ends")
        List<DayRow> days,

        @Schema(description = "One a rotation, in the team's order")
        List<RotationLines> rotations,

        @Schema(description = "The bank holidays among the days that have a name, in the order of time")
        List<BankHolidayRow> bankHolidays,

        @Schema(description = "The request with every default filled in")
        RotaRequest request) {

    /** A date. */
    @Schema(name = "DayRow")
    public record DayRow(
            @Schema(examples = "2027-01-05") String date,

            @Schema(
                    description = "WORKING_DAY, WEEKEND or HOLIDAY: a bank holiday, weekend or not",
                    examples = "WORKING_DAY")
            String kind,

            @Schema(description = "A festive day of any rotation, by true date", examples = "false")
            Boolean festive) {}

    /** A bank holiday. */
    @Schema(name = "BankHolidayRow")
    public record BankHolidayRow(
            @Schema(examples = "2026-12-28") String date,

            @Schema(description = "In English; of a substitute day, what it stands in for", examples = "Boxing Day")
            String name) {}

    /** The period of one rotation, line by line. */
    @Schema(name = "RotationLines")
    public record RotationLines(
            @Schema(examples = "on-call") String rotation,

            @Schema(description = "In the team's order") List<String> tiers,

            @Schema(
                    description =
                            "From each preferred handover to the next; each on-call day of a festive period with shorter shifts alone")
            List<LineRow> lines) {}

    /** On-call days that are read in one line. */
    @Schema(name = "LineRow")
    public record LineRow(
            @Schema(description = "Instant with offset", examples = "2027-01-05T12:00:00Z")
            String from,

            @Schema(description = "Instant with offset", examples = "2027-01-12T12:00:00Z")
            String to,

            @Schema(description = "First on-call day", examples = "2027-01-05")
            String first,

            @Schema(description = "Last on-call day", examples = "2027-01-11")
            String last,

            @Schema(description = "One on-call day of a festive period", examples = "false")
            Boolean festive,

            @Schema(description = "Festive days on which its coverage falls", examples = "2026-12-25")
            List<String> festiveDays) {}
}
