package org.unifiedhotline.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.unifiedhotline.console.audit.Disclosures;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterId;

/** Writes identifiers as the API has them: ids as text, source records as source, table and local id. */
final class IdentifiersModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    IdentifiersModule() {
        super("identifiers");
        addSerializer(MasterId.class, new MasterIdOnRecord());
        addSerializer(LinkKind.class, text(LinkKind::code));
        addSerializer(SourceSystem.class, text(SourceSystem::code));
        addSerializer(SourceRecordKey.class, new SourceRecordKeyAsObject());
    }

    private static <T> JsonSerializer<T> text(java.util.function.Function<T, String> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(form.apply(value));
            }
        };
    }

    /** Whose id is in an answer is on record with it: no controller can forget to say so. */
    private static final class MasterIdOnRecord extends JsonSerializer<MasterId> {
        @Override
        public void serialize(MasterId id, JsonGenerator json, SerializerProvider provider) throws IOException {
            Disclosures.noticed(id);
            json.writeString(id.toString());
        }
    }

    private static final class SourceRecordKeyAsObject extends JsonSerializer<SourceRecordKey> {
        @Override
        public void serialize(SourceRecordKey key, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("source", key.system().code());
            json.writeStringField("table", key.table().name());
            json.writeStringField("localId", key.localId());
            json.writeEndObject();
        }
    }
}
