package org.unifiedhotline.app.hub;

import java.io.IOException;
import java.nio.file.Path;
import org.unifiedhotline.app.command.BadInputException;
import org.unifiedhotline.app.command.InputFiles;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelException;
import org.unifiedhotline.matching.model.ModelReader;

/** Reads models from files. */
public final class ModelFiles {
    private ModelFiles() {}

    /** The model of a file; complaints name the file and the place in it. */
    public static MatchModel read(Path file) throws IOException, BadInputException {
        String text = InputFiles.text(file);
        try {
            return ModelReader.read(text);
        } catch (ModelException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
    }
}
