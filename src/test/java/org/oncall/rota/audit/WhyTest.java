package org.oncall.rota.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.AuditReport.RuleCost;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Level;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;

class WhyTest {
    /** Ana and Cy hold the primary in turns for four weeks; all else is a gap. */
    private static Draft weeks(ProblemBuilder problem) {
        return Draft.of(problem)
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Cy", "primary", "2027-01-12", 7)
                .put("Ana", "primary", "2027-01-19", 7)
                .put("Cy", "primary", "2027-01-26", 7);
    }

    private static Why why(Draft rota, String slot) {
        return Why.of(rota.rota(), slot).orElseThrow();
    }

    private static Why.Option option(Why why, String name) {
        return why.options().stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> hard(Why.Option option) {
        return option.causes().stream()
                .filter(effect -> effect.rule().level() == Level.HARD)
                .map(Why.Effect::sentence)
                .toList();
    }

    // Every number stated is one that an audit states

    @Test
    void differences_ofAnyRota_areThoseOfAnAuditOfTheChangedRota() {
        int shifts = 0;
        for (long seed = 0; seed < 60; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            Rota rota = RandomProblems.rota(problem, seed);
            AuditReport before = Audit.of(rota);
            List<Slot> slots = problem.slots();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 3 && !slots.isEmpty(); i++) {
                Slot asked = slots.get(random.nextInt(slots.size()));
                Why why = Why.of(rota, asked.id()).orElseThrow();
                assertThat(why.score()).isEqualTo(before.score());
                assertThat(why.options())
                        .hasSize(problem.team().members().size() + 1)
                        .extracting(Why.Option::member)
                        .containsAll(problem.team().members());
                for (Why.Option option : why.options()) {
                    check("seed " + seed + ", " + asked.id() + ", " + option.name(), rota, before, why, option);
                }
                shifts++;
            }
        }
        assertThat(shifts).isGreaterThan(150);
    }

    private static void check(String what, Rota rota, AuditReport before, Why why, Why.Option option) {
        Map<Slot, MemberId> holders = new HashMap<>(rota.holders());
        for (Slot slot : stretch(rota, why)) {
            if (option.member() == null) {
                holders.remove(slot);
            } else {
                holders.put(slot, option.member().id());
            }
        }
        Rota changed = new Rota(rota.problem(), holders);
        AuditReport after = Audit.of(changed);
        Map<String, String> expected = new TreeMap<>();
        for (int r = 0; r < before.rules().size(); r++) {
            RuleCost was = before.rules().get(r);
            RuleCost is = after.rules().get(r);
            List<Finding> appeared = new ArrayList<>(is.findings());
            was.findings().forEach(appeared::remove);
            List<Finding> disappeared = new ArrayList<>(was.findings());
            is.findings().forEach(disappeared::remove);
            if (!appeared.isEmpty() || !disappeared.isEmpty()) {
                expected.put(
                        was.rule().id(),
                        (is.size() - was.size()) + " costs " + (is.cost() - was.cost()) + ", causes " + sizes(appeared)
                                + ", ends " + sizes(disappeared));
            }
        }
        Map<String, String> stated = new TreeMap<>();
        option.rules()
                .forEach(rule -> stated.put(
                        rule.rule().id(),
                        rule.size() + " costs " + rule.cost() + ", causes "
                                + sizes(findings(option.causes(), rule.rule().id())) + ", ends "
                                + sizes(findings(option.ends(), rule.rule().id()))));

        assertThat(stated).as(what).isEqualTo(expected);
        assertThat(option.score()).as(what).isEqualTo(after.score());
        assertThat(option.isLegal()).as(what).isEqualTo(after.isLegal());
        assertThat(option.difference())
                .as(what)
                .isEqualTo(new Score(
                        after.score().hard() - before.score().hard(),
                        after.score().medium() - before.score().medium(),
                        after.score().soft() - before.score().soft()));
        assertThat(option.isHolder()).as(what).isEqualTo(changed.holders().equals(rota.holders()));
    }

    /** The slots of the shift or gap, found again from its first slot and its end. */
    private static List<Slot> stretch(Rota rota, Why why) {
        return rota.problem().schedules().stream()
                .filter(schedule -> schedule.rotation().id().equals(why.first().rotation()))
                .flatMap(schedule -> schedule.planned().stream())
                .filter(day -> why.span().contains(day.span().start()))
                .map(day -> new Slot(why.first().rotation(), why.first().tier(), day.date()))
                .toList();
    }

    private static List<Finding> findings(List<Why.Effect> effects, String rule) {
        return effects.stream()
                .filter(effect -> effect.rule().id().equals(rule))
                .map(Why.Effect::finding)
                .toList();
    }

    /** The sum, for findings on days running are joined. */
    private static long sizes(List<Finding> findings) {
        return findings.stream().mapToLong(Finding::size).sum();
    }

    // The ranking

    @Test
    void options_areRankedByDifference_equalOnesByName_nobodyAfterThem() {
        Why why = why(weeks(problem("Di", "Bo", "Ana", "Cy").weight("uneven-load", 0)), "on-call.primary.2027-01-05");

        assertThat(why.options()).isSortedAccordingTo(Comparator.comparing(Why.Option::difference));
        assertThat(why.options()).extracting(Why.Option::name).containsExactly("Bo", "Di", "Ana", "Nobody", "Cy");
    }

