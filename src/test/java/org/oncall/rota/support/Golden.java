package org.oncall.rota.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that say how another tool's format is written, to be read by people: refresh with {@code -Dgolden.refresh=true}, and
 * read what changed.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/exchange");

    private Golden() {}

    /** Fails where the text is not the file's, to the byte. */
    public static void check(String file, String text) {
        Path golden = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.refresh")) {
                Files.writeString(golden, text);
            }
            assertThat(text.getBytes(StandardCharsets.UTF_8))
                    .as("%s", golden)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
