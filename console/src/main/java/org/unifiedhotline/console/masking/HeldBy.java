package org.unifiedhotline.console.masking;

import java.util.Set;
import org.unifiedhotline.masterrecords.scope.Label;

/** A part of an answer that says itself which records hold what stands in it. */
public interface HeldBy {
    /** Their labels: what one of them lets be read plainly is read so. None: what is read plainly everywhere. */
    Set<Label> heldBy();
}
