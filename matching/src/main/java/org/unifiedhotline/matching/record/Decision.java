package org.unifiedhotline.matching.record;

/** What the engine says of a pair, going by the model's own probabilities. */
public enum Decision {
    LINK,
    POSSIBLE_LINK,
    NON_LINK
}
