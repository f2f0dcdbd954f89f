/**
 * The routes: what flows from where to where, a route a screen.
 *
 * <p>{@code ingest-switchboard} and {@code ingest-hotline} carry changes from the sources' logs into the hub; {@code resolve}
 * lets the hub work out who is who; {@code publish} carries what came of it to the search index; {@code retry-dead-letters}
 * tries again what could not be processed; {@code watch-source-logs} looks how much of their logs
 * the sources keep for the service; {@code reconcile} compares sources, hub and index when the schedule says so. What happens when a part is away stands once, in
 * {@link org.unifiedhotline.integrationroutes.routes.ErrorPolicy}.
 */
@NullMarked
package org.unifiedhotline.integrationroutes.routes;

import org.jspecify.annotations.NullMarked;
