package org.oncall.rota.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oncall.rota.teams.Caller;

class AskingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ms.manager                          | ms.manager",
                "UTF-8''Zo%C3%AB%20%D7%93%D7%A0%D7%94 | Zoë דנה",
                "utf-8'en'100%25%20sure              | 100% sure",
                "UTF-8''a!b~c                        | a!b~c",
                // A line break would forge a line of a log.
                "UTF-8''Ana%0D%0Aroot                | Ana  root",
                // These only look so.
                "UTF-8''%C3                          | UTF-8''%C3",
                "UTF-8''a+b                          | UTF-8''a+b",
                "UTF-8''%4                           | UTF-8''%4",
                "UTF-16''a                           | UTF-16''a"
            })
    void caller_isReadAsHeadersAreWritten(String header, String who) {
        Asking asking = new Asking();
        asking.user = header;
        asking.why = header;

        assertThat(asking.caller()).isEqualTo(new Caller(who, who));
    }

    @Test
    void caller_withoutHeaders_isUnknown() {
        assertThat(new Asking().caller()).isEqualTo(new Caller("unknown", null));
    }
}
