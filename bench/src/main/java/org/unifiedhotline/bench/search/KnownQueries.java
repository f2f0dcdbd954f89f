package org.unifiedhotline.bench.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Birth;
import org.unifiedhotline.mappings.canonical.PersonName;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.Telephone;
import org.unifiedhotline.mappings.canonical.Telephone.TelephoneUse;

/**
 * Queries as a tired officer types them, each made from what is known of one person and kept only if it tells of nobody else:
 * nobody else has, on any record, a name that holds all the words (or, where there is a slip, one that is as near) and a
 * birth that may lie in the year; nobody else has the telephone.
 */
final class KnownQueries {
    /** Mobile prefixes of eleven-digit numbers until September 2018, by those of today. */
    private static final Map<String, String> OLD_PREFIXES = Map.ofEntries(
            Map.entry("70", "0120"),
            Map.entry("79", "0121"),
            Map.entry("77", "0122"),
            Map.entry("76", "0126"),
            Map.entry("78", "0128"),
            Map.entry("83", "0123"),
            Map.entry("84", "0124"),
            Map.entry("85", "0125"),
            Map.entry("81", "0127"),
            Map.entry("82", "0129"),
            Map.entry("32", "0162"),
            Map.entry("33", "0163"),
            Map.entry("34", "0164"),
            Map.entry("35", "0165"),
            Map.entry("36", "0166"),
            Map.entry("37", "0167"),
            Map.entry("38", "0168"),
            Map.entry("39", "0169"),
            Map.entry("56", "0186"),
            Map.entry("58", "0188"),
            Map.entry("59", "0199"));

    private static final String LETTERS = "abcdeghiklmnopqrstuvxy";

    private final Map<String, List<PersonRecord>> people;
    private final Map<String, Set<String>> peopleByWord = new HashMap<>();
    private final Map<String, Set<String>> peopleByNumber = new HashMap<>();
    private final Random random;

    KnownQueries(Map<String, List<PersonRecord>> people, long seed) {
        this.people = people;
        this.random = new Random(seed);
        people.forEach((person, records) -> records.forEach(record -> {
            record.names()
                    .forEach(name -> words(name)
                            .forEach(word -> peopleByWord
                                    .computeIfAbsent(word, unseen -> new HashSet<>())
                                    .add(person)));
            record.telephones()
                    .forEach(telephone -> telephone
                            .numbers()
                            .forEach(number -> peopleByNumber
                                    .computeIfAbsent(number, unseen -> new HashSet<>())
                                    .add(person)));
        }));
    }

    /** A query and whom it tells of. */
    record Known(String text, String person) {}

    /** The kinds that are reported apart. */
    enum Kind {
        UNMARKED_NAME_AND_YEAR,
        ONE_SLIP_AND_YEAR,
        SURNAME_GIVEN_NAME_AND_YEAR,
        OLD_TELEPHONE
    }

    /** Queries of a kind, of as many people as there are but no more than {@code most}, one a person. */
    List<Known> of(Kind kind, int most) {
        List<String> ids = new ArrayList<>(people.keySet());
        Collections.shuffle(ids, random);
        List<Known> made = new ArrayList<>();
        for (String person : ids) {
            if (made.size() == most) {
                break;
            }
            for (PersonRecord record : people.getOrDefault(person, List.of())) {
                String text = text(kind, record, person);
                if (text != null) {
                    made.add(new Known(text, person));
                    break;
                }
            }
        }
        return made;
    }

    private @Nullable String text(Kind kind, PersonRecord record, String person) {
        if (kind == Kind.OLD_TELEPHONE) {
            return oldTelephone(record, person);
        }
        Birth birth = record.birth();
        if (record.names().isEmpty() || birth == null || birth.year() == null) {
            return null;
        }
        List<String> words = words(record.names().getFirst());
        int year = birth.year();
        if (words.size() < 2) {
            return null;
        }
        return switch (kind) {
            case UNMARKED_NAME_AND_YEAR -> isAlone(words, year, person) ? String.join(" ", words) + " " + year : null;
            case ONE_SLIP_AND_YEAR -> oneSlip(words, year, person);
            case SURNAME_GIVEN_NAME_AND_YEAR -> {
                List<String> ends = List.of(words.getFirst(), words.getLast());
                yield words.size() > 2 && isAlone(ends, year, person) ? String.join(" ", ends) + " " + year : null;
            }
            case OLD_TELEPHONE -> null;
        };
    }

    /** A slip in one word of three letters or more: a letter left out, doubled, another one, or two swapped. */
    private @Nullable String oneSlip(List<String> words, int year, String person) {
        int at = random.nextInt(words.size());
        String word = words.get(at);
        if (word.length() < 3) {
            return null;
        }
        int letter = random.nextInt(word.length() - 1);
        String slipped = switch (random.nextInt(4)) {
            case 0 -> word.substring(0, letter) + word.substring(letter + 1);
            case 1 -> word.substring(0, letter) + word.charAt(letter) + word.substring(letter);
            case 2 ->
                word.substring(0, letter)
                        + LETTERS.charAt(random.nextInt(LETTERS.length()))
                        + word.substring(letter + 1);
            default ->
                word.substring(0, letter) + word.charAt(letter + 1) + word.charAt(letter) + word.substring(letter + 2);
        };
        if (slipped.equals(word)) {
            return null;
        }
        List<String> typed = new ArrayList<>(words);
        typed.set(at, slipped);
        boolean alone = true;
        for (String near : peopleByWord.keySet()) {
            if (Slips.atMostOne(near, slipped)) {
                List<String> other = new ArrayList<>(words);
                other.set(at, near);
                alone &= nobodyElse(other, year, person);
            }
        }
        return alone ? String.join(" ", typed) + " " + year : null;
    }

    private @Nullable String oldTelephone(PersonRecord record, String person) {
        for (Telephone telephone : record.telephones()) {
            for (String number : telephone.numbers()) {
                String old = number.startsWith("+84") && number.length() == 12
                        ? OLD_PREFIXES.get(number.substring(3, 5))
                        : null;
                boolean own = telephone.use() == TelephoneUse.OWN
                        && telephone.numbers().size() == 1
                        && peopleByNumber.getOrDefault(number, Set.of()).equals(Set.of(person));
                if (old != null && own) {
                    return old + number.substring(5);
                }
            }
        }
        return null;
    }

    private boolean isAlone(List<String> words, int year, String person) {
        return nobodyElse(words, year, person);
    }

    /** Whether nobody but this person has all these words in one name, and a birth that may lie in the year. */
    private boolean nobodyElse(List<String> words, int year, String person) {
        Set<String> others = new HashSet<>(peopleByWord.getOrDefault(words.getFirst(), Set.of()));
        words.forEach(word -> others.retainAll(peopleByWord.getOrDefault(word, Set.of())));
        others.remove(person);
        return others.stream().noneMatch(other -> mayBe(people.getOrDefault(other, List.of()), words, year));
    }

    private static boolean mayBe(List<PersonRecord> records, List<String> words, int year) {
        boolean named = records.stream()
                .flatMap(record -> record.names().stream())
                .anyMatch(name -> words(name).containsAll(words));
        boolean born = records.stream()
                .map(PersonRecord::birth)
                .anyMatch(birth -> birth != null
                        && birth.from().getYear() <= year
                        && birth.to().getYear() >= year);
        return named && born;
    }

    private static List<String> words(PersonName name) {
        return name.folded().isEmpty() ? List.of() : List.of(name.folded().split(" "));
    }
}
