package org.unifiedhotline.console.stewardship;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.masterrecords.quality.Quality;
import org.unifiedhotline.masterrecords.quality.QualityReport;

/** Answers how well the hub's people are kept: counts and accounts only, nothing of people. */
@RestController
class QualityController {
    private final Quality quality;

    QualityController(Quality quality) {
        this.quality = quality;
    }

    @GetMapping("/api/v1/quality")
    QualityReport measure() {
        return quality.measure();
    }
}
