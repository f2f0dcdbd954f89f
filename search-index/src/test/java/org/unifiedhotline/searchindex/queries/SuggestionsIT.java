package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;

@DisplayName("While a name is typed")
class SuggestionsIT {
    private static SampleIndex index;

    @BeforeAll
    static void fillTheIndex() {
        index = SampleIndex.named("suggestions");
        int number = 0;
        for (String name : List.of(
                "Hoàng Thị Nguyên",
                "Nguyễn Thị Hương",
                "Huỳnh Thị Nguyễn",
                "Lý Thị Đào Ngọc",
                "Đào Thị Ngọc Linh",
                "Lê Đào Thị Ngọc")) {
            number++;
            index.hub()
                    .hold(SamplePerson.number(number)
                            .with(SampleRecord.caller(number).named(name))
                            .file());
        }
        index.indexing().life().prepare();
        index.refresh();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    @DisplayName("whoever's name begins with it comes first")
    void beginning() {
        assertThat(names("nguyen thi h")).startsWith("Nguyễn Thị Hương").contains("Hoàng Thị Nguyên");
        assertThat(names("Nguyễn Thị H")).startsWith("Nguyễn Thị Hương");
        assertThat(names("dao thi ngoc li")).startsWith("Đào Thị Ngọc Linh");
        assertThat(names("hoang thi n")).startsWith("Hoàng Thị Nguyên");
    }

    @Test
    @DisplayName("the words may still be in any order")
    void anyOrder() {
        assertThat(names("huong nguyen t")).startsWith("Nguyễn Thị Hương");
    }

    private static List<String> names(String typed) {
        return index.suggestions().of(typed, ReaderScope.all()).stream()
                .filter(Suggestion.Person.class::isInstance)
                .map(one -> ((Suggestion.Person) one).name())
                .toList();
    }
}
