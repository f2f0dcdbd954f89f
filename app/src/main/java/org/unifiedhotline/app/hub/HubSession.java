package org.unifiedhotline.app.hub;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.integrationroutes.capture.CaptureSettings;
import org.unifiedhotline.integrationroutes.capture.HubAddress;
import org.unifiedhotline.integrationroutes.reconciliation.ReconciliationProperties;
import org.unifiedhotline.integrationroutes.routes.SourcesProperties;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.HubProperties;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.audit.AuditProperties;
import org.unifiedhotline.masterrecords.audit.CommandTrail;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.keys.KeyProperties;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.SurvivorshipReader;
import org.unifiedhotline.masterrecords.records.SurvivorshipRules;
import org.unifiedhotline.masterrecords.resolution.ResolutionInput;
import org.unifiedhotline.masterrecords.retention.RetentionRules;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.model.ModelReader;
import org.unifiedhotline.searchindex.SearchIndexProperties;

/**
 * The service's configuration and its hub, for one command. Settings are found as the service finds them (the jar's own
 * {@code application.yaml}, {@code ./config}, the environment, the command line); for a running demo, its
 * {@code service.properties} stands above the files.
 */
public final class HubSession implements AutoCloseable {
    private static final String DEMO_SETTINGS = "service.properties";

    private final ConfigurableApplicationContext context;
    private final HubDatabase hub;
    private final HubAddress address;

    private HubSession(ConfigurableApplicationContext context, boolean makeKeys) {
        this.context = context;
        DataSourceProperties properties = context.getBean(DataSourceProperties.class);
        KeyProperties keys = context.getBean(KeyProperties.class);
        this.hub = new HubDatabase(
                new DriverManagerDataSource(
                        properties.determineUrl(), properties.determineUsername(), properties.determinePassword()),
                keys.folder() == null ? null : keys.open(makeKeys));
        this.address = new HubAddress(
                properties.determineUrl(), properties.determineUsername(), properties.determinePassword());
    }

    /** Only the settings: no bean of the service is made. */
    @EnableConfigurationProperties({
        DataSourceProperties.class,
        HubProperties.class,
        KeyProperties.class,
        SearchIndexProperties.class,
        AuditProperties.class,
        SourcesProperties.class,
        ReconciliationProperties.class
    })
    static final class Settings {}

    /**
     * Reads the settings; nothing is connected yet.
     *
     * @throws BadInputException if the demo's folder holds no settings, or a setting is wrong
     */
    public static HubSession open(CommandOptions options) throws BadInputException {
        return open(options, false);
    }

    /**
     * The same.
     *
     * @param makeKeys whether to make keys that are missing
     */
    public static HubSession open(CommandOptions options, boolean makeKeys) throws BadInputException {
        List<String> arguments = new ArrayList<>(options.settings());
        if (options.demo().isPresent()) {
            Path settings = options.demo().get().resolve(DEMO_SETTINGS).toAbsolutePath();
            if (!Files.isReadable(settings)) {
                throw new BadInputException("--demo: " + settings + " cannot be read: is that the DEMO_DIR of a demo?");
            }
            arguments.add("--spring.config.additional-location=file:" + settings);
        }
        arguments.add("--logging.level.root=error");
        try {
            return new HubSession(
                    new SpringApplicationBuilder(Settings.class)
                            .web(WebApplicationType.NONE)
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .registerShutdownHook(false)
                            .run(arguments.toArray(String[]::new)),
                    makeKeys);
        } catch (RuntimeException e) {
            throw new BadInputException("the configuration cannot be used: " + rootMessage(e));
        }
    }

    private static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** What turns a row into a canonical record, as the service is configured to. */
    public RowMapping rowMapping() {
        return new CanonicalMapper(context.getBean(HubProperties.class).unknownCodes())::map;
    }

    /** The hub's database. */
    public HubDatabase hub() {
        return hub;
    }

    /**
     * The match model that the hub is resolved by, or, before anybody is, the configured one.
     *
     * @throws BadInputException if the hub cannot be read, or the configured model is wrong
     */
    public MatchModel modelInForce() throws BadInputException, IOException {
        MatchModel configured = model();
        try {
            Models models = new Models(hub);
            ModelLifecycle lifecycle = new ModelLifecycle(hub, models, Clock.systemUTC());
            return hub.read(() -> lifecycle.inForce().flatMap(models::model)).orElse(configured);
        } catch (TransactionException e) {
            throw new BadInputException("the hub cannot be reached: " + rootMessage(e));
        } catch (DataAccessException e) {
            throw new BadInputException(
                    "the hub cannot be read (did the service ever start on it?): " + rootMessage(e));
        }
    }

    /**
     * Where the audit trail's keys and heads are.
     *
     * @throws BadInputException if the configuration does not say
     */
    public Path auditFolder() throws BadInputException {
        try {
            return context.getBean(AuditProperties.class).requiredFolder();
        } catch (IllegalStateException missing) {
            throw new BadInputException(String.valueOf(missing.getMessage()));
        }
    }

