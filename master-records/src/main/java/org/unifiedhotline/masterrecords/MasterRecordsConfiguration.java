package org.unifiedhotline.masterrecords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.assignment.Stewards;
import org.unifiedhotline.masterrecords.assignment.StewardsReader;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.AuditTrail;
import org.unifiedhotline.masterrecords.audit.ConfigurationFile;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.crosswalk.LookupConnections;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.desk.ExportJobs;
import org.unifiedhotline.masterrecords.desk.LogOuts;
import org.unifiedhotline.masterrecords.desk.RecentPeople;
import org.unifiedhotline.masterrecords.desk.Reveals;
import org.unifiedhotline.masterrecords.desk.SavedSearches;
import org.unifiedhotline.masterrecords.disclosure.HeldBeside;
import org.unifiedhotline.masterrecords.equipment.Equipment;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.events.EventFeed;
import org.unifiedhotline.masterrecords.figures.Figures;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.DeadLetters;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.keys.ExistingAgencies;
import org.unifiedhotline.masterrecords.keys.ExistingCodes;
import org.unifiedhotline.masterrecords.keys.ExistingRows;
import org.unifiedhotline.masterrecords.keys.ExistingTopics;
import org.unifiedhotline.masterrecords.keys.KeyProperties;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.keys.KeystoreCheck;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle;
import org.unifiedhotline.masterrecords.modelchange.ModelWorker;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress;
import org.unifiedhotline.masterrecords.pipeline.CaughtUp;
import org.unifiedhotline.masterrecords.pipeline.PipelineStatus;
import org.unifiedhotline.masterrecords.pipeline.SourceLogs;
import org.unifiedhotline.masterrecords.pipeline.TableShapes;
import org.unifiedhotline.masterrecords.quality.ClericalSamples;
import org.unifiedhotline.masterrecords.quality.Quality;
import org.unifiedhotline.masterrecords.reconciliation.Reconciliations;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.SourceHistory;
import org.unifiedhotline.masterrecords.records.SurvivorshipReader;
import org.unifiedhotline.masterrecords.records.TimeTravel;
import org.unifiedhotline.masterrecords.relations.Relations;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Lookalikes;
import org.unifiedhotline.masterrecords.resolution.Neighbourhoods;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.masterrecords.resolution.Stories;
import org.unifiedhotline.masterrecords.retention.Retention;
import org.unifiedhotline.masterrecords.retention.RetentionRules;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.rights.CorrectionNotes;
import org.unifiedhotline.masterrecords.rights.Erasures;
import org.unifiedhotline.masterrecords.rights.LegalHolds;
import org.unifiedhotline.masterrecords.rights.PersonRequests;
import org.unifiedhotline.masterrecords.rights.TypedTerms;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.masterrecords.stewardship.StewardshipPulse;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;

