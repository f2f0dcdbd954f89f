/**
 * Telephone lines as they are today and as they were dialled before 2017 (landlines) and 2018 (mobiles); a
 * {@link org.unifiedhotline.demo.people.telephones.Line} is the line itself, whatever number it had.
 */
@NullMarked
package org.unifiedhotline.demo.people.telephones;

import org.jspecify.annotations.NullMarked;
