package org.oncall.rota.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine. None is fetched: what is tested is what people have. */
public final class Chromium implements AutoCloseable {
    /** What to say where there is none. */
    public static final String MISSING =
            "No Chromium was found, so the page is not tested. Install one (on Debian: apt-get"
                    + " install chromium), or name it in the environment variable ROTA_CHROMIUM.";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // Its own walls cannot be put up by root nor in most containers; it only ever meets our page.
                        .setChromiumSandbox(false));
    }

    /** Where it is; empty where there is none. */
    public static Optional<Path> find() {
        String named = System.getenv("ROTA_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Stream<Path> onPath = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        Stream<Path> usual = Stream.of(
                Path.of("/snap/bin/chromium"),
                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
        return Stream.concat(onPath, usual).filter(Files::isExecutable).findFirst();
    }

    public static Chromium start() {
        return new Chromium(find().orElseThrow(() -> new IllegalStateException(MISSING)));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
