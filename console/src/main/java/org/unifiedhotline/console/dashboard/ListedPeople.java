package org.unifiedhotline.console.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.masterrecords.figures.Entry;
import org.unifiedhotline.masterrecords.figures.EntryPage;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;

/** Names those whom a list is about to who may see them; an entry about another is left without anything that tells of them. */
@Component
class ListedPeople {
    private final MasterRecords masterRecords;
    private final CallerScope scope;

    ListedPeople(MasterRecords masterRecords, CallerScope scope) {
        this.masterRecords = masterRecords;
        this.scope = scope;
    }

    /**
     * A page as the reader may see it.
     *
     * @param narrowed by what the list was narrowed: where that is a field that the reader does not read plainly of an entry, to
     *     list the entry would tell it
     */
    ListView view(Authentication reader, EntryPage page, Set<String> narrowed) {
        List<MasterId> named = page.entries().stream()
                .flatMap(entry -> entry.people().stream())
                .map(Entry.Named::id)
                .distinct()
                .toList();
        Map<MasterId, PersonFile> files = named.isEmpty() ? Map.of() : masterRecords.load(named);
        return new ListView(
                page.entries().stream()
                        .map(entry -> CaseFacts.areToldBy(entry, narrowed, scope.plainOf(reader))
                                ? ListView.EntryView.withheld(entry.at())
                                : view(reader, entry, files))
                        .toList(),
                page.next());
    }

    private ListView.EntryView view(Authentication reader, Entry entry, Map<MasterId, PersonFile> files) {
        List<MasterRecord> people = entry.people().stream()
                .map(named -> files.get(named.id()))
                .filter(Objects::nonNull)
                .map(PersonFile::master)
                .toList();
        boolean may = (scope.readsRestricted(reader)
                        || masterRecords
                                .restricted(
                                        people.stream().map(MasterRecord::id).toList())
                                .isEmpty())
                && people.stream()
                        .allMatch(person -> scope.isClearedFor(
                                reader,
                                person.members().stream().map(Member::key).toList()));
        return may
                ? new ListView.EntryView(
                        entry.key(),
                        entry.at(),
                        CaseFacts.masked(entry, scope.plainOf(reader)),
                        entry.people().stream()
                                .map(named -> person(named, files.get(named.id())))
                                .toList(),
                        false)
                : ListView.EntryView.withheld(entry.at());
    }

    private static ListView.PersonView person(Entry.Named named, @Nullable PersonFile file) {
        var name = file == null ? null : file.master().name();
        return new ListView.PersonView(
                named.as(), named.id(), name == null ? null : name.value().display());
    }
}
