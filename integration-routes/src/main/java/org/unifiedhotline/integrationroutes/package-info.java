/** Camel routes: capture, ingest, publish, dead letters, housekeeping. */
@NullMarked
package org.unifiedhotline.integrationroutes;

import org.jspecify.annotations.NullMarked;
