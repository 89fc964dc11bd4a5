package org.oncall.rota.export.text;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.oncall.rota.assess.Assessment;
import org.oncall.rota.assess.Assessment.MemberFloor;
import org.oncall.rota.assess.Assessment.OneFewer;
import org.oncall.rota.assess.Assessment.RotationCapacity;
import org.oncall.rota.assess.Assessment.Statement;
import org.oncall.rota.assess.Assessment.TierCapacity;
import org.oncall.rota.assess.Assessment.Week;

/** A table a rotation of its tiers and of its weeks, a table of the members, then what is certain and what is indicated. */
public final class AssessmentText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd MMM uuuu", Locale.UK);

    private AssessmentText() {}

    public static String of(Assessment assessment) {
        StringBuilder result = new StringBuilder();
        for (RotationCapacity rotation : assessment.rotations()) {
            result.append("Rotation ").append(rotation.rotation()).append('\n');
            result.append(tiers(rotation)).append('\n');
            if (!rotation.weeks().isEmpty()) {
                result.append(weeks(rotation)).append('\n');
            }
        }
        result.append(members(assessment));
        statements(
                result,
                "Certain",
                assessment.statements().stream().filter(Statement::certain).toList());
        statements(
                result,
                "Indications",
                assessment.statements().stream()
                        .filter(statement -> !statement.certain())
                        .toList());
        return result.append('\n').append(verdict(assessment)).toString();
    }

    private static String tiers(RotationCapacity rotation) {
        TextTable table = new TextTable(List.of("tier", ">people", ">average load", ">people for 30 %"));
        for (TierCapacity tier : rotation.tiers()) {
            table.row(
                    tier.tier().value(),
                    String.valueOf(tier.holders()),
                    rotation.onCall() ? percent(tier.average()) : "-",
                    rotation.onCall() ? String.valueOf(tier.peopleForTarget()) : "-");
        }
        table.row(
                "together",
                String.valueOf(rotation.people()),
                rotation.onCall() ? percent(rotation.loads().average()) : "-",
                rotation.onCall() ? String.valueOf(rotation.peopleForTarget()) : "-");
        return table.toString();
    }

    private static String weeks(RotationCapacity rotation) {
        List<String> headings = new ArrayList<>(List.of("week from"));
        rotation.tiers().forEach(tier -> headings.add(">" + tier.tier().value()));
        headings.add(">absences");
        headings.add("");
        TextTable table = new TextTable(headings);
        for (Week week : rotation.weeks()) {
            List<String> row = new ArrayList<>(List.of(DAY.format(week.first())));
            week.available().forEach(people -> row.add(String.valueOf(people)));
            row.add(week.missing() > 0 ? "-" : String.valueOf(week.absences()));
            row.add(week.missing() > 0 ? "TOO FEW" : week.isJustEnough() ? "just enough" : "");
            table.row(row);
        }
        return table.toString();
    }

    private static String members(Assessment assessment) {
        TextTable table = new TextTable(List.of("member", ">fair days", ">load", "", ">weeks short without them"));
        for (MemberFloor member : assessment.members()) {
            table.row(
                    member.member().name(),
                    String.format(Locale.UK, "%.1f", member.fairDays()),
                    percent(member.load()),
                    member.load() > RotaText.TARGET + 1e-9 ? "over 30 %" : "",
                    assessment.oneFewer().stream()
                            .filter(fewer -> fewer.member().equals(member.member()))
                            .map(OneFewer::weeksTooFew)
                            .map(String::valueOf)
                            .findFirst()
                            .orElse("-"));
        }
        return table.toString();
    }

    private static void statements(StringBuilder result, String heading, List<Statement> statements) {
        if (!statements.isEmpty()) {
            result.append('\n').append(heading).append('\n');
            statements.forEach(statement ->
                    result.append("  ").append(statement.sentence()).append('\n'));
        }
    }

    private static String verdict(Assessment assessment) {
        int gaps = assessment.rotations().stream()
                .mapToInt(RotationCapacity::leastGaps)
                .sum();
        return gaps == 0
                ? "Nothing certain stands against a complete rota.\n"
                : "A complete rota is impossible: at least " + gaps + (gaps == 1 ? " slot" : " slots")
                        + " will stay empty.\n";
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.1f %%", 100 * share);
    }
}
