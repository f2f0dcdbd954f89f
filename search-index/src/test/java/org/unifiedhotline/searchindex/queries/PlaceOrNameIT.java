package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;

@DisplayName("Words that are a place's name, or a person's")
class PlaceOrNameIT {

    @Test
    @DisplayName("are met by who lives there, and by who is called so, not by a name and another place together")
    void placeOrName() {
        try (SampleIndex index = SampleIndex.named("place-or-name")) {
            index.hub()
                    .hold(SamplePerson.number(1)
                            .with(SampleRecord.caller(101).named("Lý A Páo").home("Hà Giang", null, null))
                            .file());
            index.hub()
                    .hold(SamplePerson.number(2)
                            .with(SampleRecord.caller(102).named("Trần Thị Hà").home("An Giang", null, null))
                            .file());
            index.hub()
                    .hold(SamplePerson.number(3)
                            .with(SampleRecord.caller(103).named("Vũ Hà Giang").home("Hà Nội", null, null))
                            .file());
            index.indexing().life().prepare();
            index.refresh();

            List<MasterId> found = index.search().search(SearchRequest.of("ha giang")).hits().stream()
                    .map(SearchHit::masterId)
                    .toList();

            assertThat(found).containsExactlyInAnyOrder(SamplePerson.idOf(1), SamplePerson.idOf(3));
        }
    }
}
