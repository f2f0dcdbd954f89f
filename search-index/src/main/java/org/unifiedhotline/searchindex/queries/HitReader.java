package org.unifiedhotline.searchindex.queries;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.TelephoneReadings;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Mask;
import org.unifiedhotline.searchindex.documents.Digits;
import org.unifiedhotline.searchindex.documents.PersonDocument;
import org.unifiedhotline.searchindex.documents.PersonDocument.ShownPerson;
import org.unifiedhotline.searchindex.documents.RelativeDocument;
import org.unifiedhotline.searchindex.documents.ShownByCentre;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument.ShownValues;
import org.unifiedhotline.searchindex.queries.SearchHit.Highlight;
import org.unifiedhotline.searchindex.queries.SearchHit.ShownBirth;

/** Reads a hit from a document: the source records in scope, and nothing of the others. */
final class HitReader {
    private static final int MOST_HIGHLIGHTS = 20;

    private final Scope scope;
    private final Highlighter highlighter;

    HitReader(Scope scope, Highlighter highlighter) {
        this.scope = scope;
        this.highlighter = highlighter;
    }

    SearchHit read(PersonDocument person, double score) {
        List<SourceRecordDocument> records =
                person.records().stream().filter(scope::admits).toList();
        Set<String> names = all(records, record -> record.shown().names());
        String displayName = displayName(person.shown(), records);
        return new SearchHit(
                MasterId.of(person.masterId()),
                displayName,
                names.stream().filter(name -> !name.equals(displayName)).toList(),
                births(records),
                records.stream()
                        .map(record -> Sex.valueOf(record.sex()))
                        .filter(sex -> sex != Sex.UNKNOWN)
                        .distinct()
                        .toList(),
                records.stream()
                        .map(record -> PersonRole.valueOf(record.role()))
                        .distinct()
                        .toList(),
                records.stream()
                        .map(record -> SourceSystem.of(record.source()))
                        .distinct()
                        .toList(),
                all(records, scope::centres).stream().map(Centre::valueOf).toList(),
                List.copyOf(all(records, this::homes)),
                records.stream()
                        .map(SourceRecordDocument::province)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                List.copyOf(all(records, this::telephones)),
                List.copyOf(all(records, this::identityNumbers)),
                List.copyOf(all(records, this::caseNumbers)),
                records.stream().anyMatch(this::hasOpenReferral),
                records.stream().anyMatch(SourceRecordDocument::returned),
                lastContact(records),
                changedAt(person, records),
                records.stream().map(record -> key(record.key())).toList(),
                highlights(records),
                records.stream().flatMap(this::masks).distinct().toList(),
                score);
    }

    private List<String> homes(SourceRecordDocument record) {
        return plain(FieldKind.ADDRESS, record, homesOf(record));
    }

    private List<String> telephones(SourceRecordDocument record) {
        return plain(FieldKind.TELEPHONE, record, telephonesOf(record));
    }

    /** Those on the record, and those that contacts which the reader may know of presented. */
    private List<String> telephonesOf(SourceRecordDocument record) {
        Set<String> hidden = new HashSet<>();
        record.shown().byCentre().values().forEach(centre -> hidden.addAll(centre.telephones()));
        scope.told(record).forEach(centre -> centre.telephones().forEach(hidden::remove));
        return record.shown().telephones().stream()
                .filter(number -> !hidden.contains(number))
                .toList();
    }

    private List<String> identityNumbers(SourceRecordDocument record) {
        return plain(FieldKind.IDENTITY_NUMBER, record, record.shown().identityNumbers());
    }

    private List<String> ethnicGroups(SourceRecordDocument record) {
        String group = record.shown().ethnicGroup();
        return group == null ? List.of() : plain(FieldKind.ETHNICITY, record, List.of(group));
    }

    private List<String> plain(FieldKind kind, SourceRecordDocument record, List<String> values) {
        return scope.reads(kind, record) ? values : List.of();
    }

    private Stream<Mask> masks(SourceRecordDocument record) {
        return Stream.of(
                        masked(FieldKind.TELEPHONE, record, telephonesOf(record)),
                        masked(FieldKind.IDENTITY_NUMBER, record, record.shown().identityNumbers()),
                        masked(FieldKind.ADDRESS, record, homesOf(record)))
                .flatMap(all -> all);
    }

    private Stream<Mask> masked(FieldKind kind, SourceRecordDocument record, List<String> values) {
        return scope.reads(kind, record) ? Stream.empty() : values.stream().map(value -> mask(kind, value));
    }

