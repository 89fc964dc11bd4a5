package org.oncall.rota.intake.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TitleNamesTest {
    private static final TitleNames NAMES = new TitleNames(Stream.of(
                    "ana:Ana Lima",
                    "al2:Ana Lopez",
                    "bo:Bo Chen",
                    "j.smith:Jo Smith",
                    "jo2:Jo Smith-Hale",
                    "eo:Eoin Ó Briain",
                    "wei:陈伟",
                    "x:A")
            .map(text -> text.split(":"))
            .map(parts -> new TitleNames.Person(parts[0], parts[1]))
            .toList());

    private static List<String> named(String title) {
        return named(NAMES, title);
    }

    private static List<String> named(TitleNames names, String title) {
        return names.in(title).ids();
    }

    private static TitleNames of(String... people) {
        return new TitleNames(
                Stream.of(people).map(name -> new TitleNames.Person(name, name)).toList());
    }

    @Test
    void wholeName_inAnyOrderAndCase_isNamed() {
        assertThat(named("Ana Lima: annual leave")).containsExactly("ana");
        assertThat(named("LIMA, Ana (sick)")).containsExactly("ana");
        assertThat(named("o\u0301 briain, eoin – Urlaub")).as("decomposed").containsExactly("eo");
    }

    @Test
    void id_isAName() {
        assertThat(named("al2 off")).containsExactly("al2");
        assertThat(named("[j.smith] away")).containsExactly("j.smith");
    }

    @Test
    void firstName_thatIsTheirsAlone_isNamed_andAnotherIsNot() {
        assertThat(named("Bo on holiday")).containsExactly("bo");
        assertThat(named("Ana on holiday")).isEmpty();
        assertThat(named("Bob on holiday")).isEmpty();
    }

    @Test
    void wholeNames_goBeforeFirstNames() {
        assertThat(named("Ana Lima (Bo covers)")).containsExactly("ana");
    }

    @Test
    void severalNames_areAllNamed_butNotOneThatIsAPartOfAnother() {
        assertThat(named("Conference: Bo Chen, Ana Lopez")).containsExactly("al2", "bo");
        assertThat(named("Jo Smith-Hale: leave")).containsExactly("jo2");
        assertThat(named("Jo Smith: leave")).containsExactly("j.smith");
    }

    @Test
    void scriptWithoutSpaces_isFoundWithinAWord() {
        assertThat(named("陈伟休假")).containsExactly("wei");
    }

    @Test
    void wholeNames_areWordsOneAfterTheOther() {
        TitleNames crossed = of("Ana Lima", "Bo Chen", "Bo Lima", "Ana Chen");

        assertThat(named(crossed, "Ana Lima, Bo Chen: retreat")).containsExactly("Ana Lima", "Bo Chen");
        assertThat(named(crossed, "Bo Chen's leave")).containsExactly("Bo Chen");
        assertThat(named(of("Ana Maria Lima Costa"), "Lima Costa, Ana Maria")).containsExactly("Ana Maria Lima Costa");
    }

    @Test
    void hyphen_makesOneWord() {
        TitleNames names = of("Anne-Marie Smith", "Marie Curie");

        assertThat(named(names, "Anne-Marie off")).containsExactly("Anne-Marie Smith");
        assertThat(named(names, "Marie - sick")).containsExactly("Marie Curie");
    }

    @Test
    void firstName_thatIsAnothersSurname_orATimeOfTheYear_isNobodys() {
        assertThat(named(of("Kelly Jones", "Thomas Kelly"), "T. Kelly off")).isEmpty();
        assertThat(named(of("May Lee"), "Early May bank holiday")).isEmpty();
        assertThat(named(of("May Lee"), "May Lee: leave")).containsExactly("May Lee");
    }

    @Test
    void nameOfOneWord_isAFirstName() {
        assertThat(named(of("Ana Lima", "Bo"), "Ana and Bo off")).containsExactly("Ana Lima", "Bo");
    }

    @Test
    void firstNameBesideAWholeName_isDoubtful() {
        TitleNames.Named named = of("Ana Lima", "Bo Chen").in("Ana Lima and Bo off");

        assertThat(named.ids()).containsExactly("Ana Lima");
        assertThat(named.perhaps()).containsExactly("Bo Chen");
        assertThat(named.doubts("Ana Lima and Bo off"))
                .containsExactly("The event (Ana Lima and Bo off) was taken for leave of Ana Lima alone. If it is of Bo"
                        + " Chen, too, add that by hand.");
    }

    @Test
    void longerName_inAScriptWithoutSpaces_goesFirst() {
        assertThat(named(of("王伟", "王伟明"), "王伟明 休暇")).containsExactly("王伟明");
    }

    @Test
    void number_isNobodysId() {
        TitleNames names = new TitleNames(
                List.of(new TitleNames.Person("12", "Ana Lima"), new TitleNames.Person("b4", "Bo Chen")));

        assertThat(named(names, "Holiday 12 Feb")).isEmpty();
        assertThat(named(names, "b4 away")).containsExactly("b4");
    }

    @Test
    void singleLetter_isNobody() {
        assertThat(named("A day off")).isEmpty();
        assertThat(named("Week x")).isEmpty();
        assertThat(named("")).isEmpty();
    }

    @Test
    void sameNameTwice_isNobody() {
        TitleNames twins = new TitleNames(
                List.of(new TitleNames.Person("a1", "Ana Lima"), new TitleNames.Person("a2", "Ana Lima")));

        assertThat(named(twins, "Ana Lima: leave")).isEmpty();
        assertThat(named(twins, "a2: leave")).containsExactly("a2");
    }
}
