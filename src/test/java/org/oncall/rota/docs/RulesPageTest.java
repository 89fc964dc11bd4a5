package org.oncall.rota.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
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

    private static String row(Rule rule) {
        String level = rule.level().name().toLowerCase(Locale.ROOT);
        String weight = level.equals("soft") ? " " + rule.defaultWeight() : "";
        return "| `" + rule.id() + "` | " + level + weight + " | " + rule.description() + " |";
    }
}
