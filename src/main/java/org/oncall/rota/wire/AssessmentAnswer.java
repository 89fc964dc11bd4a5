package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be said of a request before it is solved. Loads are on-call days / days on the rota, 0 to 1. */
public record AssessmentAnswer(
        @Schema(
                description = "No gap is proven, neither by counting nor by a proof; there may be some all the same",
                examples = "true")
        Boolean mayBeComplete,

        @Schema(description = "A row a rotation, in the team's order")
        List<RotationRow> rotations,

        @Schema(description = "A row a member, in the team's order")
        List<FloorRow> members,

        @Schema(description = "What the absence of each member would do, who matters most first")
        List<WithoutRow> without,

        @Schema(description = "What hangs on one person, or on nobody being absent")
        List<SinglePointRow> singlePoints,

        @Schema(description = "The same in words, each certain or an indication")
        List<StatementRow> statements,

        @Schema(description = "The words alone") List<String> sentences,

        @Schema(description = "Whether a legal and complete rota exists; null unless asked for by `prove=true`")
        @Nullable
        ProofJson proof,

        @Schema(description = "The request with every default filled in")
        RotaRequest request) {

    /** Loads as far as counting goes. */
    @Schema(name = "LoadsJson")
    public record LoadsJson(
            @Schema(description = "Slots / days on the rota of all who may hold any", examples = "0.25")
            Double average,

            @Schema(description = "Load of whoever owes most by fair share", examples = "0.25")
            Double highest,

            @Schema(
                    description = "The highest load there must be, however the days are shared, if no slot is empty",
                    examples = "0.25")
            Double floor,

            @Schema(description = "Nothing proves that somebody is above 30 %", examples = "true")
            Boolean targetWithinReach,

            @Schema(description = "Slots that stay empty at the least, whatever rota is made", examples = "0")
            Integer leastGaps,

            @Schema(
                    description =
                            "Nothing proves that somebody must be on call half of the time or more, if no slot is empty that somebody is there for",
                    examples = "true")
            Boolean halfCanBeKept) {}

    /** What one rotation can bear. */
    @Schema(name = "RotationRow")
    public record RotationRow(
            @Schema(examples = "on-call") String rotation,

            @Schema(description = "On-call days of the period", examples = "182")
            Integer days,

            @Schema(description = "Days x tiers", examples = "364")
            Integer slots,

            @Schema(description = "Members who may hold any tier at some time", examples = "8")
            Integer people,

            @Schema(description = "People, full-time and able to hold any tier, for an average of 30 %", examples = "7")
            Integer peopleForTarget,

            @Schema(description = "People, able to hold any tier, for a rest after each stint", examples = "4")
            Integer peopleForRest,

            @Schema(description = "Loads by this rotation alone; null if it is no on-call load") @Nullable
            LoadsJson loads,

            @Schema(description = "Slots that stay empty at the least, whatever rota is made", examples = "0")
            Integer leastGaps,

            @Schema(description = "A row a tier") List<TierRow> tiers,

            @Schema(description = "Tiers that too few people may hold for 30 %, together")
            List<BottleneckRow> bottlenecks,

            @Schema(description = "Gaps that no legal rota can avoid; several may be about the same slots")
            List<CertainGapRow> certainGaps,

            @Schema(description = "From each preferred handover to the next")
            List<WeekRow> weeks,

            @Schema(description = "Weeks with slots that nobody can fill", examples = "0")
            Integer weeksTooFew,

            @Schema(description = "Weeks with a day on which exactly enough are there", examples = "0")
            Integer weeksJustEnough,

            @Schema(description = "What one more person would do, always there and able to hold every tier")
            OneMoreRow oneMore,

            @Schema(
                    description =
                            "Nothing proves that somebody must rest too little between stints, if no slot is empty that somebody is there for",
                    examples = "true")
            Boolean restCanBeKept) {}

    /** One tier alone. */
    @Schema(name = "TierRow")
    public record TierRow(
            @Schema(examples = "primary") String tier,

            @Schema(description = "Members who may hold it at some time", examples = "8")
            Integer holders,

            @Schema(description = "Its days / days on the rota of its holders", examples = "0.125")
            Double average,

            @Schema(description = "Holders for an average of 30 % by this tier alone", examples = "4")
            Integer peopleForTarget) {}

    /** Tiers that only few may hold. */
    @Schema(name = "BottleneckRow")
    public record BottleneckRow(
            List<String> tiers,

            @Schema(description = "Members who may hold any of them", examples = "3")
            Integer people,

            @Schema(description = "People who would have to, for 30 %", examples = "4")
            Integer needed,

            @Schema(description = "Average load by these tiers alone", examples = "0.3333")
            Double load) {}

    /** A gap that no rota can avoid. */
    @Schema(name = "CertainGapRow")
    public record CertainGapRow(
            @Schema(description = "NOBODY, PEOPLE, REST, FESTIVE or HALF_THE_TIME", examples = "PEOPLE")
            String reason,

            @Schema(description = "First on-call day of the stretch", examples = "2027-02-28")
            String from,

            @Schema(description = "Last on-call day of the stretch", examples = "2027-03-07")
            String last,

            @Schema(description = "The tiers among which slots stay empty")
            List<String> tiers,

            @Schema(description = "People who may hold any of them: there on each day, or on the rota", examples = "1")
            Integer people,

            @Schema(description = "Slots that stay empty at the least", examples = "8")
            Integer slots) {}

    /** One week. */
    @Schema(name = "WeekRow")
    public record WeekRow(
            @Schema(description = "First on-call day", examples = "2027-01-05")
            String from,

            @Schema(description = "Last on-call day", examples = "2027-01-11")
            String last,

            @Schema(description = "People who could hold the tier throughout, in the order of the tiers")
            List<Integer> available,

            @Schema(
                    description =
                            "How many more people, whoever they are, may be absent and each day can be staffed, by heads and skills",
                    examples = "6")
            Integer absences,

            @Schema(description = "Slots that nobody can fill", examples = "0")
            Integer missing,

            @Schema(description = "The tiers that are short of people, or would be first")
            List<String> tight) {}

    /** With one more person. */
    @Schema(name = "OneMoreRow")
    public record OneMoreRow(
            @Nullable LoadsJson loads,
            @Schema(examples = "0") Integer leastGaps,
            @Schema(examples = "0") Integer weeksTooFew,
            @Schema(examples = "0") Integer weeksJustEnough) {}

    /** What one member owes. */
    @Schema(name = "FloorRow")
    public record FloorRow(
            @Schema(examples = "ana") String member,
            @Schema(examples = "Ana") String name,

            @Schema(
                    description = "Days owed of the period by fair share, on-call rotations together",
                    examples = "45.5")
            Double fairDays,

            @Schema(description = "Days of the period on the rota", examples = "182")
            Integer daysOnRota,

            @Schema(description = "Days owed / days on the rota", examples = "0.25")
            Double load) {}

    /** Without one member. */
    @Schema(name = "WithoutRow")
    public record WithoutRow(
            @Schema(examples = "ana") String member,

            @Schema(description = "Average load of the others", examples = "0.2857")
            Double average,

            @Schema(description = "Highest load of the others", examples = "0.2857")
            Double highest,

            @Schema(description = "Weeks in which a slot more cannot be filled", examples = "0")
            Integer weeksTooFew) {}

    /** What hangs on one person, or on nobody being absent. */
    @Schema(name = "SinglePointRow")
    public record SinglePointRow(
            @Schema(description = "TIER, SKILL or WEEK", examples = "SKILL")
            String kind,

            @Schema(examples = "on-call") String rotation,
            List<String> tiers,
            @Nullable String skill,
            @Nullable String member,

            @Schema(description = "First day of the week") @Nullable
            String from,

            @Schema(description = "Last day of the week") @Nullable
            String last) {}

    /** A sentence. */
    @Schema(name = "StatementRow")
    public record StatementRow(
            @Schema(
                    description =
                            "LOAD, REST, GUIDANCE, HOLDERS, GAP, BOTTLENECK, SKILL, WEEK, TOTAL, CHANGE, HOLIDAYS")
            String about,

            @Schema(description = "Counting proves it; otherwise it is an indication")
            Boolean certain,

            String sentence) {}
}
