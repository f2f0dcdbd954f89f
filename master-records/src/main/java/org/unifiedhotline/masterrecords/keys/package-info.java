/**
 * What is encrypted in the hub, and by which keys. {@code Keystore} is the folder of keys outside the database: versions of the
 * key-encryption key, the key of keyed hashes, and the tree of secrets ({@code KeyTree}) of which one leaf is part of every record's
 * key, so that it can be destroyed for good. {@code RecordKeys} is the table of wrapped data keys, one a source record;
 * {@code DataKey} seals and opens texts, each bound to its {@code Place}; {@code SealedTexts} seals what people typed about
 * several records at once, or about none. {@code KeyRotation} wraps all data keys by a newer key-encryption key.
 */
@NullMarked
package org.unifiedhotline.masterrecords.keys;

import org.jspecify.annotations.NullMarked;
