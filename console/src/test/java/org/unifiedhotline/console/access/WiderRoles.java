package org.unifiedhotline.console.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.desk.Reveals;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.rights.Consent;

/** What callers may know by another table than the delivered one, of the people of a running service. */
public final class WiderRoles {
    private final ApplicationContext service;
    private final RolesTable table;

    /** The delivered table, in which a text was exchanged for another. */
    public WiderRoles(ApplicationContext service, String delivered, String other) {
        this.service = service;
        String yaml = yaml();
        if (!yaml.contains(delivered)) {
            throw new IllegalArgumentException("the delivered table has no " + delivered);
        }
        this.table = RolesFile.read(
                new ByteArrayResource(yaml.replace(delivered, other).getBytes(StandardCharsets.UTF_8)));
    }

    public CallerScope scope() {
        return new CallerScope(
                table,
                service.getBean(Clearance.class),
                service.getBean(Reveals.class),
                service.getBean(MasterRecords.class));
    }

    public ConsentedScope consented() {
        return new ConsentedScope(scope(), service.getBean(Consent.class));
    }

    private static String yaml() {
        try (InputStream yaml = Objects.requireNonNull(
                WiderRoles.class.getResourceAsStream("/org/unifiedhotline/console/roles.yaml"))) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
