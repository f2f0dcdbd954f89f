package org.unifiedhotline.masterrecords.resolution;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.ResolutionState.MadeBy;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.model.MatchModel;

/** The engine that made the present edges: the hub's model at the size of population in force. */
final class EngineInForce {
    private final ResolutionState state;
    private final KnownModels models;
    private @Nullable Known known;

    private record Known(MadeBy made, MatchEngine engine) {}

    /** @param configured the model in force until anybody is resolved */
    EngineInForce(HubDatabase hub, MatchModel configured) {
        this.state = new ResolutionState(hub);
        this.models = new KnownModels(hub, configured);
    }

    /** The version of the model in force. */
    String modelVersion() {
        return state.madeBy().map(MadeBy::model).orElse(models.configuredVersion());
    }

    /**
     * The engine.
     *
     * @throws HubBusyException if nobody is resolved yet, or by a model that nobody knows any more
     */
    synchronized MatchEngine now() {
        MadeBy made = state.madeBy().orElseThrow(() -> new HubBusyException("the first load is not resolved yet"));
        Known last = known;
        if (last == null || !last.made().equals(made)) {
            MatchModel model = models.find(made.model())
                    .orElseThrow(() -> new HubBusyException("everybody is being resolved with another model"));
            last = new Known(made, MatchEngine.of(model, new Population(made.population())));
            known = last;
        }
        return last.engine();
    }
}
