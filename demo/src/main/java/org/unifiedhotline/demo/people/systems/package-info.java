/**
 * What the two legacy systems hold about the households: {@link org.unifiedhotline.demo.people.systems.StoryTeller} tells
 * what happened to a household, the two desks write it down as rows of their schema, and a
 * {@link org.unifiedhotline.demo.people.systems.Batch} collects rows and the truth about them.
 */
@NullMarked
package org.unifiedhotline.demo.people.systems;

import org.jspecify.annotations.NullMarked;
