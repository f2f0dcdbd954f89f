/**
 * How {@code java -jar app.jar} begins. The jar is Spring Boot's, whose loader reads every class out of jars within the jar; for
 * {@code link}, which needs few of them and is over in seconds, that start and the optimizing compiler would be a good part of the
 * whole. So the jar holds the classes of {@code link} flat, too (folder {@code link}), {@link Start} goes there without Spring
 * Boot's loader, and {@link Relaunch} takes the quick compiler for small tables.
 */
@NullMarked
package org.unifiedhotline.app.launch;

import org.jspecify.annotations.NullMarked;
