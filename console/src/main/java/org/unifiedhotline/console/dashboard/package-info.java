/**
 * The office's figures over HTTP, and the list behind each number. Inside the office nothing is left out of them; what is
 * exported leaves, and says nothing of fewer than 11 ({@link org.unifiedhotline.masterrecords.figures.Release}).
 */
@NullMarked
package org.unifiedhotline.console.dashboard;

import org.jspecify.annotations.NullMarked;
