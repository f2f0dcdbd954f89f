/**
 * The hub as an operator's command sees it: the service's own configuration without its web part, its capture or its resolver,
 * and the records of people with what stewards said of them, as of one moment.
 */
@NullMarked
package org.unifiedhotline.app.hub;

import org.jspecify.annotations.NullMarked;
