package org.unifiedhotline.console.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;

@DisplayName("What the engine weighed of a person")
class MaskedPropertiesTest {
    @ParameterizedTest
    @CsvSource({
        "telephone,TELEPHONE",
        "identity,IDENTITY_NUMBER",
        "certificate,IDENTITY_NUMBER",
        "home.second,ADDRESS",
        "ethnic_group,ETHNICITY",
        "health_insurance,NOTES",
        "school.name,NOTES",
        "Name,NOTES",
        "'',NOTES"
    })
    @DisplayName("is masked by the words of the match model, and as notes where nobody has looked at the word")
    void masked(String part, FieldKind kind) {
        assertThat(MaskedProperties.weighed(part)).isEqualTo(kind);
    }

    @Test
    @DisplayName("is told plainly of names, births and sex")
    void plain() {
        assertThat(List.of("name.given", "birth", "sex", "mother"))
                .allSatisfy(part -> assertThat(MaskedProperties.weighed(part)).isNull());
    }

    @Test
    @DisplayName("has been looked at, word by word, in the models that are shipped")
    void shipped() throws IOException {
        for (String file : List.of("vietnam.yaml", "vietnam-untrained.yaml")) {
            MatchModel model = ModelReader.read(Files.readString(Path.of("..", "config", "matching", file)));
            assertThat(model.attributes())
                    .isNotEmpty()
                    .allSatisfy(attribute -> assertThat(MaskedProperties.weighed(attribute.name()))
                            .as(attribute.name())
                            .isNotEqualTo(FieldKind.NOTES));
        }
    }
}
