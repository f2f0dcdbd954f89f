/**
 * What the legacy applications go on writing while a demo or a benchmark runs: {@link
 * org.unifiedhotline.demo.people.traffic.LiveTraffic}.
 */
@NullMarked
package org.unifiedhotline.demo.people.traffic;

import org.jspecify.annotations.NullMarked;