    // Which shift

    @Test
    void of_anySlotOfAShift_isAboutTheWholeShift() {
        Draft rota = weeks(problem("Ana", "Bo", "Cy"));

        assertThat(why(rota, "on-call.primary.2027-01-15")).isEqualTo(why(rota, "on-call.primary.2027-01-12"));
        assertThat(why(rota, "on-call.primary.2027-01-15").id()).isEqualTo("on-call.primary.2027-01-12");
    }

    @Test
    void of_aGap_saysWhoCouldTakeIt() {
        Why why = why(weeks(problem("Ana", "Bo", "Cy")), "on-call.secondary.2027-01-20");

        assertThat(why.id()).isEqualTo("on-call.secondary.2027-01-05");
        assertThat(why.holder()).isNull();
        assertThat(option(why, "Nobody").isHolder()).isTrue();
        assertThat(option(why, "Nobody").sentence()).isEqualTo("Nobody holds it.");
        assertThat(hard(option(why, "Bo")))
                .containsExactly(
                        "Bo: is on call in on-call for 56 days running from Tue 5 January 2027 to Mon 1 March 2027, 49 days too many.",
                        "Bo: is on call on 56 of 56 days on the rota; it must be under half.");
    }

    @Test
    void of_aSlotThatIsNotThere_isEmpty_andTheWayOutNamesThoseThatAre() {
        Rota rota = weeks(
                        problem("Ana", "Bo", "Cy").rotation(rotation("on-call")).rotation(officeHours("desk")))
                .rota();

        assertThat(Why.of(rota, "on-call.primary.2027-03-02")).isEmpty();
        assertThat(Why.of(rota, "desk.desk.2027-01-09")).as("a Saturday").isEmpty();
        assertThat(Why.noSuchShift(rota, "on-call.primary.2027-03-02")).isEqualTo("""
                        The shift (on-call.primary.2027-03-02) is not in this rota: a shift is named by its rotation, its tier and the date of any on-call day in it, on which somebody is needed.
                        Maybe one of on-call.primary.2027-01-05 to on-call.primary.2027-03-01, on-call.secondary.2027-01-05 to on-call.secondary.2027-03-01, desk.desk.2027-01-05 to desk.desk.2027-03-01.""");
    }

    // Explanations, word by word

    @Test
    void sentences_ofHardRules_sayWhyNot() {
        Draft rota = weeks(ProblemBuilder.problem("Ana")
                        .member(member("Bo"))
                        .member(member("Cy"))
                        .member(member("Di").leave("2027-01-06", "2027-01-08"))
                        .member(member("Ed").optedOut()))
                .put("Bo", "secondary", "2027-01-15", 2);
        Why why = why(rota, "on-call.primary.2027-01-05");

        assertThat(option(why, "Ana").sentence()).isEqualTo("Ana: holds it.");
        assertThat(hard(option(why, "Bo")))
                .containsExactly(
                        "Bo: would be on call in on-call again from Fri 15 January 2027, 3 days of rest after the stint whose last day is Mon 11 January 2027; rest of 7 days is required.");
        assertThat(hard(option(why, "Cy")))
                .containsExactly(
                        "Cy: is on call in on-call for 14 days running from Tue 5 January 2027 to Mon 18 January 2027, 7 days too many.");
        assertThat(hard(option(why, "Di")))
                .containsExactly(
                        "Di: is on leave from Tue 5 January 2027 to Fri 8 January 2027 and cannot hold primary of on-call.");
        assertThat(hard(option(why, "Ed")))
                .containsExactly(
                        "Ed: has not opted in to being on call and cannot hold primary of on-call from Tue 5 January 2027 to Mon 11 January 2027.");
        assertThat(option(why, "Ed").difference().hard()).isEqualTo(7);
        assertThat(option(why, "Nobody").causes())
                .extracting(Why.Effect::sentence)
                .contains("Nobody holds primary of on-call from Tue 5 January 2027 to Mon 11 January 2027 (7 days).");
    }

    @Test
    void sentences_aboutOthers_followTheNameAsTheyAre() {
        Draft rota = Draft.of(
                        problem("Ana", "Bo").member(member("Nia").novice()).weight("uneven-tiers", 0))
                .put("Nia", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-05", 7);
        Why why = why(rota, "on-call.secondary.2027-01-05");

        assertThat(hard(option(why, "Nobody")))
                .containsExactly(
                        "Nobody: Nia is a novice in stint 1 of 2 supervised ones and has nobody experienced beside them from Tue 5 January 2027 to Mon 11 January 2027.");
        assertThat(option(why, "Bo").sentence()).isEqualTo("Bo: could hold it, at the same cost.");
        assertThat(option(why, "Bo").causes())
                .extracting(Why.Effect::sentence)
                .anyMatch(sentence -> sentence.startsWith("Bo: has 7 days in on-call, history included"))
                .anyMatch(sentence -> sentence.startsWith("Bo: Ana has 0 days in on-call, history included"));
        assertThat(option(why, "Bo").ends())
                .extracting(Why.Effect::sentence)
                .anyMatch(sentence -> sentence.startsWith("Ana has 7 days in on-call, history included"));
    }
}
