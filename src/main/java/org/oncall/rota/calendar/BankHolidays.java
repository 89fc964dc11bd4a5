package org.oncall.rota.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
    public static final BankHolidays NONE = new BankHolidays(Set.of(), Map.of());

    private final Set<LocalDate> dates;
    private final Map<LocalDate, String> names;

    private BankHolidays(Set<LocalDate> dates, Map<LocalDate, String> names) {
        this.dates = dates;
        this.names = names;
    }

    /** Bank holidays on just these dates, for a region that has no calendar. */
    public static BankHolidays on(Collection<LocalDate> dates) {
        return new BankHolidays(Set.copyOf(dates), Map.of());
    }

    public boolean contains(LocalDate date) {
        return dates.contains(date);
    }

    /** What the day is called in English, the substitute day by what it stands in for; empty where it is none, or nobody says. */
    public Optional<String> name(LocalDate date) {
        return contains(date) ? Optional.ofNullable(names.get(date)) : Optional.empty();
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
            Map<LocalDate, String> names = new HashMap<>();
            for (int year = firstYear; year <= lastYear; year++) {
                manager.getHolidays(Year.of(year), found.arguments).stream()
                        .sorted(Comparator.comparing(Holiday::getPropertiesKey))
                        .forEach(holiday -> names.putIfAbsent(holiday.getDate(), holiday.getDescription(Locale.ROOT)));
            }
            Set<LocalDate> dates = new HashSet<>(names.keySet());
            HolidayCorrections.INSTANCE.apply(region, firstYear, lastYear, dates);
            return new BankHolidays(dates, names);
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
