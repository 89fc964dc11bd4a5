package org.oncall.rota;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.oncall.rota.cli.RotaCommand;

/** The way in: the command line, of which the service is one command. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Without a command the service starts, as whoever runs the jar by itself expects. */
    public static void main(String... args) {
        String[] command = args.length == 0 ? new String[] {"serve"} : args;
        System.exit(RotaCommand.run(command));
    }
}
