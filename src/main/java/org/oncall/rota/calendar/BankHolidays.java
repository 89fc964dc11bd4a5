package org.oncall.rota.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The bank holidays of one region, as its official list names them: the substitute day, not the day it stands in for.
 * Dates come from Jollyday, corrected by {@code holidays/corrections.csv} where that is wrong or behind.
 */
public final class BankHolidays {
    /** ISO 3166-2 codes of the United Kingdom, which the library spells in its own way. */
    private static final Map<String, String> UNITED_KINGDOM =
            Map.of("GB-ENG", "eng", "GB-WLS", "wls", "GB-SCT", "sct", "GB-NIR", "nir");

    /** A region without bank holidays. */
    public static final BankHolidays NONE = new BankHolidays(Set.of());

    private final Set<LocalDate> dates;

    private BankHolidays(Set<LocalDate> dates) {
        this.dates = dates;
    }

    /** Bank holidays on just these dates, for a region that has no calendar. */
    public static BankHolidays on(Collection<LocalDate> dates) {
        return new BankHolidays(Set.copyOf(dates));
    }

    public boolean contains(LocalDate date) {
        return dates.contains(date);
    }

    /** The dates, sorted. */
    public List<LocalDate> dates() {
        return List.copyOf(new TreeSet<>(dates));
    }

    /**
     * The bank holidays of a region in the given years.
     *
     * @param region ISO 3166 code of a country, with or without a region: {@code GB-ENG}, {@code DE-BY}, {@code FR}
     * @return empty where the region is unknown
     */
    public static Optional<BankHolidays> of(String region, int firstYear, int lastYear) {
        return findRegion(region).map(found -> {
            HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(found.calendar));
            Set<LocalDate> dates = new HashSet<>();
            for (int year = firstYear; year <= lastYear; year++) {
                manager.getHolidays(Year.of(year), found.arguments).forEach(holiday -> dates.add(holiday.getDate()));
            }
            HolidayCorrections.INSTANCE.apply(region, firstYear, lastYear, dates);
            return new BankHolidays(dates);
        });
    }

    /** Whether the region has a calendar. */
    public static boolean isKnown(String region) {
        return findRegion(region).isPresent();
    }

    /** Codes near enough to the given one to be what was meant: the regions of its country, or all of the United Kingdom. */
    public static List<String> suggestions(String region) {
        String country = country(region);
        List<String> regions = country.equals("GB")
                ? List.copyOf(new TreeSet<>(UNITED_KINGDOM.keySet()))
                : calendarOf(country)
                        .map(calendar -> regions(calendar).keySet().stream()
                                .map(code -> country + "-" + code.toUpperCase(Locale.ROOT))
                                .sorted()
                                .toList())
                        .orElse(List.of());
        return regions.isEmpty() ? List.of("GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS") : regions;
    }

    private record Region(HolidayCalendar calendar, String[] arguments) {}

    /** The library answers an unknown region with the whole country's list, so the region is looked up first. */
    private static Optional<Region> findRegion(String region) {
        String[] parts = region.split("-", 2);
        return calendarOf(country(region)).flatMap(calendar -> {
            if (parts.length == 1) {
                return Optional.of(new Region(calendar, new String[0]));
            }
            String code = country(region).equals("GB")
                    ? UNITED_KINGDOM.get(region.toUpperCase(Locale.ROOT))
                    : parts[1].toLowerCase(Locale.ROOT);
            return code != null && regions(calendar).containsKey(code)
                    ? Optional.of(new Region(calendar, new String[] {code}))
                    : Optional.empty();
        });
    }

    private static String country(String region) {
        return region.split("-", 2)[0].toUpperCase(Locale.ROOT);
    }

    private static Optional<HolidayCalendar> calendarOf(String country) {
        return java.util.Arrays.stream(HolidayCalendar.values())
                .filter(calendar -> calendar.getId().equalsIgnoreCase(country))
                .findFirst();
    }

    private static Map<String, CalendarHierarchy> regions(HolidayCalendar calendar) {
        return HolidayManager.getInstance(ManagerParameters.create(calendar))
                .getCalendarHierarchy()
                .getChildren()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
