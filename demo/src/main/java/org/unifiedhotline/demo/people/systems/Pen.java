package org.unifiedhotline.demo.people.systems;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.demo.people.chance.Chance;

/** What is needed to write down the stories of one household. */
record Pen(Batch batch, Ids ids, Times times, Chance chance) {

    /** The word if it happens with the probability, or {@code null}. */
    @Nullable
    String sometimes(double probability, String word) {
        return chance.happens(probability) ? word : null;
    }
}
