package org.oncall.rota.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The time zones of the IANA list. Mere offsets are none: they know no clock change. */
public final class Zones {
    private static final Set<String> IDS = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private Zones() {}

    /** The zone of that id; null where there is none. */
    public static @Nullable ZoneId find(String id) {
        return IDS.contains(id) ? ZoneId.of(id) : null;
    }

    /** Zones that may have been meant: of a similar id, or else of a city of a similar name. */
    static List<String> near(String id) {
        List<String> byId = Near.of(id, IDS);
        if (!byId.isEmpty()) {
            return byId;
        }
        List<String> cities = Near.of(city(id), IDS.stream().map(Zones::city).toList());
        List<String> result = new ArrayList<>();
        for (String zone : IDS) {
            if (cities.contains(city(zone)) && result.size() < 3) {
                result.add(zone);
            }
        }
        return result;
    }

    private static String city(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
