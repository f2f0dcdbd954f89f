package org.unifiedhotline.searchindex.queries;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.queries.SearchHit.ShownBirth;

/** What a text that is being typed may be meant to become; always of source records in the reader's scope. */
public sealed interface Suggestion {

    /**
     * Somebody, to be opened.
     *
     * @param name null when no source record in scope gives one
     * @param home as written; null if not known
     */
    record Person(
            MasterId masterId,
            @Nullable String name,
            List<ShownBirth> births,
            List<PersonRole> roles,
            @Nullable String home)
            implements Suggestion {
        public Person {
            births = List.copyOf(births);
            roles = List.copyOf(roles);
        }

        /** Tells no value of the person: safe in a log. */
        @Override
        public String toString() {
            return "Person[" + masterId + "]";
        }
    }

    /**
     * A place that people in scope are at home in.
     *
     * @param name in its official spelling, such as {@code Tỉnh Lào Cai}
     * @param text what was typed, with the place's name in place of its beginning
     * @param people how many
     */
    record PlaceName(String name, String text, long people) implements Suggestion {}

    /**
     * A case.
     *
     * @param masterId whom it is about, or who reported it
     * @param name of that person; null when no source record in scope gives one
     */
    record CaseNumber(
            String number, MasterId masterId, @Nullable String name) implements Suggestion {
        /** Tells no value of the person: safe in a log. */
        @Override
        public String toString() {
            return "CaseNumber[" + number + "]";
        }
    }
}
