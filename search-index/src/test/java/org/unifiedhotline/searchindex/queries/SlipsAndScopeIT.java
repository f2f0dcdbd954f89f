package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;

@DisplayName("A slip in a name, and records out of scope")
class SlipsAndScopeIT {

    @Test
    @DisplayName(
            "what was typed rightly is looked for in scope only, so that a slip beside it tells nothing of other records")
    void rightlyTypedInScope() {
        try (SampleIndex index = SampleIndex.named("slips-and-scope")) {
            SamplePerson person = SamplePerson.number(1)
                    .with(SampleRecord.caller(101).named("Lý Thị Mỷ"))
                    .with(SampleRecord.victim(201).named("Lù Thị Mẩy"));
            index.hub().hold(person.file());
            index.indexing().life().prepare();
            index.refresh();
            ReaderScope switchboardOnly = ReaderScope.of(Set.of(SourceSystem.SWITCHBOARD));

            // "lyi" is a slip of Lý, "may" of Mỷ: two in scope, one only where the other record says Mẩy.
            SearchResult whole = index.search().search(SearchRequest.of("lyi thi may"));
            SearchResult some =
                    index.search().search(SearchRequest.of("lyi thi may").within(switchboardOnly));

            assertThat(whole.tolerance()).isEqualTo(Tolerance.SLIPS);
            assertThat(whole.total()).isEqualTo(1);
            assertThat(some.tolerance()).as("two slips in the record in scope").isEqualTo(Tolerance.MOST_PIECES);
        }
    }
}