    /** Of identity numbers the index has no more than what a mask shows. */
    private static Mask mask(FieldKind kind, String value) {
        return kind != FieldKind.IDENTITY_NUMBER
                ? Mask.of(kind, value)
                : new Mask(kind, value.equals(ShownValues.NO_DIGITS) ? null : value);
    }

    private static List<String> homesOf(SourceRecordDocument record) {
        String home = record.shown().home();
        return home == null ? List.of() : List.of(home);
    }

    private Stream<RelativeDocument> relatives(SourceRecordDocument record) {
        return record.relatives().stream().filter(scope::admits);
    }

    /** Of the cases about it, and of those that it reported about others in scope. */
    private List<String> caseNumbers(SourceRecordDocument record) {
        return Stream.concat(
                        scope.isOfEveryCentre()
                                ? record.caseNumbers().stream()
                                : scope.told(record).stream()
                                        .flatMap(centre -> centre.caseNumbers().stream())
                                        .sorted(),
                        relatives(record).flatMap(relative -> relative.caseNumbers().stream()))
                .toList();
    }

    /** The name that survivorship chose if a record in scope holds it, else the first of a record in scope. */
    private static @Nullable String displayName(ShownPerson shown, List<SourceRecordDocument> records) {
        boolean mayBeKnown =
                records.stream().anyMatch(record -> shown.nameFrom().contains(record.key()));
        if (mayBeKnown) {
            return shown.name();
        }
        return records.stream()
                .flatMap(record -> record.shown().names().stream())
                .findFirst()
                .orElse(null);
    }

    private static Set<String> all(
            List<SourceRecordDocument> records, Function<SourceRecordDocument, Collection<String>> values) {
        Set<String> all = new LinkedHashSet<>();
        records.forEach(record -> all.addAll(values.apply(record)));
        return all;
    }

    /** Of the person; for who may not know all, of the records that they may know. */
    private Instant changedAt(PersonDocument person, List<SourceRecordDocument> records) {
        return Instant.ofEpochMilli(
                scope.isWhole()
                        ? person.changedAt()
                        : records.stream()
                                .mapToLong(SourceRecordDocument::changedAt)
                                .max()
                                .orElse(0));
    }

    private static List<ShownBirth> births(List<SourceRecordDocument> records) {
        return records.stream()
                .map(record -> record.shown().birth())
                .filter(Objects::nonNull)
                .map(birth -> new ShownBirth(birth.written(), birth.from(), birth.to()))
                .distinct()
                .toList();
    }

    private boolean hasOpenReferral(SourceRecordDocument record) {
        return scope.isOfEveryCentre()
                ? record.openReferral()
                : scope.told(record).stream().anyMatch(ShownByCentre::openReferral);
    }

    private @Nullable Instant lastContact(List<SourceRecordDocument> records) {
        return records.stream()
                .flatMap(record -> scope.isOfEveryCentre()
                        ? Stream.of(record.lastContact())
                        : scope.told(record).stream().map(ShownByCentre::lastContact))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    private static SourceRecordKey key(String text) {
        String[] parts = text.split("/", 3);
        return SourceRecordKey.of(SourceSystem.of(parts[0]), parts[1], parts[2]);
    }

    private List<Highlight> highlights(List<SourceRecordDocument> records) {
        return records.stream()
                .flatMap(this::highlights)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST_HIGHLIGHTS)
                .toList();
    }

    private Stream<Optional<Highlight>> highlights(SourceRecordDocument record) {
        ShownValues shown = record.shown();
        return Stream.of(
                        shown.names().stream().map(highlighter::name),
                        relatives(record)
                                .flatMap(relative -> relative.names().stream())
                                .map(highlighter::relatedName),
                        telephones(record).stream().map(number -> highlighter.telephone(number, forms(number))),
                        identityNumbers(record).stream().map(highlighter::identity),
                        Stream.ofNullable(shown.birth()).map(highlighter::birth),
                        homes(record).stream().map(highlighter::place),
                        ethnicGroups(record).stream().map(highlighter::ethnicGroup),
                        caseNumbers(record).stream().map(highlighter::caseNumber))
                .flatMap(all -> all);
    }

    private static Set<String> forms(String written) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(Digits.of(written));
        TelephoneReadings.ofQuery(written).forEach(number -> forms.add(Digits.of(number)));
        return forms;
    }
}
