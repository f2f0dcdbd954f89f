package org.unifiedhotline.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilesTest {

    @Test
    @DisplayName("The model for both hotlines reads, writes and reads again to the same version")
    void roundTrip() throws IOException {
        MatchModel model = ModelReader.read(Files.readString(Path.of("../config/matching/vietnam.yaml")));
        assertThat(model.trained()).isPresent();
        MatchModel again = ModelReader.read(ModelWriter.write(model));
        assertThat(again).isEqualTo(model);
        assertThat(again.version()).isEqualTo(model.version()).matches("[0-9a-f]{16}");
    }

    @Test
    @DisplayName("A model of columns and kinds is enough to begin with")
    void columnsAndKinds() {
        MatchModel model = ModelReader.read("attributes: [{name: surname, kind: family-name, column: Last Name}]");
        assertThat(model.trained()).isEmpty();
        assertThat(model.attributes().getFirst().column()).isEqualTo("Last Name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "attributes: [{name: x, kind: colour}]; model.attributes[0].kind: \"colour\" is no kind",
                "attributes: [{kind: text}]; model.attributes[0]: \"name\" is missing",
                "attributes: []; attributes: a model needs at least one attribute",
                "attributes: [{name: x, kind: text}, {name: x, kind: code}]; attributes: \"x\" stands there twice",
                "attributes: [{name: x, kind: text, colour: red}]; model.attributes[0]: does not know \"colour\"",
                "{attributes: [{name: x, kind: text}], blocking: [{key: [y]}]}; blocking[0]: there is no attribute \"y\"",
                "{attributes: [{name: x, kind: text}], blocking: [{key: [x.year]}]}; blocking[0]: \"year\" is no form of a text",
                "{attributes: [{name: x, kind: text}], rivals: [ghosts]}; model.rivals: \"ghosts\" is no rival",
                "{attributes: [{name: x, kind: text}], common-above: many}; model.common-above: expected a number, got \"many\"",
                "{attributes: [{name: x, kind: text}], known-by: [y]}; known-by: there is no attribute \"y\"",
                "{attributes: [{name: x, kind: text}], trained: {run: {}, weights: {}, frequencies: {}, population: 5, link-above: 0.5, possible-above: 0.1, calibration: {shift: 0, slope: 0}}}; model.trained.calibration: a calibration has a finite shift and a slope above 0",
                "just text; model: expected names and values",
                "'a: [1'; model: is no YAML",
            })
    @DisplayName("A complaint names the place and what was expected")
    void complaints(String yaml, String complaint) {
        assertThatThrownBy(() -> ModelReader.read(yaml))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(complaint);
    }
}
