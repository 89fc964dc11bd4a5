package org.oncall.rota.proof;

import com.google.ortools.Loader;
import org.jspecify.annotations.Nullable;

/** The native library behind proofs. It is looked for when a proof is first asked for, and nothing else needs it. */
final class Natives {
    private static final @Nullable String FAILURE = load();

    private Natives() {}

    /** Why there is no library; null where it is loaded. */
    static @Nullable String failure() {
        return FAILURE;
    }

    /** No jar for this platform, an unwritable temporary directory, a missing C library: each ends in another exception. */
    private static @Nullable String load() {
        try {
            Loader.loadNativeLibraries();
            return null;
        } catch (RuntimeException | LinkageError e) {
            return "The library that makes proofs could not be loaded on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + " (" + e + ").";
        }
    }
}
