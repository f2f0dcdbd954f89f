package org.unifiedhotline.searchindex.queries;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.searchindex.documents.Kinship;

/** What a piece of the typed text may mean. */
sealed interface Reading {

    /**
     * A word of a name, of a place, or of an ethnic group: words do not say which.
     *
     * @param unfinished whether it is the last thing typed, so that more of it may come
     * @param required whether it must be found; a title before a name need not be
     */
    record Word(String exact, String toneless, String folded, boolean unfinished, boolean required)
            implements Reading {}

    /**
     * A place by its name.
     *
     * @param folded the name without its type word
     * @param provincesBefore codes of provinces of this name before 1 July 2025
     * @param provincesSince codes of provinces of this name since
     * @param words the words it is made of; empty where a type word says that it is nothing but a place
     */
    record PlaceName(String folded, Set<String> provincesBefore, Set<String> provincesSince, List<Word> words)
            implements Reading {}

    /** A telephone in full; {@code forms} are digits only, as the index holds them. */
    record TelephoneNumber(Set<String> forms) implements Reading {}

    /**
     * A number of identity in full, letters in upper case.
     *
     * @param hash as it stands in the index; empty until it is asked for there
     */
    record Identity(String number, String hash) implements Reading {
        Identity(String number) {
            this(number, "");
        }
    }

    /** The last digits of a telephone or of an identity number. */
    record LastDigits(String digits) implements Reading {}

    /** A day of birth; {@code swapped} if it has month and day the other way round. */
    record BirthDay(LocalDate day, boolean swapped) implements Reading {}

    /** A month of birth. */
    record BirthMonth(YearMonth month) implements Reading {}

    /** A year of birth, or several. */
    record BirthYears(int from, int to) implements Reading {}

    /** A case's number, in the forms it may have. */
    record CaseNumber(Set<String> numbers) implements Reading {}

    /** A source record by its key. */
    record RecordKey(String key) implements Reading {}

    /** A master record by its id. */
    record Master(String id) implements Reading {}

    /**
     * Says something about other pieces and is not searched for itself: {@code sinh năm}, {@code mẹ của}.
     *
     * @param kinship what who is named before it is to who is named behind it; empty for other hints
     */
    record Hint(Set<Kinship> kinship) implements Reading {
        public Hint {
            kinship = Set.copyOf(kinship);
        }
    }

    /** One of these, likeliest first; the piece is found if any is. */
    record AnyOf(List<Reading> readings) implements Reading {
        public AnyOf {
            readings = List.copyOf(readings);
        }

        boolean isTelephoneOrIdentity() {
            return readings.stream().anyMatch(TelephoneNumber.class::isInstance)
                    && readings.stream().anyMatch(Identity.class::isInstance);
        }
    }
}
