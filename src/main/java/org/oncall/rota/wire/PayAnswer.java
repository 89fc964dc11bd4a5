package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who was on call for which hours, and what that pays. Amounts are decimals as text, exact to the penny. */
public record PayAnswer(
        @Schema(description = "What amounts are labelled with", examples = "GBP")
        String currency,

        @Schema(description = "Everybody of the team, in its order")
        List<PayMember> members,

        @Schema(description = "The sum of the members' totals", examples = "95.00")
        String total) {

    /** One member. */
    @Schema(name = "PayMember")
    public record PayMember(
            @Schema(description = "Id of the member", examples = "ana")
            String member,

            @Schema(description = "Their name", examples = "Ana")
            String name,

            @Schema(description = "Elapsed time on call", examples = "PT168H")
            String time,

            @Schema(description = "The same by kind of hour")
            List<PayHours> hours,

            @Schema(description = "The same by kind of hour and by the rule that pays")
            List<PayRow> rows,

            @Schema(description = "The sum of the rows", examples = "47.50")
            String total) {}

    /** Hours of one kind. */
    @Schema(name = "PayHours")
    public record PayHours(
            @Schema(description = "WORKING_DAY, WEEKEND, BANK_HOLIDAY or NIGHT", examples = "WEEKEND")
            String kind,

            @Schema(description = "Elapsed time", examples = "PT48H")
            String time) {}

    /** What one rule pays for one kind of hour. */
    @Schema(name = "PayRow")
    public record PayRow(
            @Schema(
                    description = "Kind of hour; of the start, where days, shifts or blocks are paid",
                    examples = "WEEKEND")
            String kind,

            @Schema(description = "Name of the rule; empty where none pays", examples = "Weekend")
            String rule,

            @Schema(description = "What it pays for: HOURS, DAYS, SHIFTS, BLOCKS or NOTHING", examples = "HOURS")
            String unit,

            @Schema(description = "Elapsed time", examples = "PT48H")
            String time,

            @Schema(description = "Days, shifts or blocks; 0 where hours are paid", examples = "0")
            long count,

            @Schema(description = "To the penny, a half rounded up", examples = "47.50")
            String amount) {}
}
