package org.unifiedhotline.console.masking;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Mask;

/** A property of an answer: its value if the caller reads it plainly, else a mask, or a mask for each of a list. */
final class MaskedPropertyWriter extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    /** What the property holds by its name; null if its value's type decides. */
    private final @Nullable FieldKind named;

    private final transient Supplier<Sight> sight;

    MaskedPropertyWriter(BeanPropertyWriter base, @Nullable FieldKind named, Supplier<Sight> sight) {
        super(base);
        this.named = named;
        this.sight = sight;
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
        Object value = get(bean);
        FieldKind kind = value == null ? null : kind(bean, value, json.getOutputContext());
        if (value == null || kind == null || Holders.areReadBy(sight.get(), kind, json.getOutputContext())) {
            super.serializeAsField(bean, json, provider);
        } else {
            json.writeFieldName(getName());
            writeMasked(kind, value, json);
        }
    }

    private void writeMasked(FieldKind kind, Object value, JsonGenerator json) throws Exception {
        if (!(value instanceof Collection<?> all)) {
            MaskingModule.write(Mask.of(kind, MaskedProperties.written(value)), json);
        } else if (all.isEmpty() || isListed(kind)) {
            json.writeStartArray();
            for (Object one : all) {
                MaskingModule.write(Mask.of(kind, MaskedProperties.written(one)), json);
            }
            json.writeEndArray();
        } else {
            MaskingModule.write(Mask.of(kind), json);
        }
    }

    /** How many telephones somebody has is told; what a case is of is not told by how many words it takes. */
    private static boolean isListed(FieldKind kind) {
        return kind == FieldKind.TELEPHONE || kind == FieldKind.IDENTITY_NUMBER;
    }

    private static @Nullable String nameOf(@Nullable JsonStreamContext at) {
        return at == null ? null : at.getCurrentName();
    }

    private @Nullable FieldKind kind(Object bean, Object value, JsonStreamContext context) {
        if (named != null) {
            return named;
        }
        FieldKind byBean = MaskedProperties.byBean(bean, getName(), nameOf(context.getParent()));
        if (byBean != null) {
            return byBean;
        }
        if (value instanceof Collection<?> all) {
            Iterator<?> first = all.iterator();
            return first.hasNext() ? MaskedProperties.byType(first.next()) : null;
        }
        return MaskedProperties.byType(value);
    }
}
