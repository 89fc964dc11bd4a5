package org.oncall.rota.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.oncall.rota.solver.DefaultMoves;
import org.oncall.rota.solver.RotaSolver;

/** Where measurements are kept, a row a line, so that a run of hours can be stopped and continued. */
final class PeerFile {
    /** What decides a result: the rest of the application may change without making measurements void. */
    private static final List<String> PACKAGES = List.of("domain", "calendar", "intake", "rules", "solver");

    private final Path file = Path.of(System.getProperty("rota.home", "."), "target", "bench", "peers.csv");
    private final byte[] classes;
    private final List<PeerRow> rows = new ArrayList<>();

    PeerFile() throws IOException {
        this.classes = classes();
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().skip(1).map(PeerRow::of).forEach(rows::add);
        } else {
            Files.writeString(file, PeerRow.HEADER + "\n");
        }
    }

    Path path() {
        return file;
    }

    /** Rows of all builds. */
    List<PeerRow> rows() {
        return List.copyOf(rows);
    }

    void add(PeerRow row) {
        rows.add(row);
        try {
            Files.writeString(file, row.line() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest of the classes that decide a result, of the Java they run on, and of the request. */
    String build(Path request) throws IOException {
        MessageDigest digest = digest();
        digest.update(classes);
        digest.update(Files.readAllBytes(request));
        return HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    private static byte[] classes() throws IOException {
        MessageDigest digest = digest();
        digest.update(System.getProperty("java.version").getBytes(StandardCharsets.UTF_8));
        for (Class<?> root : List.of(RotaSolver.class, DefaultMoves.class)) {
            Path home = home(root).resolve("org/oncall/rota");
            for (String name : PACKAGES) {
                if (Files.isDirectory(home.resolve(name))) {
                    try (Stream<Path> found = Files.walk(home.resolve(name))) {
                        update(digest, found);
                    }
                }
            }
        }
        try (Stream<Path> found = Files.list(home(PeerFile.class).resolve("org/oncall/rota/bench"))) {
            update(digest, found.filter(path -> path.getFileName().toString().matches("(Reference|RoundRobin).*")));
        }
        return digest.digest();
    }

    private static void update(MessageDigest digest, Stream<Path> found) throws IOException {
        for (Path path : found.filter(Files::isRegularFile)
                .filter(path -> !path.getFileName().toString().matches(".*Test(\\$.*)?\\.class"))
                .sorted()
                .toList()) {
            digest.update(Files.readAllBytes(path));
        }
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
