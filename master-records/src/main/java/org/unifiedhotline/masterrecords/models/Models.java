package org.unifiedhotline.masterrecords.models;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.models.ModelVersion.Learned;
import org.unifiedhotline.masterrecords.models.ModelVersion.Origin;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.matching.model.ModelWriter;

/** The table {@code model_version}. A version never changes and never goes. */
public final class Models {
    private static final String COLUMNS =
            "version, name, origin, author, reason, created_at, records, labels, seed, report";

    private final HubDatabase hub;
    private final SealedTexts texts;
    private final Map<String, MatchModel> read = new ConcurrentHashMap<>();

    public Models(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /**
     * Makes a model known; whoever brought the same model first stays its author.
     *
     * @param learned null unless it was learned from this hub
     * @return whether it was not known
     */
    public boolean register(
            MatchModel model, Origin origin, String author, String reason, @Nullable Learned learned, Instant now) {
        return hub.sql()
                        .sql("""
                                INSERT INTO model_version (version, name, file, origin, author, reason, created_at,
                                                           records, labels, seed, report)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (version) DO NOTHING
                                """)
                        .param(model.version())
                        .param(model.name())
                        .param(ModelWriter.write(model))
                        .param(origin.name())
                        .param(author)
                        .param(texts.seal(reasonOf(model.version()), reason))
                        .param(Columns.parameter(now))
                        .param(learned == null ? null : learned.records())
                        .param(learned == null ? null : learned.labels())
                        .param(learned == null ? null : learned.seed())
                        .param(learned == null ? null : learned.report().toArray(String[]::new))
                        .update()
                == 1;
    }

    /** All versions, the latest first. */
    public List<ModelVersion> all() {
        return hub.sql()
                .sql("SELECT " + COLUMNS + " FROM model_version ORDER BY created_at DESC, version")
                .query((row, number) -> version(row))
                .list();
    }

    public Optional<ModelVersion> find(String version) {
        return hub.sql()
                .sql("SELECT " + COLUMNS + " FROM model_version WHERE version = ?")
                .param(version)
                .query((row, number) -> version(row))
                .optional();
    }

    /** The model file of a version. */
    public Optional<String> file(String version) {
        return hub.sql()
                .sql("SELECT file FROM model_version WHERE version = ?")
                .param(version)
                .query(String.class)
                .optional();
    }

    /** The model of a version, read once. */
    public Optional<MatchModel> model(String version) {
        MatchModel known = read.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<MatchModel> found = file(version).map(ModelReader::read);
        found.ifPresent(model -> read.put(version, model));
        return found;
    }

    private Place reasonOf(String version) {
        return Place.of("model_version.reason", hub.keys().hashes().of(version));
    }

    private ModelVersion version(ResultSet row) throws SQLException {
        Array report = row.getArray("report");
        return new ModelVersion(
                row.getString("version"),
                row.getString("name"),
                Origin.valueOf(row.getString("origin")),
                row.getString("author"),
                texts.text(reasonOf(row.getString("version")), row.getBytes("reason")),
                Columns.instant(row, "created_at"),
                report == null
                        ? null
                        : new Learned(
                                row.getLong("records"), row.getLong("labels"), row.getLong("seed"), List.of((String[])
                                        report.getArray())));
    }
}
