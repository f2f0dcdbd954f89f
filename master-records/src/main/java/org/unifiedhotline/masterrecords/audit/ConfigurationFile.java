package org.unifiedhotline.masterrecords.audit;

import org.springframework.core.io.Resource;

/**
 * A file that says how the service works: its fingerprint stands in the trail at every start. Whichever room reads such a file makes a bean
 * of this.
 *
 * @param name by which the auditor knows it
 */
public record ConfigurationFile(String name, Resource content) {}
