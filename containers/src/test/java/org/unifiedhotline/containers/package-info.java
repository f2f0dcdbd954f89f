@org.jspecify.annotations.NullMarked
package org.unifiedhotline.containers;
