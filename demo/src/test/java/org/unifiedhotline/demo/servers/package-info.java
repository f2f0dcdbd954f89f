/** Tests of the embedded servers, against the servers themselves. */
@org.jspecify.annotations.NullMarked
package org.unifiedhotline.demo.servers;
