package org.unifiedhotline.matching.explanation;

/** The languages of explanations. */
public enum Language {
    VIETNAMESE,
    ENGLISH
}
