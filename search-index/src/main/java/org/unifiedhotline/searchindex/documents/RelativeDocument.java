package org.unifiedhotline.searchindex.documents;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody named beside a source record: on it (father, mother, guardian), or together with it by cases. It carries the
 * scope of the source record that tells of that somebody, for whoever may find the one may not for that find the other.
 *
 * @param source code of the source system of that record; {@code role}, {@code centres}, {@code province} and {@code sensitivity}
 *     likewise are that record's
 * @param toldBy centres that had a contact of the record that names the named one, or of the case that names both: readers of
 *     other centres do not know that the two are named together
 * @param is what the named one is to the person of this record, by the words of {@link Kinship}
 * @param of what the person of this record is to the named one
 * @param caseNumbers of the cases about the named one that this record reported
 * @param words folded words of the names; not fetched with hits
 * @param names as shown, primary first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelativeDocument(
        String source,
        String role,
        List<String> centres,
        @Nullable String province,
        List<String> sensitivity,
        List<String> toldBy,
        String is,
        String of,
        List<String> caseNumbers,
        List<String> words,
        List<String> names) {
    public RelativeDocument {
        centres = Absent.asEmpty(centres);
        sensitivity = Absent.asEmpty(sensitivity);
        toldBy = Absent.asEmpty(toldBy);
        caseNumbers = Absent.asEmpty(caseNumbers);
        words = Absent.asEmpty(words);
        names = Absent.asEmpty(names);
    }
}