/** The beans of this room. The database is the service's {@code spring.datasource}; its schema is
 * migrated by Boot's Flyway before the first of them is made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HubProperties.class, KeyProperties.class})
public class MasterRecordsConfiguration {

    /** The keys of the hub; only the demo makes them by itself. */
    @Bean
    Keystore keystore(KeyProperties properties, Environment environment) {
        return properties.open(environment.acceptsProfiles(Profiles.of("demo")));
    }

    /** Boot's Flyway runs it between the scripts. */
    @Bean
    JavaMigration existingRows(Keystore keystore) {
        return new ExistingRows(keystore);
    }

    /** Likewise. */
    @Bean
    JavaMigration existingAgencies(Keystore keystore) {
        return new ExistingAgencies(keystore);
    }

    /** Likewise. */
    @Bean
    JavaMigration existingCodes(Keystore keystore) {
        return new ExistingCodes(keystore);
    }

    /** Likewise. */
    @Bean
    JavaMigration existingTopics(Keystore keystore) {
        return new ExistingTopics(keystore);
    }

    @Bean
    FlywayMigrationStrategy hubVersion() {
        return new HubVersion();
    }

    @Bean
    @DependsOnDatabaseInitialization
    HubDatabase hubDatabase(DataSource dataSource, Keystore keystore) {
        HubDatabase hub = new HubDatabase(dataSource, keystore);
        new KeystoreCheck(hub).require();
        return hub;
    }

    @Bean
    CaptureStates captureStates(HubDatabase hub) {
        return new CaptureStates(hub);
    }

    @Bean
    RowMapping rowMapping(HubProperties properties) {
        return new CanonicalMapper(properties.unknownCodes())::map;
    }

    /** Beside the audit trail's keys; where these are not set nobody is served, and nobody erased. */
    @Bean
    ErasureList erasureList(HubDatabase hub, @Value("${unified-hotline.audit.folder:}") String folder) {
        return folder.isEmpty() ? ErasureList.none(hub) : ErasureList.in(hub, Path.of(folder));
    }

    @Bean
    LegalHolds legalHolds(HubDatabase hub) {
        return new LegalHolds(hub, Clock.systemUTC());
    }

    @Bean
    PersonRequests personRequests(HubDatabase hub) {
        return new PersonRequests(hub, Clock.systemUTC());
    }

    @Bean
    CorrectionNotes correctionNotes(HubDatabase hub) {
        return new CorrectionNotes(hub, Clock.systemUTC());
    }

    @Bean
    Consent consent(MasterRecords masterRecords) {
        return new Consent(masterRecords);
    }

    /** What came back with a backup is erased again before anything is taken in, resolved or served. */
    @Bean
    Erasures erasures(
            HubDatabase hub,
            ErasureList list,
            RowMapping mapping,
            MasterRecords masterRecords,
            LegalHolds holds,
            ObjectProvider<TypedTerms> terms) {
        Erasures erasures = new Erasures(
                hub,
                list,
                mapping,
                masterRecords,
                holds,
                terms.getIfAvailable(() -> TypedTerms.NONE),
                Clock.systemUTC());
        erasures.again();
        return erasures;
    }

    @Bean
    HeldBeside heldBeside(HubDatabase hub, Erasures erasures) {
        return new HeldBeside(hub, erasures);
    }

    @Bean
    @DependsOn("erasures")
    Ingest ingest(HubDatabase hub, RowMapping mapping, CaptureStates captureStates, ErasureList erased) {
        return new Ingest(hub, mapping, captureStates, erased);
    }

    @Bean
    DeadLetters deadLetters(HubDatabase hub, Ingest ingest) {
        return new DeadLetters(hub, ingest);
    }

    @Bean
    MatchModel matchModel(HubProperties properties, ResourceLoader resources) {
        return ModelReader.read(text(resources.getResource(properties.matchModel())));
    }

    @Bean
    Models models(HubDatabase hub) {
        return new Models(hub);
    }

    /** The model of the configuration is made known, and takes effect if it is another, before anybody is resolved. */
    @Bean
    ModelLifecycle modelLifecycle(HubDatabase hub, Models models, MatchModel model) {
        ModelLifecycle lifecycle = new ModelLifecycle(hub, models, Clock.systemUTC());
        lifecycle.configured(model);
        return lifecycle;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOn("modelLifecycle")
    ModelWorker modelWorker(HubDatabase hub, Models models, MatchModel model) {
        return new ModelWorker(hub, model, models, Clock.systemUTC());
    }

    @Bean
    @DependsOn({"modelLifecycle", "erasures"})
    Resolver resolver(HubDatabase hub, MatchModel model, HubProperties properties) {
        return new Resolver(hub, model, properties.resolutionBatch(), properties.firstLoadWait());
    }

    @Bean
    BulkProgress bulkProgress(Resolver resolver) {
        return resolver.progress();
    }

    @Bean
    Evidence evidence(HubDatabase hub, MatchModel model) {
        return new Evidence(hub, model);
    }

    @Bean
    Lookalikes lookalikes(HubDatabase hub, MatchModel model) {
        return new Lookalikes(hub, model);
    }

    @Bean
    Stewards stewards(HubProperties properties, ResourceLoader resources) {
        return StewardsReader.read(text(resources.getResource(properties.stewards())));
    }

    @Bean
    Clearance clearance(HubDatabase hub, Stewards stewards) {
        return new Clearance(hub, stewards);
    }

    @Bean
    ReviewTasks reviewTasks(HubDatabase hub, Evidence evidence, Stewards stewards) {
        return new ReviewTasks(hub, evidence, stewards, Clock.systemUTC());
    }

    @Bean
    Stewardship stewardship(
            HubDatabase hub, MatchModel model, Evidence evidence, ReviewTasks reviewTasks, Erasures erasures) {
        return new Stewardship(hub, new Reclustering(hub, model), evidence, reviewTasks, erasures, Clock.systemUTC());
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("unified-hotline.hub: cannot read " + resource.getDescription(), e);
        }
    }

    /** The rules are checked when this is made. What it takes is put on record where there is a trail. */
    @Bean
    Retention retention(
            HubDatabase hub, HubProperties properties, ResourceLoader resources, ObjectProvider<AuditTrail> trails) {
        return new Retention(
                hub,
                RetentionRules.read(text(resources.getResource(properties.retention()))),
                Clock.systemUTC(),
                gone -> trails.ifAvailable(trail ->
                        trail.record(AuditEvent.ofService(Instant.now(), AuditKind.SERVICE, "retention", gone))));
    }

    @Bean
    ConfigurationFile stewardsFile(HubProperties properties, ResourceLoader resources) {
        return new ConfigurationFile("stewards.yaml", resources.getResource(properties.stewards()));
    }

    @Bean
    ConfigurationFile retentionFile(HubProperties properties, ResourceLoader resources) {
        return new ConfigurationFile("retention.yaml", resources.getResource(properties.retention()));
    }

    @Bean
    ConfigurationFile survivorshipFile(HubProperties properties, ResourceLoader resources) {
        return new ConfigurationFile("survivorship.yaml", resources.getResource(properties.survivorship()));
    }

    @Bean
    ConfigurationFile matchModelFile(HubProperties properties, ResourceLoader resources) {
        return new ConfigurationFile("match model", resources.getResource(properties.matchModel()));
    }

    @Bean
    SourceHistory sourceHistory(HubDatabase hub) {
        return new SourceHistory(hub);
    }

    @Bean
    MasterRecords masterRecords(HubDatabase hub, HubProperties properties, ResourceLoader resources) {
        return new MasterRecords(hub, SurvivorshipReader.read(text(resources.getResource(properties.survivorship()))));
    }

    @Bean
    TimeTravel timeTravel(HubDatabase hub, RowMapping mapping, HubProperties properties, ResourceLoader resources) {
        return new TimeTravel(
                hub, mapping, SurvivorshipReader.read(text(resources.getResource(properties.survivorship()))));
    }

    @Bean
    Stories stories(HubDatabase hub, MatchModel model) {
        return new Stories(hub, model);
    }

    @Bean
    Neighbourhoods neighbourhoods(HubDatabase hub, MatchModel model) {
        return new Neighbourhoods(hub, model);
    }

    @Bean
    Relations relations(HubDatabase hub, MatchModel model) {
        return new Relations(hub, model);
    }

    @Bean
    StewardshipPulse stewardshipPulse(HubDatabase hub) {
        return new StewardshipPulse(hub);
    }

    @Bean
    EventFeed eventFeed(HubDatabase hub) {
        return new EventFeed(hub);
    }

    @Bean
    ClericalSamples clericalSamples(HubDatabase hub, Evidence evidence, Clearance clearance) {
        return new ClericalSamples(hub, evidence, clearance, Clock.systemUTC());
    }

    @Bean
    Quality quality(HubDatabase hub, ClericalSamples samples) {
        return new Quality(hub, samples);
    }

    @Bean
    LookupConnections lookupConnections(DataSource dataSource) {
        return LookupConnections.beside(dataSource);
    }

    @Bean
    Crosswalk crosswalk(HubDatabase hub, LookupConnections lookups) {
        return new Crosswalk(hub, hub.over(lookups.dataSource()));
    }

    @Bean
    Outbox outbox(HubDatabase hub) {
        return new Outbox(hub);
    }

    @Bean
    SavedSearches savedSearches(HubDatabase hub) {
        return new SavedSearches(hub);
    }

    @Bean
    RecentPeople recentPeople(HubDatabase hub) {
        return new RecentPeople(hub);
    }

    @Bean
    ScopedRecords scopedRecords(HubDatabase hub) {
        return new ScopedRecords(hub);
    }

    @Bean
    Reveals reveals(HubDatabase hub) {
        return new Reveals(hub);
    }

    @Bean
    LogOuts logOuts(HubDatabase hub) {
        return new LogOuts(hub);
    }

    @Bean
    ExportJobs exportJobs(HubDatabase hub) {
        return new ExportJobs(hub);
    }

    @Bean
    CaughtUp caughtUp(HubDatabase hub, CaptureStates captureStates) {
        return new CaughtUp(hub, captureStates);
    }

    @Bean
    PipelineStatus pipelineStatus(HubDatabase hub, CaptureStates captureStates) {
        return new PipelineStatus(hub, captureStates);
    }

    @Bean
    TableShapes tableShapes(HubDatabase hub) {
        return new TableShapes(hub);
    }

    @Bean
    SourceLogs sourceLogs(HubDatabase hub) {
        return new SourceLogs(hub);
    }

    @Bean
    Reconciliations reconciliations(HubDatabase hub) {
        return new Reconciliations(hub);
    }

    @Bean
    Figures figures(HubDatabase hub) {
        return new Figures(hub);
    }

    @Bean
    Equipment equipment(HubDatabase hub) {
        return new Equipment(hub);
    }
}
