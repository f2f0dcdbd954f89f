package org.unifiedhotline.searchindex.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what people are counted, of all source records of a person together and named as in a source record: for readers who may
 * know all records of whomever they find. Counting nested source records costs many times as much.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AllValues(
        List<String> source,
        List<String> role,
        List<String> centres,
        List<String> province,
        List<String> provinceBefore,
        List<String> sex,
        List<String> ethnicGroup,
        List<String> caseKinds,
        List<String> exploitation,
        List<String> channels,
        List<Boolean> openReferral,
        List<Boolean> returned) {

    static AllValues of(List<SourceRecordDocument> records) {
        return new AllValues(
                one(records, SourceRecordDocument::source),
                one(records, SourceRecordDocument::role),
                several(records, SourceRecordDocument::centres),
                one(records, SourceRecordDocument::province),
                one(records, SourceRecordDocument::provinceBefore),
                one(records, SourceRecordDocument::sex),
                one(records, record -> Objects.requireNonNull(record.matched()).ethnicGroup()),
                several(records, SourceRecordDocument::caseKinds),
                several(records, SourceRecordDocument::exploitation),
                several(records, SourceRecordDocument::channels),
                one(records, SourceRecordDocument::openReferral),
                one(records, SourceRecordDocument::returned));
    }

    private static <T> List<T> one(
            List<SourceRecordDocument> records, Function<SourceRecordDocument, @Nullable T> value) {
        return records.stream()
                .flatMap(record -> Stream.ofNullable(value.apply(record)))
                .distinct()
                .toList();
    }

    private static List<String> several(
            List<SourceRecordDocument> records, Function<SourceRecordDocument, Collection<String>> values) {
        return records.stream()
                .flatMap(record -> values.apply(record).stream())
                .distinct()
                .toList();
    }
}
