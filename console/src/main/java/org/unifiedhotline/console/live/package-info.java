/**
 * Tells open pages that something changed, by server-sent events: ids and kinds of changes only, and only of people whom
 * the reader may know. One thread of the instance follows the order of changes while somebody listens; each listener has a
 * thread and a bounded queue of its own, so that a slow one holds up nobody. A stream ends with its session or token.
 */
@NullMarked
package org.unifiedhotline.console.live;

import org.jspecify.annotations.NullMarked;
