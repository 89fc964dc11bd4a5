package org.oncall.rota.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.csv.CsvMembers;
import org.oncall.rota.intake.csv.CsvRota;

/** A table of members that takes the place of those in a request. */
record MembersFile(Path file, CsvMembers table) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Null where it cannot be used, and every bad line has been said. */
    static @Nullable MembersFile read(Path file, PrintWriter err) throws IOException {
        MembersFile members = new MembersFile(file, CsvMembers.read(Files.readAllBytes(file)));
        members.table.issues().forEach(line -> members.complain(line, err));
        return members.table.issues().isEmpty() ? members : null;
    }

    /** The request with these members; as it is where it is no object, for intake to refuse. */
    byte[] in(byte[] request) throws IOException {
        ObjectNode root = AnswerFile.object(request);
        if (root == null || !(root.get("team") == null || root.get("team") instanceof ObjectNode)) {
            return request;
        }
        root.withObject("/team").set("members", table.members());
        return MAPPER.writeValueAsBytes(root);
    }

    /** Says everything that is wrong with what both files ask for, each by its place. */
    void complain(Path request, Intake.Refused refused, PrintWriter err) {
        for (Issue issue : refused.issues()) {
            CsvRota.LineIssue line = table.byLine(issue);
            if (line == null) {
                CommandFiles.complain(err, request + "#" + issue.pointer(), issue.code(), issue.sentence());
            } else {
                complain(line, err);
            }
        }
    }

    private void complain(CsvRota.LineIssue line, PrintWriter err) {
        CommandFiles.complain(err, file + ":" + line.line(), line.code(), line.sentence());
    }
}
