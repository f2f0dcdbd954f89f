@org.jspecify.annotations.NullMarked
package org.unifiedhotline.app.deployment;
