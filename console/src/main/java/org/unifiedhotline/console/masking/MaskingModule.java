package org.unifiedhotline.console.masking;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.unifiedhotline.masterrecords.scope.Mask;

/** Makes Jackson ask, for every property that it writes, whether the caller reads it plainly. */
final class MaskingModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Sight> sight;

    MaskingModule(Supplier<Sight> sight) {
        super("masking");
        this.sight = sight;
        addSerializer(Mask.class, new MaskAsObject());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addBeanSerializerModifier(new Properties(sight));
    }

    private static final class Properties extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<Sight> sight;

        private Properties(Supplier<Sight> sight) {
            this.sight = sight;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property -> MaskedProperties.mayHold(bean, property)
                    ? new MaskedPropertyWriter(property, MaskedProperties.byName(bean, property), sight)
                    : property);
            return properties;
        }
    }

    /** Writes a mask; no more than that, for an answer begins with its first flush, and is to be on record by then. */
    static void write(Mask mask, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("masked", true);
        json.writeStringField("kind", mask.kind().name());
        json.writeStringField("hint", mask.hint());
        json.writeEndObject();
    }

    private static final class MaskAsObject extends JsonSerializer<Mask> {
        @Override
        public void serialize(Mask mask, JsonGenerator json, SerializerProvider provider) throws IOException {
            write(mask, json);
        }
    }
}
