/**
 * What people are called: {@link org.unifiedhotline.demo.people.names.NameGiver} gives true names by ethnic group, sex,
 * generation and region; how they get written down wrongly is the business of the package {@code spelling}.
 */
@NullMarked
package org.unifiedhotline.demo.people.names;

import org.jspecify.annotations.NullMarked;
