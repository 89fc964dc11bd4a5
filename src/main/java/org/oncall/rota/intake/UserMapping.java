package org.oncall.rota.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;

/**
 * Who the members of a team are in another tool: a JSON object of that tool's user ids by the ids of members. No contact details
 * are taken.
 *
 * @param users the other tool's user by the id of a member
 * @param issues everything that is wrong with it; then it must not be used
 */
public record UserMapping(SortedMap<String, String> users, List<Issue> issues) {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    public UserMapping {
        users = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(users));
        issues = List.copyOf(issues);
    }

    /** Reads a mapping in which everybody who holds anything in the rota must be. */
    public static UserMapping read(byte[] json, Rota rota) {
        Issues found = new Issues();
        JsonNode document = JsonText.parse(json, found);
        if (document == null) {
            return new UserMapping(new TreeMap<>(), found.toList());
        }
        List<Issue> issues = new ArrayList<>();
        SortedMap<String, String> users = new TreeMap<>();
        if (!document.isObject()) {
            issues.add(
                    issue(
                            IssueCode.WRONG_TYPE,
                            "",
                            "The mapping must be a JSON object, such as {\"ana\": \"PX1Y2Z3\"}, a user by the id of each member."));
            return new UserMapping(users, issues);
        }
        TreeSet<String> members = new TreeSet<>();
        rota.problem().team().members().stream()
                .map(Member::id)
                .map(MemberId::value)
                .forEach(members::add);
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            String pointer = "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
            String user = entry.getValue().asText("");
            if (!members.contains(entry.getKey())) {
                issues.add(issue(
                        IssueCode.UNKNOWN_MEMBER,
                        pointer,
                        "The member (" + Quotes.shorten(entry.getKey()) + ") does not exist. The members are "
                                + String.join(", ", members) + "."));
            } else if (!entry.getValue().isTextual() || !USER.matcher(user).matches()) {
                issues.add(issue(
                        IssueCode.BAD_TEXT,
                        pointer,
                        "The user of member (" + Quotes.shorten(entry.getKey())
                                + ") must be the other tool's id of them, such as PX1Y2Z3, and no e-mail address."));
            } else {
                users.put(entry.getKey(), user);
            }
        }
        TreeSet<String> holders = new TreeSet<>();
        rota.holders().values().forEach(holder -> holders.add(holder.value()));
        for (String holder : holders) {
            if (!document.has(holder)) {
                issues.add(issue(
                        IssueCode.MISSING,
                        "",
                        "The member (" + Quotes.shorten(holder)
                                + ") holds shifts and has no user in the mapping. Maybe add one."));
            }
        }
        Map<String, String> memberOf = new TreeMap<>();
        users.forEach((member, user) -> {
            String other = memberOf.putIfAbsent(user, member);
            if (other != null) {
                issues.add(issue(
                        IssueCode.DUPLICATE_ID,
                        "/" + member,
                        "The user (" + user + ") is that of two members, " + other + " and " + member
                                + ". Maybe one of them is a slip."));
            }
        });
        return new UserMapping(users, issues);
    }

    private static Issue issue(IssueCode code, String pointer, String sentence) {
        return new Issue(code.kind(), code.code(), pointer, sentence);
    }

    /** Whether a text can be another tool's id of somebody: no e-mail address, no name. */
    public static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    /** The user of a member. */
    public String user(String member) {
        return users.getOrDefault(member, member);
    }
}
