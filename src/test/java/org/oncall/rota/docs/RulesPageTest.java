package org.oncall.rota.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;

/** The page about the rules says what the rule book says. */
class RulesPageTest {
    private static final Path PAGE = Path.of("docs/rules.md");

    @Test
    void table_isTheRuleBook() throws IOException {
        List<String> table = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(table)
                .as("the table in " + PAGE + "; write there what the rule book says")
                .containsExactlyElementsOf(
                        RuleBook.rules().stream().map(RulesPageTest::row).toList());
    }

    @Test
    void listOfCuts_isThatOfTheDomain() throws IOException {
        List<String> list = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("- `"))
                .toList();

        assertThat(list)
                .containsExactlyElementsOf(
                        Arrays.stream(Cut.Code.values()).map(RulesPageTest::row).toList());
    }

    private static String row(Cut.Code code) {
        return "- `" + code.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` ("
                + code.level().name().toLowerCase(Locale.ROOT) + "): " + code.description() + ".";
    }

    private static String row(Rule rule) {
        String level = rule.level().name().toLowerCase(Locale.ROOT);
        String weight = level.equals("soft") ? " " + rule.defaultWeight() : "";
        return "| `" + rule.id() + "` | " + level + weight + " | " + rule.description() + " |";
    }
}
