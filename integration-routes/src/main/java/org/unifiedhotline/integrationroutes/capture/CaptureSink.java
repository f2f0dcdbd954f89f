package org.unifiedhotline.integrationroutes.capture;

import java.util.List;
import org.unifiedhotline.mappings.source.SourceChange;

/** Takes a batch of changes of one source, in the order of its log; when it throws, the same batch will come again. */
interface CaptureSink {
    void take(List<SourceChange> changes) throws Exception;
}
