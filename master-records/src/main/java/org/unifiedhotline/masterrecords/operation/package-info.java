/**
 * What an operator watches, in figures that hold ids and codes only: what waits, how long, and for whom. {@code RecentLook} keeps
 * an answer for some seconds, so that whoever watches costs the hub the same however often they look, and waits for nobody who is away.
 */
@NullMarked
package org.unifiedhotline.masterrecords.operation;

import org.jspecify.annotations.NullMarked;
