/**
 * The match models that the hub knows: every one that was ever in force or stands for it, each with its file.
 *
 * <p>{@link org.unifiedhotline.masterrecords.models.Models} is asked by resolution for the model of a version. How a model
 * comes into force, and what follows, is the matter of the package {@code modelchange}.
 */
@NullMarked
package org.unifiedhotline.masterrecords.models;

import org.jspecify.annotations.NullMarked;
