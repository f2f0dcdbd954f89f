package org.unifiedhotline.searchindex.documents;

/**
 * How an identity number stands in the index: as a keyed hash, by the hub's key, of the number as {@link Digits#identity} writes it. It is
 * found by the whole number and told by nobody who has the index alone.
 */
@FunctionalInterface
public interface IdentityHash {
    /** The keyed hash of a number. */
    String of(String number);
}
