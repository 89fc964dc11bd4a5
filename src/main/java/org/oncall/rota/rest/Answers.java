package org.oncall.rota.rest;

import java.time.temporal.ChronoUnit;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.jobs.Solve;
import org.oncall.rota.wire.IssueJson;
import org.oncall.rota.wire.ProgressJson;

/** Solves as JSON. */
final class Answers {
    private Answers() {}

    static ProgressJson progress(Solve solve) {
        return new ProgressJson(
                solve.status().name(),
                solve.elapsed().truncatedTo(ChronoUnit.MILLIS).toString(),
                solve.score() == null ? null : JsonAnswers.score(solve.score()));
    }

    static IssueJson issue(Issue issue) {
        return new IssueJson(issue.code(), issue.pointer(), issue.sentence());
    }
}