    /** Whether the configuration says where the audit trail's keys and heads are. */
    public boolean hasAuditFolder() {
        return context.getBean(AuditProperties.class).folder() != null;
    }

    /**
     * Puts on record what the command is about to read or change, as {@code roles.yaml} does for calls.
     *
     * @param command its name and options, by the words of the program
     * @param asked what it was asked for; kept sealed
     * @throws BadInputException if the trail does not take it: then the command does nothing
     */
    public void putOnRecord(AuditKind kind, String command, Map<String, String> asked, PrintStream err)
            throws BadInputException {
        putOnRecord(kind, command, asked, List.of(), err);
    }

    /**
     * The same of a command that tells of people.
     *
     * @param about the keys of records whose people it tells of; of what is no record of the hub nobody is
     */
    public void putOnRecord(
            AuditKind kind, String command, Map<String, String> asked, Collection<String> about, PrintStream err)
            throws BadInputException {
        Path folder = context.getBean(AuditProperties.class).folder();
        if (folder == null) {
            err.println("not put on record: unified-hotline.audit.folder is not set");
            return;
        }
        MasterRecords records = new MasterRecords(hub, survivorship());
        try {
            Set<MasterId> people = records.peopleOf(
                    about.stream().flatMap(HubSession::record).distinct().toList());
            new CommandTrail(hub, folder).record(kind, command, people, asked);
        } catch (RuntimeException e) {
            throw new BadInputException("the audit trail does not take what this command does, so it does nothing: "
                    + (e instanceof DataAccessException ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private static Stream<Long> record(String key) {
        String[] parts = key.split("/", 3);
        try {
            return parts.length == 3
                    ? Stream.of(SourceRecordId.of(SourceRecordKey.of(SourceSystem.of(parts[0]), parts[1], parts[2])))
                    : Stream.empty();
        } catch (IllegalArgumentException noRecord) {
            return Stream.empty();
        }
    }

    /**
     * Which records were erased: what a comparison is not to bring back.
     *
     * @throws BadInputException if people were, and the list outside the hub is not to be had
     */
    public ErasureList erasureList() throws BadInputException {
        Path folder = context.getBean(AuditProperties.class).folder();
        try {
            return folder == null ? ErasureList.none(hub) : ErasureList.in(hub, folder);
        } catch (IllegalStateException missing) {
            throw new BadInputException(String.valueOf(missing.getMessage()));
        }
    }

    /**
     * How long what is kept for work is kept.
     *
     * @throws BadInputException naming all that is wrong with the rules
     */
    public RetentionRules retention() throws BadInputException {
        String place = context.getBean(HubProperties.class).retention();
        try {
            return RetentionRules.read(context.getResource(place).getContentAsString(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException wrong) {
            throw new BadInputException(place + ": " + wrong.getMessage());
        } catch (IOException e) {
            throw new BadInputException(place + " cannot be read");
        }
    }

    /** The match model that the configuration names. */
    public MatchModel model() throws BadInputException, IOException {
        String place = context.getBean(HubProperties.class).matchModel();
        try {
            return ModelReader.read(context.getResource(place).getContentAsString(StandardCharsets.UTF_8));
        } catch (ModelException e) {
            throw new BadInputException(place + ": " + e.getMessage());
        }
    }

    /** Where the hub's database is, for sessions of one's own. */
    public HubAddress address() {
        return address;
    }

    /**
     * The legacy databases that are captured.
     *
     * @throws BadInputException if a setting is wrong, naming all that are
     */
    public Map<SourceSystem, CaptureSettings> sources() throws BadInputException {
        try {
            return context.getBean(SourcesProperties.class).settings();
        } catch (IllegalArgumentException wrong) {
            throw new BadInputException(String.valueOf(wrong.getMessage()));
        }
    }

    /** How sources, hub and index are compared. */
    public ReconciliationProperties reconciliation() {
        return context.getBean(ReconciliationProperties.class);
    }

    /** Where the search index is. */
    public SearchIndexProperties searchIndex() {
        return context.getBean(SearchIndexProperties.class);
    }

    /** The rules that the configuration names, by which a master record is made of its members. */
    public SurvivorshipRules survivorship() throws BadInputException {
        String place = context.getBean(HubProperties.class).survivorship();
        try {
            return SurvivorshipReader.read(context.getResource(place).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException(place + ": " + rootMessage(e));
        }
    }

    /**
     * The people that the hub holds, and what stewards said of them, as of one moment.
     *
     * @throws BadInputException if the hub cannot be reached, has no tables yet, or holds nobody
     */
    public ResolutionInput people() throws BadInputException {
        ResolutionInput people;
        try {
            people = hub.read(() -> ResolutionInput.of(hub));
        } catch (TransactionException e) {
            throw new BadInputException("the hub cannot be reached: " + rootMessage(e));
        } catch (DataAccessException e) {
            throw new BadInputException(
                    "the hub cannot be read (did the service ever start on it?): " + rootMessage(e));
        }
        if (people.records().isEmpty()) {
            throw new BadInputException("the hub holds no records of people yet");
        }
        return people;
    }

    @Override
    public void close() {
        context.close();
    }
}
