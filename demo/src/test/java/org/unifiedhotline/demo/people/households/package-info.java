/** Tests of the sample people. */
@org.jspecify.annotations.NullMarked
package org.unifiedhotline.demo.people.households;
