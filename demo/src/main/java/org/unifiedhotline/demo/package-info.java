/** Embedded real servers and sample people; knows no other room. */
@NullMarked
package org.unifiedhotline.demo;

import org.jspecify.annotations.NullMarked;
