package org.oncall.rota.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.intake.UserMapping;

/** A file that says who the members are in another tool. */
final class UsersFile {
    private UsersFile() {}

    /** Null where it cannot be used, and everything that is wrong with it has been said. */
    static @Nullable UserMapping read(Path file, Rota rota, PrintWriter err) throws IOException {
        if (!CommandFiles.isReadable(file, err)) {
            return null;
        }
        UserMapping mapping = UserMapping.read(Files.readAllBytes(file), rota);
        mapping.issues()
                .forEach(issue ->
                        CommandFiles.complain(err, file + "#" + issue.pointer(), issue.code(), issue.sentence()));
        return mapping.issues().isEmpty() ? mapping : null;
    }
}
