/**
 * Where people live: one {@link org.unifiedhotline.demo.people.places.Place} is a commune as it was before 1 July 2025
 * together with the commune that it became; {@link org.unifiedhotline.demo.people.places.Places} draws them.
 */
@NullMarked
package org.unifiedhotline.demo.people.places;

import org.jspecify.annotations.NullMarked;
