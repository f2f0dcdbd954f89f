package org.unifiedhotline.masterrecords.rights;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Whether what was typed about a person tells of somebody else too, so that it is not for the person to read: a trace of the other that
 * is not the person's as well, or the other's given name as it is written. For one answer about one person.
 */
public final class OthersWords {
    private final HubDatabase hub;
    private final MasterRecords masterRecords;
    private final Set<String> forms;
    private final Set<String> given;
    private final Map<Set<Long>, Optional<Other>> known = new HashMap<>();

    /** @param person to whom it would be told */
    public OthersWords(HubDatabase hub, MasterRecords masterRecords, PersonFile person) {
        this.hub = hub;
        this.masterRecords = masterRecords;
        List<PersonRecord> records = peopleOf(List.of(person));
        this.forms = Traces.formsOf(records, CaseNumbers.about(hub, ids(records)));
        this.given = given(records);
    }

    private record Other(Traces traces, Set<String> given) {
        boolean isIn(String text) {
            return traces.isIn(text) || words(text).anyMatch(given::contains);
        }
    }

    /**
     * Whether words tell of others.
     *
     * @param others records of other people, by number. Of one that nobody is made of any more nothing is known: then every word may tell
     */
    public boolean tell(String words, Collection<Long> others) {
        return !words.isBlank()
                && !others.isEmpty()
                && known.computeIfAbsent(new TreeSet<>(others), this::other)
                        .map(other -> other.isIn(words))
                        .orElse(true);
    }

    private Optional<Other> other(Set<Long> others) {
        Map<Long, MasterId> owners = new HashMap<>();
        hub.sql()
                .sql("SELECT record_id, master_id FROM link WHERE record_id = ANY (?)")
                .param(others.toArray(Long[]::new))
                .query(row -> {
                    owners.put(row.getLong("record_id"), Columns.masterId(row, "master_id"));
                });
        if (!owners.keySet().containsAll(others)) {
            return Optional.empty();
        }
        List<PersonRecord> records =
                peopleOf(masterRecords.load(new HashSet<>(owners.values())).values());
        Set<String> theirs = Traces.without(Traces.formsOf(records, CaseNumbers.about(hub, ids(records))), forms);
        Set<String> names = given(records);
        names.removeAll(given);
        return Optional.of(new Other(Traces.of(theirs::contains), names));
    }

    private static List<PersonRecord> peopleOf(Collection<PersonFile> files) {
        List<PersonRecord> records = new ArrayList<>();
        files.forEach(
                file -> file.master().members().stream().map(Member::person).forEach(records::add));
        return records;
    }

    private static List<Long> ids(Collection<PersonRecord> records) {
        return records.stream().map(PersonRecord::key).map(SourceRecordId::of).toList();
    }

    private static Set<String> given(Collection<PersonRecord> records) {
        return records.stream()
                .flatMap(record -> record.names().stream())
                .flatMap(name -> Stream.ofNullable(name.given()))
                .flatMap(OthersWords::words)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(Normalizer.normalize(text, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty());
    }
}
