package org.unifiedhotline.matching.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How candidates are found: records that agree on all parts of the key. A key that too many hold is refined by the first
 * further part, then the next.
 *
 * @param key the parts of level 0
 * @param refine the parts that each further level adds
 */
public record BlockingRule(List<KeyPart> key, List<KeyPart> refine) {
    public BlockingRule {
        key = List.copyOf(key);
        refine = List.copyOf(refine);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a blocking rule needs at least one key part");
        }
    }

    /** Of texts such as {@code name.given}. */
    public static BlockingRule of(List<String> key, List<String> refine) {
        return new BlockingRule(
                key.stream().map(KeyPart::parse).toList(),
                refine.stream().map(KeyPart::parse).toList());
    }

    @Override
    public String toString() {
        String first = key.stream().map(KeyPart::toString).collect(Collectors.joining(" + "));
        return refine.isEmpty()
                ? first
                : first + " > " + refine.stream().map(KeyPart::toString).collect(Collectors.joining(" > "));
    }
}
