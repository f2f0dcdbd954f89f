/**
 * Who stands near a person without being that person: whom a case names together with it, and who holds the same telephone.
 * Related is not same: nothing here links or merges. Telephones are found by the keys that matching stores of them, so that
 * whoever matching would compare by a telephone is found by it, anonymous callers too.
 */
@NullMarked
package org.unifiedhotline.masterrecords.relations;

import org.jspecify.annotations.NullMarked;
