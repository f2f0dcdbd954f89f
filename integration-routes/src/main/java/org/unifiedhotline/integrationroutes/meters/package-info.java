/** What an operator watches, as metrics. Their labels are ids and codes, few of each; their names stand in {@code config/OPERATIONS.md}. */
@NullMarked
package org.unifiedhotline.integrationroutes.meters;

import org.jspecify.annotations.NullMarked;
