package org.unifiedhotline.app.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.model.ModelReader;

/** Reads models from files. */
public final class ModelFiles {
    private ModelFiles() {}

    /** The model of a file; complaints name the file and the place in it. */
    public static MatchModel read(Path file) throws IOException, BadInputException {
        if (!Files.isReadable(file)) {
            throw new BadInputException(file + ": cannot be read");
        }
        try {
            return ModelReader.read(Files.readString(file));
        } catch (ModelException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
    }
}
