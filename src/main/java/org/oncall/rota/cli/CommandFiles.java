package org.oncall.rota.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files named on the command line: looked at before anything is done with them. */
final class CommandFiles {
    /** No file that means one team is larger. */
    private static final long MOST_BYTES = 5_000_000;

    private CommandFiles() {}

    /** Whether the file can be read and is no larger than one may be; says so where not. */
    static boolean isReadable(Path file, PrintWriter err) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            err.println("The file (" + file + ") cannot be read: there is no such file, or no permission to read it.");
            return false;
        }
        if (Files.size(file) > MOST_BYTES) {
            err.println("The file (" + file + ") has " + Files.size(file) + " bytes; a request has at most "
                    + MOST_BYTES + ". Maybe it is not a request, or carries history that is no longer needed.");
            return false;
        }
        return true;
    }

    /** Whether the file, if any, can be written; says so where not. */
    static boolean isWritable(@Nullable Path file, PrintWriter err) {
        if (file == null) {
            return true;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            err.println("The file (" + file + ") cannot be written: its folder must exist and be writable.");
            return false;
        }
        return true;
    }

    /** One thing wrong with a file. */
    static void complain(PrintWriter err, String place, String code, String sentence) {
        err.println(place + " " + code);
        err.println("  " + sentence.replace("\n", "\n  "));
    }
}
