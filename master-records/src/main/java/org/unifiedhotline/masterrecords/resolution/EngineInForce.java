package org.unifiedhotline.masterrecords.resolution;

import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.resolution.ResolutionState.MadeBy;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;
import org.unifiedhotline.matching.model.MatchModel;

/** The engine that made the present edges: this service's model at the size of population in force. */
final class EngineInForce {
    private final ResolutionState state;
    private final MatchModel model;
    private final String version;
    private @Nullable MatchEngine known;

    EngineInForce(HubDatabase hub, MatchModel model) {
        this.state = new ResolutionState(hub);
        this.model = model;
        this.version = model.version();
    }

    String modelVersion() {
        return version;
    }

    /**
     * The engine.
     *
     * @throws HubBusyException if nobody is resolved yet, or by another model
     */
    synchronized MatchEngine now() {
        MadeBy made = state.madeBy().orElseThrow(() -> new HubBusyException("the first load is not resolved yet"));
        if (!made.model().equals(version)) {
            throw new HubBusyException("everybody is being resolved with another model");
        }
        MatchEngine engine = known;
        if (engine == null || engine.population().records() != made.population()) {
            engine = MatchEngine.of(model, new Population(made.population()));
            known = engine;
        }
        return engine;
    }
}
