package org.oncall.rota.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Wish;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.WishJson;

/** Reads the members of a team. */
final class MemberReader {
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_ENTRIES = 400;

    private final Values values;
    private final Issues issues;
    private final KnownIds ids;
    private final Set<String> skills = new TreeSet<>();
    private boolean skillsComplete = true;

    MemberReader(Values values) {
        this.values = values;
        this.issues = values.issues();
        this.ids = new KnownIds(issues, IssueCode.UNKNOWN_MEMBER, "member", "");
    }

    /**
     * The members that could be read.
     *
     * @param skills what at least one member can do; null where some skills could not be read
     */
    record Members(
            List<Member> list, KnownIds ids, @Nullable Set<String> skills) {}

    /** What is known of members where none could be read. */
    static Members none(Issues issues) {
        KnownIds ids = new KnownIds(issues, IssueCode.UNKNOWN_MEMBER, "member", "");
        ids.markIncomplete();
        return new Members(List.of(), ids, null);
    }

    Members read(@Nullable List<MemberJson> given, Field field) {
        List<MemberJson> members = values.required(given, field, "\"members\": [\"Ana\", \"Bo\", \"Cy\"]");
        if (members == null) {
            return none(issues);
        }
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            boolean none = members.isEmpty();
            String must = "must be 1 to " + MOST_MEMBERS + ". ";
            String wayOut = none ? "Maybe write \"members\": [\"Ana\", \"Bo\"]." : "Maybe plan its parts one by one.";
            issues.add(
                    none ? IssueCode.TOO_FEW : IssueCode.TOO_MANY,
                    field.place(),
                    field.says(members.size(), must + wayOut));
        }
        if (members.isEmpty()) {
            ids.markIncomplete();
        }
        for (int i = 0; i < members.size(); i++) {
            readId(members.get(i), field.place().at(i));
        }
        List<Member> result = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Place place = field.place().at(i);
            Member member = members.get(i) == null ? null : read(members.get(i), place);
            if (member != null) {
                result.add(member);
            }
        }
        return new Members(result, ids, ids.isComplete() && skillsComplete ? skills : null);
    }

    /** Ids first, so that members can refer to those after them. */
    private void readId(@Nullable MemberJson member, Place place) {
        if (member == null || member.id() == null || member.id().isBlank() || issues.isUnread(place.at("id"))) {
            ids.markIncomplete();
            return;
        }
        Place first = ids.place(member.id());
        boolean bothFromNames = first != null && !first.pointer().endsWith("/id") && !values.isGiven(place.at("id"));
        ids.add(
                member.id(),
                idPlace(place),
                bothFromNames
                        ? "Both ids are taken from the names: maybe give these members ids, such as"
                                + " {\"id\": \"" + Quotes.shorten(member.id()) + "-2\", \"name\": \""
                                + Quotes.shorten(member.id()) + "\"}."
                        : "Maybe give one of them another id.");
    }

    private Place idPlace(Place member) {
        return values.isGiven(member.at("id")) ? member.at("id") : namePlace(member);
    }

    private Place namePlace(Place member) {
        return values.isText(member) ? member : member.at("name");
    }

    private @Nullable Member read(MemberJson given, Place place) {
        String shownId = given.id() == null ? place.toString() : Quotes.shorten(given.id());
        Field.Owner owner = new Field.Owner("member (" + shownId + ")", place);
        Field nameField = new Field("name", owner.name(), namePlace(place));
        String name = values.text(
                values.required(given.name(), nameField, "\"name\": \"Ana\""), nameField, Values.LONGEST_NAME);
        String id = given.id();
        if (values.isGiven(place.at("id"))) {
            id = values.text(id, owner.field("id"), Values.LONGEST_ID);
        } else if (name != null) {
            id = values.text(id, new Field("name as id", owner.name(), nameField.place()), Values.LONGEST_ID);
        }
        double share = share(given.share(), owner.field("share"));
        LocalDate from = values.dateIfAny(given.from(), owner.field("from"));
        LocalDate until = values.dateIfAny(given.until(), owner.field("until"));
        if (from != null && until != null && until.isBefore(from)) {
            issues.add(
                    IssueCode.WRONG_ORDER,
                    place.at("until"),
                    owner.field("until")
                            .says(until, "must not be before the from (" + from + "). Maybe swap the two dates."));
            until = null;
        }
        Set<String> memberSkills = skills(given.skills(), owner.field("skills"));
        Set<MemberId> knows = knows(given.knows(), owner.field("knows"));
        List<DateRange> leave = leave(given.leave(), owner);
        List<Wish> wishes = wishes(given.wishes(), owner);
        if (name == null || id == null) {
            return null;
        }
        return new Member(
                new MemberId(id),
                name,
                share,
                Boolean.TRUE.equals(given.onCall()),
                from,
                until,
                memberSkills,
                Boolean.TRUE.equals(given.novice()),
                knows,
                leave,
                wishes);
    }

    private double share(@Nullable Double share, Field field) {
        if (share == null || (share > 0 && share <= 1)) {
            return share == null ? 1 : share;
        }
        issues.add(
                IssueCode.OUT_OF_RANGE,
                field.place(),
                field.says(share, "must be above 0 and at most 1. Maybe write 0.6 for three days of five."));
        return 1;
    }

    private Set<String> skills(@Nullable List<String> given, Field field) {
        Set<String> result = new HashSet<>();
        skillsComplete &= !issues.isUnread(field.place());
        for (int i = 0; given != null && i < given.size(); i++) {
            String skill = values.text(
                    given.get(i),
                    new Field("skill", field.owner(), field.place().at(i)),
                    Values.LONGEST_ID);
            if (skill == null) {
                skillsComplete = false;
            } else {
                result.add(skill);
            }
        }
        skills.addAll(result);
        return result;
    }

    private Set<MemberId> knows(@Nullable List<String> given, Field field) {
        Set<MemberId> result = new HashSet<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            String known = ids.find(given.get(i), field.place().at(i), "");
            if (known != null && !known.isBlank()) {
                result.add(new MemberId(known));
            }
        }
        return result;
    }

    private List<DateRange> leave(@Nullable List<LeaveJson> given, Field.Owner owner) {
        List<DateRange> result = new ArrayList<>();
        refuseTooMany(given, owner.field("leave"));
        for (int i = 0; given != null && i < given.size(); i++) {
            LeaveJson leave = given.get(i);
            DateRange days = leave == null ? null : range(leave.from(), leave.to(), owner.entry("leave", "leave", i));
            if (days != null) {
                result.add(days);
            }
        }
        return result;
    }

    private List<Wish> wishes(@Nullable List<WishJson> given, Field.Owner owner) {
        List<Wish> result = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        boolean few = refuseTooMany(given, owner.field("wishes"));
        for (int i = 0; given != null && i < given.size(); i++) {
            WishJson wish = given.get(i);
            Field.Owner entry = owner.entry("wish", "wishes", i);
            DateRange days = wish == null ? null : range(wish.from(), wish.to(), entry);
            if (wish == null || days == null || issues.isUnread(entry.place().at("want"))) {
                continue;
            }
            Wish read = new Wish(days, Boolean.TRUE.equals(wish.want()));
            for (int j = 0; few && j < result.size(); j++) {
                if (refuseContradiction(read, entry, result.get(j), places.get(j))) {
                    break;
                }
            }
            result.add(read);
            places.add(entry.place());
        }
        return result;
    }

    private boolean refuseContradiction(Wish wish, Field.Owner owner, Wish other, Place otherPlace) {
        DateRange days = wish.days();
        DateRange others = other.days();
        if (wish.wanted() == other.wanted()
                || days.last().isBefore(others.first())
                || others.last().isBefore(days.first())) {
            return false;
        }
        LocalDate both = days.first().isAfter(others.first()) ? days.first() : others.first();
        issues.add(
                IssueCode.CONTRADICTING_WISHES,
                owner.place(),
                "A" + owner.name().substring(1) + " asks to " + (wish.wanted() ? "be on call on" : "avoid") + " a day ("
                        + both
                        + ") that the one in " + otherPlace + " asks to " + (other.wanted() ? "be on call on" : "avoid")
                        + ", and it must be one or the other. Maybe remove one of the two.");
        return true;
    }

    private boolean refuseTooMany(@Nullable List<?> entries, Field field) {
        if (entries == null || entries.size() <= MOST_ENTRIES) {
            return true;
        }
        issues.add(
                IssueCode.TOO_MANY,
                field.place(),
                field.says(
                        entries.size() + " entries",
                        "must be at most " + MOST_ENTRIES
                                + ". Maybe join days that follow each other into one entry."));
        return false;
    }

    private @Nullable DateRange range(@Nullable String from, @Nullable String to, Field.Owner owner) {
        LocalDate first = values.date(from, owner.field("from"));
        LocalDate last = values.date(to, owner.field("to"));
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            issues.add(
                    IssueCode.WRONG_ORDER,
                    owner.place().at("to"),
                    owner.field("to")
                            .says(last, "must not be before the from (" + first + "). Maybe swap the two dates."));
            return null;
        }
        return new DateRange(first, last);
    }
}
