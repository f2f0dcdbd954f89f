/** Tests of the demo, run as Maven runs it, with a stand-in for the service. */
@org.jspecify.annotations.NullMarked
package org.unifiedhotline.demo.launch;
