/**
 * Linking large tables of people, against Duke, the fastest open engine on the JVM: {@code GenerateTable} writes a table
 * with its truth, {@code CompareWithDuke} lets both link it, each in a process of its own, and prints time, memory, recall
 * of the candidates and F1 side by side.
 */
@NullMarked
package org.unifiedhotline.bench.scale;

import org.jspecify.annotations.NullMarked;
