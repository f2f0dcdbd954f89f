package org.unifiedhotline.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.matching.model.Attribute;
import org.unifiedhotline.matching.model.Kind;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.record.Commonness;
import org.unifiedhotline.matching.record.MatchRecord;

/** Which level two values reach, in the words of the model. */
class LevelsTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hoa, Nguyễn Thị Hoa, equal equal equal",
        "Nguyễn Thị Hoà, Nguyễn Thị Hòa, equal equal equal",
        "Nguyễn Thị Hoa, Nguyen Thi Hoa, equal equal-without-marks equal",
        "Nguyễn Thị Hoa, Nguyễn Thị Hoà, other-marks equal equal",
        "Nguyễn Thị Hoa, Nguyễn Thị Hoaa, slip equal equal",
        "Nguyễn Thị Hoa, Nguyễn Hoa, equal equal missing",
        "Nguyễn Thị Hoa, Hoa, equal missing missing",
        "Nguyễn Thị Hoa, Bống, other-single-word missing missing",
        "Nguyễn Thị Ngọc Phương, Ngọc Phương, equal missing part-of",
        "Nguyễn Thị Hoa, Hoa Nguyễn Thị, other-order missing missing",
        "Võ Văn Đức, Vũ Văn Đức, equal variant equal",
        "Nguyễn Thị Hoa, Trần Văn Dũng, different different different",
    })
    @DisplayName("Whole names")
    void wholeNames(String a, String b, String levels) {
        assertThat(compare(
                        new Attribute(
                                "name", "name", Kind.FULL_NAME, Set.of(), List.of(List.of("vũ", "võ")), false, false),
                        List.of(a),
                        List.of(b)))
                .containsExactly(levels.split(" "));
    }

    @Test
    @DisplayName("A nickname in common lifts main names that differ, and no more")
    void nickname() {
        assertThat(compare(
                        Attribute.of("name", Kind.FULL_NAME),
                        List.of("Trần Hà Thúc", "~Na"),
                        List.of("Trần Hà Kiên", "~Na")))
                .containsExactly("equal-by-alias", "equal", "equal");
    }

    @ParameterizedTest
    @CsvSource({
        "1987-05-24, 1987-05-24, same-day",
        "1987-05-24, 24/05/1987, same-day",
        "1987-05-24, 19870524, same-day",
        "1987-05-04, 1987-04-05, day-and-month-swapped",
        "1987-05-24, 1987-05-25, one-digit-off",
        "1987-05-24, 1987-05, same-month",
        "1987-05-24, 1987, same-year",
        "1987-05-24, 1987-01-01, same-year",
        "1987-01-01, 1987-01-01, same-year",
        "1987-05-24, ~1988, about-the-same-year",
        "1987-05-24, 1987-11-13, same-year-other-day",
        "1987-05-24, 1990, far-apart",
        "1987-05-24, 2003-11-13, far-apart",
        "1987, unknown, missing",
    })
    @DisplayName("Dates")
    void dates(String a, String b, String level) {
        assertThat(compare(Attribute.of("birth", Kind.DATE), List.of(a), List.of(b)))
                .containsExactly(level);
    }

    @ParameterizedTest
    @CsvSource({
        "1:10/sa pa/ta van, 1:10/sa pa/ta van, same-third-level",
        "1:10/sa pa/ta van, 1:10/sa pa/, same-second-level",
        "1:10/sa pa/ta van, 1:10/sa pa/muong hoa, same-second-not-third",
        "1:10/sa pa/ta van, 1:10//, same-first-level",
        "1:10/sa pa/ta van, 1:10/bao yen/, same-first-not-second",
        "1:10/sa pa/ta van, 1:12//, different",
        "1:10/sa pa/ta van, 2:10//, missing",
    })
    @DisplayName("Places, each told in the units of its time")
    void places(String a, String b, String level) {
        assertThat(compare(Attribute.of("home", Kind.PLACE), List.of(a), List.of(b)))
                .containsExactly(level);
    }

    @Test
    @DisplayName("Places are compared in the finest units in which both are told")
    void finestUnits() {
        assertThat(compare(Attribute.of("home", Kind.PLACE), List.of("1:02//", "2:08//"), List.of("1:08//", "2:08//")))
                .containsExactly("different");
        assertThat(compare(Attribute.of("home", Kind.PLACE), List.of("1:02//", "2:08//"), List.of("2:08//")))
                .containsExactly("same-first-level");
    }

    @ParameterizedTest
    @CsvSource({
        "cccd:001168364892, cccd:001168364892, equal",
        "cccd:001168364892, cccd:001168364829, one-digit-off",
        "cccd:001168364892, cccd:020302859538, different",
        "cccd?:001168364892, cccd:001168364892, equal",
        "cccd:001168364892, cmnd:360989427, missing",
    })
    @DisplayName("Identifiers compare with their own type only")
    void identifiers(String a, String b, String level) {
        assertThat(compare(Attribute.of("identity", Kind.IDENTIFIER), List.of(a), List.of(b)))
                .containsExactly(level);
    }

    @Test
    @DisplayName("Two sound exclusive identifiers more than a slip apart conflict; a doubtful one does not")
    void exclusive() {
        assertThat(conflict("cccd:001168364892", "cccd:020302859538")).isTrue();
        assertThat(conflict("cccd:001168364892", "cccd:001168364829")).isFalse();
        assertThat(conflict("cccd?:001168364892", "cccd:020302859538")).isFalse();
    }

    @Test
    @DisplayName("A given name in the column of the family name is one observation")
    void swappedColumns() {
        MatchModel model = ModelReader.read("""
                attributes:
                  - {name: given, kind: given-name}
                  - {name: family, kind: family-name}
                """);
        assertThat(levels(
                        model,
                        Map.of("given", List.of("green"), "family", List.of("mitchell")),
                        Map.of("given", List.of("mitchell"), "family", List.of("green"))))
                .containsExactly("other-order", "missing");
    }

    private static boolean conflict(String a, String b) {
        MatchModel model = ModelReader.read("attributes: [{name: identity, kind: identifier, exclusive: [cccd]}]");
        RecordEncoder encoder = RecordEncoder.of(model);
        RecordComparator comparator = new RecordComparator(model);
        EncodedRecord left = encoder.encode(MatchRecord.of(1, "a", "p", Map.of("identity", List.of(a))));
        EncodedRecord right = encoder.encode(MatchRecord.of(2, "b", "p", Map.of("identity", List.of(b))));
        ComparisonVector vector = comparator.newVector();
        comparator.compare(left, right, Commonness.NONE, vector);
        return comparator.isConflict(left, right, vector);
    }

    private static String[] compare(Attribute attribute, List<String> a, List<String> b) {
        MatchModel model =
                new MatchModel("test", List.of(attribute), List.of(), 64, List.of(), java.util.Optional.empty());
        String[] levels = levels(model, Map.of(attribute.name(), a), Map.of(attribute.name(), b));
        assertThat(levels(model, Map.of(attribute.name(), b), Map.of(attribute.name(), a)))
                .as("the other way round")
                .containsExactly(levels);
        return levels;
    }

    private static String[] levels(MatchModel model, Map<String, List<String>> a, Map<String, List<String>> b) {
        RecordEncoder encoder = RecordEncoder.of(model);
        RecordComparator comparator = new RecordComparator(model);
        ComparisonVector vector = comparator.newVector();
        comparator.compare(
                encoder.encode(MatchRecord.of(1, "a", "p", a)),
                encoder.encode(MatchRecord.of(2, "b", "p", b)),
                Commonness.NONE,
                vector);
        String[] names = new String[vector.size()];
        Arrays.setAll(names, f -> model.features().get(f).levelName(vector.level(f)));
        return names;
    }
}
