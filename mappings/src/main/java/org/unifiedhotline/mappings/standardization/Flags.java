package org.unifiedhotline.mappings.standardization;

import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.mappings.canonical.Flag;

/** Collects the flags of one record while it is mapped; each is kept once. Used by one thread. */
public final class Flags {
    private final List<Flag> flags = new ArrayList<>(4);

    /** Adds a flag; {@code mappings/README.md} lists the codes. */
    public void add(String field, String code) {
        Flag flag = new Flag(field, code);
        if (!flags.contains(flag)) {
            flags.add(flag);
        }
    }

    /** The flags so far. The list grows with later flags: canonical records copy it when they are made. */
    public List<Flag> live() {
        return flags;
    }
}
