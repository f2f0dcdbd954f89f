/**
 * What a person has a right to, over HTTP: erasure and its preview, disclosure of all that is held, restriction of processing, correction
 * notes; and legal holds. What is decided so, and what follows from it, is the business of the master-records room.
 */
@NullMarked
package org.unifiedhotline.console.rights;

import org.jspecify.annotations.NullMarked;
