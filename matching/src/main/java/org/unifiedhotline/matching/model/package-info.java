/**
 * The match model: which attributes there are and of what kind, how candidates are found, and — once trained — what each
 * comparison level is worth. A model is a value: immutable, read from and written to one YAML text, and named by the hash
 * of its content.
 */
@NullMarked
package org.unifiedhotline.matching.model;

import org.jspecify.annotations.NullMarked;
