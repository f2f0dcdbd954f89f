package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.searchindex.queries.SearchHit.Highlight;

@DisplayName("Marks are put on what was met, and on nothing else")
class HighlighterTest {

    private static List<String> marked(Optional<Highlight> highlight) {
        return highlight.stream()
                .flatMap(one -> one.marks().stream().map(mark -> one.text().substring(mark.start(), mark.end())))
                .toList();
    }

    private static Highlighter highlighter(String typed, boolean slips) {
        return new Highlighter(Understanding.of(typed), slips);
    }

    @Test
    @DisplayName(
            "a slip is marked in a person's own name, where it is forgiven, and not in places or other people's names")
    void slips() {
        Highlighter of = highlighter("nguyen thi hoa 1996", true);

        assertThat(marked(of.name("Nguyễn Thị Hoan"))).containsExactly("Nguyễn", "Thị", "Hoan");
        assertThat(marked(of.place("Chợ Lớn, Thành phố Hồ Chí Minh"))).isEmpty();
        assertThat(marked(of.relatedName("Thai Phuong Dan"))).isEmpty();
        assertThat(marked(of.ethnicGroup("Hoa"))).containsExactly("Hoa");
    }

    @Test
    @DisplayName("of a place its words are marked where they stand together")
    void places() {
        Highlighter of = highlighter("hoa yên bái", false);

        assertThat(marked(of.place("Huyện Yên Bình, Tỉnh Yên Bái"))).containsExactly("Yên", "Bái");
        assertThat(marked(of.place("Xã Hoa Thám, Yên Bình"))).containsExactly("Hoa");
    }

    @Test
    @DisplayName("a province that was joined with the one typed is marked by the name under which it is written")
    void joinedProvinces() {
        Highlighter of = highlighter("lào cai", false);

        assertThat(marked(of.place("Xã Thịnh Hưng, Yên Bình, Tỉnh Yên Bái"))).containsExactly("Tỉnh", "Yên", "Bái");
        assertThat(marked(of.place("Lào Cai"))).containsExactly("Lào", "Cai");
        assertThat(marked(of.place("Lai Châu"))).isEmpty();
    }

    @Test
    @DisplayName("a province that may be a name is marked in a name that has all its words")
    void placeAsName() {
        Highlighter of = highlighter("hà giang", false);

        assertThat(marked(of.name("Nguyễn Hà Giang"))).containsExactly("Hà", "Giang");
        assertThat(marked(of.name("Nguyễn Thị Hà"))).isEmpty();
    }
}
