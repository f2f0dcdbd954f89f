package org.unifiedhotline.console.people;

import java.time.Instant;
import java.util.List;
import org.unifiedhotline.masterrecords.desk.Reveals.Reveal;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/**
 * What is revealed of a person to the reader just now.
 *
 * @param fields kinds of fields that are read plainly besides those of the reader's role
 * @param breakGlass whether the person is shown although outside the reader's scope or clearance
 * @param until when that ends
 */
record RevealedView(List<FieldKind> fields, boolean breakGlass, Instant until) {
    static RevealedView of(Reveal reveal) {
        return new RevealedView(reveal.fields().stream().sorted().toList(), reveal.breakGlass(), reveal.until());
    }
}
