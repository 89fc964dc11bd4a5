package org.oncall.rota.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Wish;

/** A member: by default full-time, opted in, always on the rota, experienced, without skills, leave or wishes. */
public final class MemberBuilder {
    private final String name;
    private double share = 1;
    private boolean onCall = true;
    private LocalDate from;
    private LocalDate until;
    private boolean novice;
    private final Set<String> skills = new HashSet<>();
    private final Set<MemberId> knows = new HashSet<>();
    private final List<DateRange> leave = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();

    private MemberBuilder(String name) {
        this.name = name;
    }

    public static MemberBuilder member(String name) {
        return new MemberBuilder(name);
    }

    /** The id of the member of that name: Ana is ana. */
    public static MemberId id(String name) {
        return new MemberId(name.toLowerCase(Locale.ROOT));
    }

    public MemberBuilder share(double share) {
        this.share = share;
        return this;
    }

    public MemberBuilder optedOut() {
        this.onCall = false;
        return this;
    }

    public MemberBuilder from(String first) {
        this.from = LocalDate.parse(first);
        return this;
    }

    public MemberBuilder until(String last) {
        this.until = LocalDate.parse(last);
        return this;
    }

    public MemberBuilder novice() {
        this.novice = true;
        return this;
    }

    public MemberBuilder skills(String... skills) {
        this.skills.addAll(List.of(skills));
        return this;
    }

    public MemberBuilder knows(String... names) {
        for (String known : names) {
            knows.add(id(known));
        }
        return this;
    }

    /** Leave from the first day to the last, both included. */
    public MemberBuilder leave(String first, String last) {
        leave.add(range(first, last));
        return this;
    }

    public MemberBuilder wants(String first, String last) {
        wishes.add(new Wish(range(first, last), true));
        return this;
    }

    public MemberBuilder avoids(String first, String last) {
        wishes.add(new Wish(range(first, last), false));
        return this;
    }

    public Member build() {
        return new Member(id(name), name, share, onCall, from, until, skills, novice, knows, leave, wishes);
    }

    private static DateRange range(String first, String last) {
        return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
    }
}
