package org.unifiedhotline.searchindex.queries;

/**
 * A piece of the typed text and what it was read as.
 *
 * @param written as typed
 * @param start where it begins in the text
 */
record Piece(String written, int start, Reading reading) {}
