package org.oncall.rota.intake.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.oncall.rota.intake.Bound;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.csv.CsvMembers;
import org.oncall.rota.intake.csv.CsvRota;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.MembersFileAnswer;

/** A table of members as a request has them. Whether their dates and shares can be is for the request to be checked for. */
public final class MembersTable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MembersTable() {}

    /** Reads CSV in UTF-8; issues name the line, as a table has no places to point to. */
    public static Bound<MembersFileAnswer> read(byte[] csv) {
        CsvMembers table = CsvMembers.readWithOthers(csv);
        if (!table.issues().isEmpty()) {
            return new Bound<>(
                    null, table.issues().stream().map(MembersTable::issue).toList());
        }
        List<String> others =
                table.others().stream().filter(other -> !other.isBlank()).toList();
        List<String> notes = others.isEmpty()
                ? List.of()
                : List.of("These columns say nothing of a member and were passed over: "
                        + String.join(
                                ", ", others.stream().map(CsvRota::shorten).toList()) + ".");
        return new Bound<>(new MembersFileAnswer(members(table.members()), notes), List.of());
    }

    private static List<MemberJson> members(ArrayNode rows) {
        List<MemberJson> members = new ArrayList<>();
        rows.forEach(row -> members.add(MAPPER.convertValue(row, MemberJson.class)));
        return members;
    }

    private static Issue issue(CsvRota.LineIssue line) {
        Issue.Kind kind = line.code().startsWith("malformed") ? Issue.Kind.SHAPE : Issue.Kind.MEANING;
        return new Issue(kind, line.code(), "", "Line " + line.line() + ": " + line.sentence());
    }
}
