package org.unifiedhotline.console.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.AuditSearch.Shown;

/** An entry as a line of ArcSight's Common Event Format (version 0), which security monitoring reads. */
final class CommonEventFormat {
    private CommonEventFormat() {}

    static String line(Shown entry) {
        Map<String, String> extension = new LinkedHashMap<>();
        extension.put("rt", String.valueOf(entry.at().toEpochMilli()));
        extension.put("externalId", String.valueOf(entry.sequence()));
        put(extension, "suser", entry.account());
        put(extension, "src", entry.address());
        extension.put("request", entry.call());
        extension.put("outcome", entry.refused() ? "refused" : "allowed");
        extension.put("cn1Label", "status");
        extension.put("cn1", String.valueOf(entry.status()));
        if (!entry.masters().isEmpty()) {
            extension.put("cs1Label", "masterIds");
            extension.put("cs1", entry.masters().stream().map(Object::toString).collect(Collectors.joining(" ")));
        }
        if (entry.details() != null && !entry.details().isEmpty()) {
            extension.put("msg", String.valueOf(entry.details()));
        }
        return "CEF:0|Department of Children|Unified Hotline Records|1|" + entry.kind() + "|" + inHeader(entry.call())
                + "|"
                + severity(entry) + "|"
                + extension.entrySet().stream()
                        .map(field -> field.getKey() + "=" + inExtension(field.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static void put(
            Map<String, String> extension, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            extension.put(name, value);
        }
    }

    /** 0 to 10, as the format has it. */
    private static int severity(Shown entry) {
        if (entry.kind() == AuditKind.ALERT) {
            return 8;
        }
        return entry.refused() || entry.kind() == AuditKind.REVEAL ? 6 : 3;
    }

    private static String inHeader(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
    }

    private static String inExtension(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\=").replaceAll("\\R", "\\\\n");
    }
}
