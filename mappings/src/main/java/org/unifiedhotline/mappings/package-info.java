/**
 * From legacy rows to canonical records. {@link org.unifiedhotline.mappings.CanonicalMapper} is the way in.
 *
 * <p>The tour: {@code source} holds what capture hands on; {@code reading} turns columns into typed values;
 * {@code switchboard} and {@code hotline} hold a row type and a mapper for each table; {@code standardization} makes
 * names, telephones, births, identity numbers and places comparable; {@code canonical} is what comes out.
 */
@NullMarked
package org.unifiedhotline.mappings;

import org.jspecify.annotations.NullMarked;
