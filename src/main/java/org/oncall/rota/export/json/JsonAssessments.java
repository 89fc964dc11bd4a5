package org.oncall.rota.export.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.assess.Assessment;
import org.oncall.rota.assess.Assessment.Loads;
import org.oncall.rota.assess.Assessment.RotationCapacity;
import org.oncall.rota.assess.Assessment.SinglePoint;
import org.oncall.rota.assess.Assessment.Week;
import org.oncall.rota.assess.CertainGap;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.wire.AssessmentAnswer;
import org.oncall.rota.wire.RotaRequest;

/** Writes assessments as answers. */
public final class JsonAssessments {
    private JsonAssessments() {}

    /** @param diagnosis what was proved; null where nobody asked */
    public static AssessmentAnswer of(Assessment assessment, RotaRequest request, @Nullable Diagnosis diagnosis) {
        boolean impossible = diagnosis != null && diagnosis.proof() instanceof ProofResult.Impossible;
        return new AssessmentAnswer(
                assessment.mayBeComplete() && !impossible,
                assessment.rotations().stream().map(JsonAssessments::rotation).toList(),
                assessment.members().stream()
                        .map(member -> new AssessmentAnswer.FloorRow(
                                member.member().id().value(),
                                member.member().name(),
                                rounded(member.fairDays()),
                                member.daysOnRota(),
                                rounded(member.load())))
                        .toList(),
                assessment.oneFewer().stream()
                        .map(fewer -> new AssessmentAnswer.WithoutRow(
                                fewer.member().id().value(),
                                rounded(fewer.average()),
                                rounded(fewer.highest()),
                                fewer.weeksTooFew()))
                        .toList(),
                assessment.points().stream().map(JsonAssessments::point).toList(),
                assessment.statements().stream()
                        .map(statement -> new AssessmentAnswer.StatementRow(
                                statement.subject().name(), statement.certain(), statement.sentence()))
                        .toList(),
                assessment.sentences(),
                JsonProofs.of(diagnosis),
                request);
    }

    private static AssessmentAnswer.RotationRow rotation(RotationCapacity rotation) {
        return new AssessmentAnswer.RotationRow(
                rotation.rotation().value(),
                rotation.days(),
                rotation.slots(),
                rotation.people(),
                rotation.peopleForTarget(),
                rotation.peopleForRest(),
                loads(rotation, rotation.loads()),
                rotation.leastGaps(),
                rotation.tiers().stream()
                        .map(tier -> new AssessmentAnswer.TierRow(
                                tier.tier().value(), tier.holders(), rounded(tier.average()), tier.peopleForTarget()))
                        .toList(),
                rotation.bottlenecks().stream()
                        .map(bottleneck -> new AssessmentAnswer.BottleneckRow(
                                ids(bottleneck.tiers()),
                                bottleneck.people(),
                                bottleneck.needed(),
                                rounded(bottleneck.load())))
                        .toList(),
                rotation.gaps().stream().map(JsonAssessments::gap).toList(),
                rotation.weeks().stream().map(JsonAssessments::week).toList(),
                rotation.weeksTooFew(),
                rotation.weeksJustEnough(),
                new AssessmentAnswer.OneMoreRow(
                        loads(rotation, rotation.oneMore().loads()),
                        rotation.oneMore().loads().leastGaps(),
                        rotation.oneMore().weeksTooFew(),
                        rotation.oneMore().weeksJustEnough()),
                rotation.loads().restCanBeKept());
    }

    private static AssessmentAnswer.@Nullable LoadsJson loads(RotationCapacity rotation, Loads loads) {
        return rotation.onCall()
                ? new AssessmentAnswer.LoadsJson(
                        rounded(loads.average()),
                        rounded(loads.highest()),
                        rounded(loads.floor()),
                        loads.isTargetWithinReach(),
                        loads.leastGaps(),
                        loads.halfCanBeKept())
                : null;
    }

    private static AssessmentAnswer.CertainGapRow gap(CertainGap gap) {
        return new AssessmentAnswer.CertainGapRow(
                gap.reason().name(),
                gap.first().toString(),
                gap.last().toString(),
                ids(gap.tiers()),
                gap.people(),
                gap.slots());
    }

    private static AssessmentAnswer.WeekRow week(Week week) {
        return new AssessmentAnswer.WeekRow(
                week.first().toString(),
                week.last().toString(),
                week.available(),
                week.absences(),
                week.missing(),
                ids(week.tight()));
    }

    private static AssessmentAnswer.SinglePointRow point(SinglePoint point) {
        return new AssessmentAnswer.SinglePointRow(
                point.kind().name(),
                point.rotation().value(),
                ids(point.tiers()),
                point.skill(),
                point.member() == null ? null : point.member().id().value(),
                point.first() == null ? null : point.first().toString(),
                point.last() == null ? null : point.last().toString());
    }

    private static List<String> ids(List<TierId> tiers) {
        return tiers.stream().map(TierId::value).toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
