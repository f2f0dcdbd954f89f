package org.unifiedhotline.console.masking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.unifiedhotline.masterrecords.scope.FieldKind;

/** Says of a component of an answer, a text or a list of texts, what kind of field it holds. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Masks {
    /** The kind. */
    FieldKind value();
}
