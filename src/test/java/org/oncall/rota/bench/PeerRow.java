package org.oncall.rota.bench;

import java.util.Locale;
import org.oncall.rota.domain.Score;

/**
 * One measurement, a line of the file.
 *
 * @param build what was measured: a digest of the classes and the request, so that rows of another build do not mix in
 * @param scale what all limits were multiplied by
 * @param limit the time it stands for before scaling, in seconds; 0 where time does not matter
 * @param seconds how long it really took; for a look into a longer run, the time of the look
 * @param moves how many changes were tried; 0 where that is not known
 * @param megabytes heap in use after a collection while it ran; 0 where that was not looked at
 * @param load how many processes ran or wanted to on the machine, as an average over the minute before
 */
record PeerRow(
        String build,
        String instance,
        String peer,
        double scale,
        int limit,
        long seed,
        Score score,
        double seconds,
        long moves,
        double megabytes,
        double load) {
    static final String HEADER = "build,instance,peer,scale,limit,seed,hard,gaps,cost,seconds,moves,megabytes,load";

    String line() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%d,%d,%d,%d,%d,%.3f,%d,%.1f,%.1f",
                build,
                instance,
                peer,
                scale,
                limit,
                seed,
                score.hard(),
                score.medium(),
                score.soft(),
                seconds,
                moves,
                megabytes,
                load);
    }

    static PeerRow of(String line) {
        String[] field = line.split(",");
        return new PeerRow(
                field[0],
                field[1],
                field[2],
                Double.parseDouble(field[3]),
                Integer.parseInt(field[4]),
                Long.parseLong(field[5]),
                new Score(Long.parseLong(field[6]), Long.parseLong(field[7]), Long.parseLong(field[8])),
                Double.parseDouble(field[9]),
                Long.parseLong(field[10]),
                Double.parseDouble(field[11]),
                Double.parseDouble(field[12]));
    }
}
