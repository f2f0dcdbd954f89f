/**
 * From weighed pairs to clusters. What is decided depends on the component of the link graph alone: local re-clustering
 * equals global clustering.
 */
@NullMarked
package org.unifiedhotline.matching.cluster;

import org.jspecify.annotations.NullMarked;
