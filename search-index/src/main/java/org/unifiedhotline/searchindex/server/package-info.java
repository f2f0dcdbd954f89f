/**
 * The line to Elasticsearch: one client for the room, and one way to say that it does not answer.
 *
 * <p>What Elasticsearch says of an error may repeat a value that was searched or indexed, so its words never travel
 * further than {@link org.unifiedhotline.searchindex.server.SearchServer}: only the status and the kind of error do.
 */
@NullMarked
package org.unifiedhotline.searchindex.server;

import org.jspecify.annotations.NullMarked;
