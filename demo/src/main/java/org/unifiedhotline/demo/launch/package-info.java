/**
 * The demo: {@code mvn -Pdemo} runs {@link org.unifiedhotline.demo.launch.Demo} once everything is built.
 *
 * <p>A guided tour. {@code DemoSettings} reads the environment and names every mistake at once; {@code DemoFolder} holds the
 * data and knows whether it was loaded to the end; {@code DemoServers} brings four servers up side by side; {@code LegacyData}
 * plays the two hotlines' past; {@code Service} runs the service itself as an operator would, from its jar and a configuration
 * file; {@code Running} ends it all in order, whatever the reason.
 */
@NullMarked
package org.unifiedhotline.demo.launch;

import org.jspecify.annotations.NullMarked;
