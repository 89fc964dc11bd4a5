package org.oncall.rota.intake.ical;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom the title of an event names, as "Ana Lima: holiday", "Lima, Ana (sick)" or "ana off" do. A person is named where every
 * word of their name, or their id, stands in the title; where nobody is named so, by a first name that is theirs alone.
 * Whoever is meant by nothing but a part of another's name, or shares all of it with somebody, is not named.
 */
public final class TitleNames {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Scripts that put no spaces between words, so that a name may stand anywhere in one. */
    private static final Pattern WITHOUT_SPACES =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+");

    /** Ids by what names them in full. */
    private final Map<Set<String>, Set<String>> whole = new LinkedHashMap<>();

    private final Map<String, Set<String>> firstNames = new LinkedHashMap<>();

    /** A person, as a request has them. */
    public record Person(String id, String name) {}

    public TitleNames(List<Person> people) {
        for (Person person : people) {
            words(person.name()).stream()
                    .findFirst()
                    .filter(TitleNames::isTelling)
                    .ifPresent(first -> firstNames
                            .computeIfAbsent(first, name -> new HashSet<>())
                            .add(person.id()));
        }
        for (Person person : people) {
            add(words(person.name()), person.id());
            List<String> id = words(person.id());
            // Whoever writes "ana" means a first name, whatever ids there are.
            if (id.size() > 1 || id.size() == 1 && !firstNames.containsKey(id.getFirst())) {
                add(id, person.id());
            }
        }
    }

    private void add(List<String> words, String id) {
        if (words.size() > 1 || words.size() == 1 && isTelling(words.getFirst())) {
            whole.computeIfAbsent(Set.copyOf(words), each -> new HashSet<>()).add(id);
        }
    }

    /** The ids of those whom the title names, sorted; several where it is about several. */
    public List<String> in(String title) {
        Set<String> words = Set.copyOf(words(title));
        List<Set<String>> named = whole.keySet().stream()
                .filter(name -> name.stream().allMatch(word -> has(words, word)))
                .toList();
        List<Set<String>> found = new ArrayList<>();
        for (Set<String> name : named) {
            boolean isPart = named.stream().anyMatch(other -> other.size() > name.size() && other.containsAll(name));
            if (!isPart) {
                found.add(Objects.requireNonNull(whole.get(name)));
            }
        }
        if (named.isEmpty()) {
            firstNames.forEach((name, ids) -> {
                if (has(words, name)) {
                    found.add(ids);
                }
            });
        }
        return found.stream()
                .filter(ids -> ids.size() == 1)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** A single letter or digit is more often something else. */
    private static boolean isTelling(String word) {
        return word.codePointCount(0, word.length()) > 1
                || WITHOUT_SPACES.matcher(word).matches();
    }

    private static boolean has(Set<String> words, String word) {
        return words.contains(word)
                || WITHOUT_SPACES.matcher(word).matches() && words.stream().anyMatch(other -> other.contains(word));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
