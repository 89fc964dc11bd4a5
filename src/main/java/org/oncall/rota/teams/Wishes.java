package org.oncall.rota.teams;

import java.util.List;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.WishJson;
import org.oncall.rota.wire.WishRow;

/** The wishes of a member that was accepted: every date is there. */
final class Wishes {
    private Wishes() {}

    static List<WishJson> of(MemberJson member) {
        return member.wishes() == null ? List.of() : member.wishes();
    }

    static WishRow row(WishJson wish) {
        String from = String.valueOf(wish.from());
        String to = String.valueOf(wish.to());
        boolean want = Boolean.TRUE.equals(wish.want());
        return new WishRow(from + "_" + to + (want ? "_want" : "_avoid"), from, to, want);
    }

    static List<WishRow> rows(MemberJson member) {
        return of(member).stream().map(Wishes::row).distinct().toList();
    }

    static MemberJson without(MemberJson member, WishRow row) {
        return new MemberJson(
                member.id(),
                member.name(),
                member.share(),
                member.onCall(),
                member.from(),
                member.until(),
                member.skills(),
                member.novice(),
                member.knows(),
                member.leave(),
                of(member).stream().filter(each -> !row(each).equals(row)).toList());
    }
}
