package org.unifiedhotline.console.models;

import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.access.CallerScope;
import org.unifiedhotline.console.problems.ProblemException;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle;
import org.unifiedhotline.matching.explanation.Explanation;
import org.unifiedhotline.matching.explanation.Language;
import org.unifiedhotline.matching.model.ModelReader;

/** Tells what a model weighs, and the words for what it names. */
@RestController
class WeightsController {
    private final ModelLifecycle models;
    private final CallerScope scope;

    WeightsController(ModelLifecycle models, CallerScope scope) {
        this.models = models;
        this.scope = scope;
    }

    /** What the names of parts, levels and reasons mean, by name. */
    record Words(Map<String, String> vietnamese, Map<String, String> english) {}

    @GetMapping("/api/v1/models/words")
    Words words() {
        return new Words(Explanation.words(Language.VIETNAMESE), Explanation.words(Language.ENGLISH));
    }

    @GetMapping("/api/v1/models/{version}/weights")
    WeightsView weights(Authentication login, @PathVariable String version) {
        scope.requireEverySource(login);
        return models.file(version)
                .map(ModelReader::read)
                .map(WeightsView::of)
                .orElseThrow(() -> ProblemException.unknown("There is no model of this version."));
    }
}
