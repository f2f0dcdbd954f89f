package org.unifiedhotline.searchindex.documents;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.standardization.Folding;

/** The matched values of a source record's names: words and whole names in three strengths. */
final class NameValues {
    private final Set<String> exact = new TreeSet<>();
    private final Set<String> toneless = new TreeSet<>();
    private final Set<String> folded = new TreeSet<>();
    private final Set<String> wholeExact = new TreeSet<>();
    private final Set<String> wholeToneless = new TreeSet<>();
    private final Set<String> wholeFolded = new TreeSet<>();
    private final Set<String> wholeSorted = new TreeSet<>();
    private final Set<String> butOneWord = new TreeSet<>();
    private final Set<String> withoutSpaces = new TreeSet<>();
    private final Set<String> ends = new TreeSet<>();
    private final Set<String> given = new TreeSet<>();
    private final Set<String> families = new TreeSet<>();
    private final Set<String> givens = new TreeSet<>();

    static NameValues of(Collection<PersonName> names) {
        NameValues values = new NameValues();
        names.forEach(values::add);
        return values;
    }

    private void add(PersonName name) {
        if (name.folded().isEmpty()) {
            return;
        }
        String[] words = name.folded().split(" ");
        folded.addAll(Arrays.asList(words));
        exact.addAll(words(name.exact()));
        toneless.addAll(words(name.toneless()));
        wholeExact.add(name.exact());
        wholeToneless.add(name.toneless());
        wholeFolded.add(name.folded());
        wholeSorted.add(sorted(words));
        butOneWord.addAll(OneSlip.butOneWord(words));
        withoutSpaces.add(OneSlip.withoutSpaces(name.folded()));
        if (words.length > 1) {
            ends.add(words[0] + " " + words[words.length - 1]);
        }
        String givenName = name.given();
        if (givenName != null) {
            given.addAll(words(Folding.fold(givenName)));
        }
        addParts(name);
    }

    /** The parts as other systems ask for them: the family name whole, middle and given names word by word. */
    private void addParts(PersonName name) {
        if (name.family() != null) {
            families.add(Folding.fold(name.family()));
        }
        Stream.of(name.middle(), name.given())
                .filter(Objects::nonNull)
                .forEach(part -> givens.addAll(words(Folding.fold(part))));
    }

    /** The words of a key; the two of {@code H'Hen} stand alone, as they do when folded. */
    static List<String> words(String key) {
        return Arrays.stream(key.split("[ ']")).filter(word -> !word.isEmpty()).toList();
    }

    /** Words in alphabetical order: the same for a name in whatever order it was written. */
    static String sorted(String[] words) {
        return Arrays.stream(words).sorted().collect(Collectors.joining(" "));
    }

    List<String> exact() {
        return List.copyOf(exact);
    }

    List<String> toneless() {
        return List.copyOf(toneless);
    }

    List<String> folded() {
        return List.copyOf(folded);
    }

    List<String> wholeExact() {
        return List.copyOf(wholeExact);
    }

    List<String> wholeToneless() {
        return List.copyOf(wholeToneless);
    }

    List<String> wholeFolded() {
        return List.copyOf(wholeFolded);
    }

    List<String> wholeSorted() {
        return List.copyOf(wholeSorted);
    }

    List<String> slips() {
        return OneSlip.ofNames(folded);
    }

    List<String> butOneWord() {
        return List.copyOf(butOneWord);
    }

    List<String> withoutSpaces() {
        return List.copyOf(withoutSpaces);
    }

    List<String> ends() {
        return List.copyOf(ends);
    }

    List<String> given() {
        return List.copyOf(given);
    }

    List<String> families() {
        return List.copyOf(families);
    }

    List<String> givens() {
        return List.copyOf(givens);
    }
}
