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

    @Test
    void wholeName_inAnyOrderAndCase_isNamed() {
        assertThat(NAMES.in("Ana Lima: annual leave")).containsExactly("ana");
        assertThat(NAMES.in("LIMA, Ana (sick)")).containsExactly("ana");
        assertThat(NAMES.in("o\u0301 briain, eoin – Urlaub")).as("decomposed").containsExactly("eo");
    }

    @Test
    void id_isAName() {
        assertThat(NAMES.in("al2 off")).containsExactly("al2");
        assertThat(NAMES.in("[j.smith] away")).containsExactly("j.smith");
    }

    @Test
    void firstName_thatIsTheirsAlone_isNamed_andAnotherIsNot() {
        assertThat(NAMES.in("Bo on holiday")).containsExactly("bo");
        assertThat(NAMES.in("Ana on holiday")).isEmpty();
        assertThat(NAMES.in("Bob on holiday")).isEmpty();
    }

    @Test
    void wholeNames_goBeforeFirstNames() {
        assertThat(NAMES.in("Ana Lima (Bo covers)")).containsExactly("ana");
    }

    @Test
    void severalNames_areAllNamed_butNotOneThatIsAPartOfAnother() {
        assertThat(NAMES.in("Conference: Bo Chen, Ana Lopez")).containsExactly("al2", "bo");
        assertThat(NAMES.in("Jo Smith-Hale: leave")).containsExactly("jo2");
        assertThat(NAMES.in("Jo Smith: leave")).containsExactly("j.smith");
    }

    @Test
    void scriptWithoutSpaces_isFoundWithinAWord() {
        assertThat(NAMES.in("陈伟休假")).containsExactly("wei");
    }

    @Test
    void singleLetter_isNobody() {
        assertThat(NAMES.in("A day off")).isEmpty();
        assertThat(NAMES.in("Week x")).isEmpty();
        assertThat(NAMES.in("")).isEmpty();
    }

    @Test
    void sameNameTwice_isNobody() {
        TitleNames twins = new TitleNames(
                List.of(new TitleNames.Person("a1", "Ana Lima"), new TitleNames.Person("a2", "Ana Lima")));

        assertThat(twins.in("Ana Lima: leave")).isEmpty();
        assertThat(twins.in("a2: leave")).containsExactly("a2");
    }
}
