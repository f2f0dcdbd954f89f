/** The hub's database: one handle for statements and transactions, and the forward migrations of its schema. */
@NullMarked
package org.unifiedhotline.masterrecords.database;

import org.jspecify.annotations.NullMarked;
