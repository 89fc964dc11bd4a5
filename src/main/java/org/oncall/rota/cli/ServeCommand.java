package org.oncall.rota.cli;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service and stays until it is stopped. */
@Command(name = "serve", description = "Starts the service on 127.0.0.1:8080.")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; default 8080.")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on; default 127.0.0.1.")
    private @Nullable String host;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where rotas are kept, unless in PostgreSQL; default rota-data.")
    private @Nullable Path data;

    @Override
    public Integer call() {
        // The configuration is read once, at the start below: until then these are how it is told.
        if (port != null) {
            System.setProperty("quarkus.http.port", port.toString());
        }
        if (host != null) {
            System.setProperty("quarkus.http.host", host);
        }
        if (data != null) {
            System.setProperty("rota.data", data.toAbsolutePath().toString());
        }
        // A folder may be named in the settings without a dot before it.
        System.setProperty("h2.implicitRelativePath", "true");
        Quarkus.run();
        return ExitCode.CLEAN;
    }
}
