package org.unifiedhotline.app.explain;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.app.command.CommandOptions;
import org.unifiedhotline.app.command.ShownProgress;
import org.unifiedhotline.app.hub.HubSession;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.resolution.ResolutionInput;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.evaluation.Evaluator;
import org.unifiedhotline.matching.evaluation.Reclustering;
import org.unifiedhotline.matching.explanation.ClusterExplanation;
import org.unifiedhotline.matching.explanation.Explanation;
import org.unifiedhotline.matching.explanation.Language;
import org.unifiedhotline.matching.record.ClusterHistory;
import org.unifiedhotline.matching.record.MatchWeight;

/** {@code explain}: how a record's cluster came together, and why two records are one person or not. */
public final class ExplainCommand implements Command {
    private static final String USAGE = """
            Usage: java -jar app.jar explain [--demo=DIR] [--with-values] [--language en|vi] SOURCE/TABLE/ID [SOURCE/TABLE/ID]
            With one record tells how its cluster came together and what holds other records apart from it; with two, what their
            match weight is made of and why they are one person or not. Resolves in memory what the hub holds; writes nothing.
              --demo         the DEMO_DIR of a running demo
              --with-values  tells what the records hold (personal data!); else ids, figures and words only
              --language     en (if not given) or vi
            Exit code 0: the two are one person, or one record was asked about; 1: they are two; 2: could not run.""";

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "tells why records of the hub are one person, or are not";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int work(List<String> arguments, PrintStream out, PrintStream err) throws BadInputException, IOException {
        CommandOptions options = CommandOptions.parse(arguments, Set.of("--language"), Set.of("--with-values"));
        List<String> keys = options.words();
        if (keys.isEmpty()
                || keys.size() > 2
                || (keys.size() == 2 && keys.getFirst().equals(keys.getLast()))) {
            throw new BadInputException("expected one record, or two, such as switchboard/tre_em/15");
        }
        return explain(options, keys, new Told(options.language(), options.has("--with-values"), out), err);
    }

    private static int explain(CommandOptions options, List<String> keys, Told told, PrintStream err)
            throws BadInputException, IOException {
        ShownProgress progress = new ShownProgress(err);
        ResolutionInput people;
        MatchEngine engine;
        try (HubSession hub = HubSession.open(options)) {
            hub.putOnRecord(
                    AuditKind.READ,
                    told.withValues() ? "explain --with-values" : "explain",
                    Map.of("asked", String.join(" ", keys)),
                    keys,
                    err);
            progress.at("read", 0, 1);
            people = hub.people();
            engine = MatchEngine.forBulk(
                    hub.modelInForce(), Population.step(people.records().size()));
        }
        Evaluator.Run run = new Evaluator(engine, progress).run(people.records(), people.assertions());
        Reclustering clusters = Reclustering.of(engine, run.outcome(), people.assertions());
        progress.end();
        for (String key : keys) {
            if (!clusters.knows(key)) {
                throw new BadInputException("the hub holds no live record of a person " + key);
            }
        }
        return keys.size() == 1
                ? told.cluster(clusters, keys.getFirst())
                : told.pair(clusters, keys.getFirst(), keys.getLast());
    }

    /** What is told, in which language, and where. */
    private record Told(Language language, boolean withValues, PrintStream out) {
        int cluster(Reclustering clusters, String key) {
            Set<String> members = clusters.clusterOf(key);
            ClusterExplanation explanation =
                    ClusterExplanation.of(clusters.historyOf(key), members, clusters.linkBits(), language);
            out.println(explanation.summary() + ": " + String.join(", ", members));
            explanation.joins().forEach(line -> out.println("  " + line));
            explanation.apart().forEach(line -> out.println("  ≠ " + line));
            return HOLDS;
        }

        int pair(Reclustering clusters, String keyA, String keyB) {
            MatchWeight weight = clusters.weigh(keyA, keyB);
            Explanation explanation =
                    withValues ? Explanation.of(weight, language) : Explanation.withoutValues(weight, language);
            out.println(explanation.summary());
            explanation.reasons().forEach(line -> out.println("  " + line));
            Set<String> members = clusters.clusterOf(keyA);
            if (members.contains(keyB)) {
                return cluster(clusters, keyA);
            }
            ClusterHistory history = clusters.historyOf(keyA);
            out.println("≠ "
                    + history.between(keyA, keyB)
                            .map(one -> ClusterExplanation.whyNot(one, clusters.linkBits(), language))
                            .orElseGet(() -> ClusterExplanation.notConnected(language)));
            return DOES_NOT_HOLD;
        }
    }
}
