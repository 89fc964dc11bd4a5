package org.oncall.rota.intake.ical;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whom the title of an event names, as "Ana Lima: holiday", "Lima, Ana (sick)" or "ana off" do: whoever's words stand there one
 * after the other, in their order or turned, and in nobody's longer name. Where nobody is named by several words, a first name
 * counts, if it is a word of nobody else's name. Two of the same name are not named by it.
 */
public final class TitleNames {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’-]+|(?<![\\p{L}\\p{M}\\p{N}])['’-]+");
    private static final Pattern END_OF_WORD = Pattern.compile("(?:['’]s)?['’-]*$");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Scripts that put no spaces between words, so that a name may stand anywhere in one. */
    private static final Pattern WITHOUT_SPACES =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]{2,}");

    /** First names that are more often a time of the year. */
    private static final Set<String> TIMES = Set.of("april", "may", "june", "august", "summer", "autumn", "easter");

    /** Ids by the words that name them, the most words first. */
    private final List<Map.Entry<List<String>, Set<String>>> byWords;

    /** The same of first names, and of names of one word. */
    private final List<Map.Entry<List<String>, Set<String>>> byOneWord;

    /** A person, as a request has them. */
    public record Person(String id, String name) {}

    /**
     * Whom a title names.
     *
     * @param ids of those who are named, sorted
     * @param perhaps ids of those whose first name stands there, too, beside others who are named in full, sorted
     */
    public record Named(List<String> ids, List<String> perhaps) {
        /** What is to be said of those who perhaps are meant; nothing where nobody is. */
        public List<String> doubts(String title) {
            return perhaps.isEmpty()
                    ? List.of()
                    : List.of("The event (" + title + ") was taken for leave of " + String.join(", ", ids)
                            + " alone. If it is of " + String.join(", ", perhaps) + ", too, add that by hand.");
        }
    }

    public TitleNames(List<Person> people) {
        Map<List<String>, Set<String>> whole = new HashMap<>();
        Map<String, Set<String>> users = new HashMap<>();
        for (Person person : people) {
            List<String> name = words(person.name());
            name.forEach(
                    word -> users.computeIfAbsent(word, key -> new TreeSet<>()).add(person.id()));
        }
        Map<List<String>, Set<String>> first = new HashMap<>();
        for (Person person : people) {
            List<String> name = words(person.name());
            if (name.size() > 1) {
                whole.computeIfAbsent(name, key -> new TreeSet<>()).add(person.id());
            }
            if (!name.isEmpty() && isTelling(name.getFirst())) {
                first.put(List.of(name.getFirst()), users.getOrDefault(name.getFirst(), Set.of()));
            }
            List<String> id = words(person.id());
            // Whoever writes "ana" means a first name, whatever ids there are.
            if (!id.isEmpty() && !users.containsKey(id.getFirst()) && isTelling(String.join("", id))) {
                whole.computeIfAbsent(id, key -> new TreeSet<>()).add(person.id());
            }
        }
        this.byWords = longestFirst(whole);
        this.byOneWord = longestFirst(first);
    }

    private static List<Map.Entry<List<String>, Set<String>>> longestFirst(Map<List<String>, Set<String>> ids) {
        return ids.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<List<String>, Set<String>> entry) -> -length(entry.getKey()))
                        .thenComparing(entry -> String.join(" ", entry.getKey())))
                .toList();
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    /** Whether a word is somebody's: neither a single letter nor a number. */
    private static boolean isTelling(String word) {
        return word.codePointCount(0, word.length()) > 1 && LETTER.matcher(word).find();
    }

    /** Whom the title names; several where it is about several. */
    public Named in(String title) {
        List<String> words = new ArrayList<>(words(title));
        Set<String> present = Set.copyOf(words);
        TreeSet<String> named = new TreeSet<>();
        boolean anybody = false;
        // "Ana Lima, Bo Chen" is not about Bo Lima: names in their own order come first.
        for (boolean turned : new boolean[] {false, true}) {
            for (Map.Entry<List<String>, Set<String>> entry : byWords) {
                while (present.containsAll(entry.getKey())
                        && (turned ? takeTurned(words, entry.getKey()) : take(words, entry.getKey()))) {
                    anybody = true;
                    add(named, entry.getValue());
                }
            }
        }
        TreeSet<String> byFirstName = new TreeSet<>();
        for (Map.Entry<List<String>, Set<String>> entry : byOneWord) {
            if (!TIMES.contains(entry.getKey().getFirst()) && take(words, entry.getKey())) {
                add(byFirstName, entry.getValue());
            }
        }
        if (!anybody) {
            return new Named(List.copyOf(byFirstName), List.of());
        }
        byFirstName.removeAll(named);
        return new Named(List.copyOf(named), List.copyOf(byFirstName));
    }

    private static void add(Set<String> named, Set<String> ids) {
        if (ids.size() == 1) {
            named.addAll(ids);
        }
    }

    private static boolean takeTurned(List<String> title, List<String> name) {
        for (int turned = 1; turned < name.size(); turned++) {
            List<String> order = new ArrayList<>(name);
            Collections.rotate(order, turned);
            if (take(title, order)) {
                return true;
            }
        }
        return false;
    }

    /** Takes the words out of the title's, where they stand one after the other; whether they do. */
    private static boolean take(List<String> title, List<String> name) {
        int at = Collections.indexOfSubList(title, name);
        if (at >= 0) {
            // What is left on either side is not to become neighbours.
            Collections.fill(title.subList(at, at + name.size()), "");
            return true;
        }
        String only = name.getFirst();
        if (name.size() == 1 && WITHOUT_SPACES.matcher(only).matches()) {
            for (int i = 0; i < title.size(); i++) {
                if (title.get(i).contains(only)) {
                    title.set(i, title.get(i).replace(only, " "));
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(plain))
                .map(word -> END_OF_WORD.matcher(word).replaceFirst(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
