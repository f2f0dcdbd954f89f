package org.unifiedhotline.masterrecords.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

@DisplayName("Why a record is linked is told to a reader of one system")
class KindAmongIT {
    private static final Object[] HOA = {"name", "Lê Thị Hoa", "year", 2009L, "phone", "+84912345678"};
    private static final Object[] NAM = {"name", "Trần Văn Nam", "year", 1990L, "phone", "+84987654321"};
    private static final Set<SourceSystem> SWITCHBOARD = Set.of(SourceSystem.SWITCHBOARD);
    private static final Set<SourceSystem> HOTLINE = Set.of(SourceSystem.HOTLINE);
    private static final Word WORD = new Word("steward", "because");

    private final Hub hub = Hub.running("kinds");

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName(
            "as if the other's records were not there: alone, or by the engine where only the other's were said to be one with it")
    void kinds() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("tre_em", 4, 20, HOA), inserted("victim", 5, 20, NAM));
        hub.resolve();
        Ruling ruling = hub.stewardship.merge(hub.masterOf("tre_em", 1), hub.masterOf("victim", 5), WORD);
        if (ruling instanceof Ruling.Awaiting awaits) {
            hub.stewardship.approve(awaits.decision().id(), "supervisor");
        }
        assertThat(hub.masterOf("victim", 5)).isEqualTo(hub.masterOf("tre_em", 1));
        assertThat(hub.entries()).extracting(CrosswalkEntry::linkKind).contains(LinkKind.ASSERTED);

        assertThat(listed(SWITCHBOARD))
                .isEqualTo(Map.of("tre_em/1", LinkKind.AUTOMATIC, "tre_em/4", LinkKind.AUTOMATIC));
        assertThat(listed(HOTLINE)).isEqualTo(Map.of("victim/5", LinkKind.SINGLE));
        assertThat(hub.crosswalk.kindsAmong(List.of(key("tre_em", 1)), SWITCHBOARD))
                .containsExactly(Map.entry(key("tre_em", 1), LinkKind.AUTOMATIC));
        CrosswalkLookup.Live live = (CrosswalkLookup.Live) hub.crosswalk.find(key("victim", 5));
        assertThat(hub.crosswalk.among(live, HOTLINE).entry().linkKind()).isEqualTo(LinkKind.SINGLE);
        assertThat(hub.crosswalk.among(live, Set.of(SourceSystem.values()))).isEqualTo(live);
        for (Set<SourceSystem> systems : List.of(SWITCHBOARD, HOTLINE)) {
            assertThat(hub.crosswalk.changesSince(0, systems, 100))
                    .noneMatch(CrosswalkChange::isOfKindAlone)
                    .noneMatch(change -> change.linkKind() == LinkKind.ASSERTED);
        }
        assertThat(hub.crosswalk.changesSince(0, Set.of(SourceSystem.values()), 100))
                .anyMatch(CrosswalkChange::isOfKindAlone);
    }

    private Map<String, LinkKind> listed(Set<SourceSystem> systems) {
        Map<String, LinkKind> kinds = new TreeMap<>();
        hub.crosswalk.stream(
                systems,
                entry ->
                        kinds.put(entry.key().table().name() + "/" + entry.key().localId(), entry.linkKind()));
        return kinds;
    }
}
