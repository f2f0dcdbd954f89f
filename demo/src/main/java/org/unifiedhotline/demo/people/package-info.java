/**
 * Sample people, and what the two legacy systems hold about them.
 *
 * <p>A {@link org.unifiedhotline.demo.people.SampleWorld} is a seed and a size. {@link
 * org.unifiedhotline.demo.people.SampleData} makes its households one by one ({@code households}, with {@code names},
 * {@code places} and {@code telephones}), has their stories told ({@code systems}) by clerks who spell as badly as real ones
 * ({@code spelling}), and sends the rows to databases or files ({@code sinks}). {@code traffic} goes on writing while a demo
 * runs. All decisions come from {@code chance}: the same seed makes the same world.
 */
@NullMarked
package org.unifiedhotline.demo.people;

import org.jspecify.annotations.NullMarked;
