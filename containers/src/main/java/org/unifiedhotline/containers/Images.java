package org.unifiedhotline.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.unifiedhotline.demo.servers.ServerException;

/**
 * Which image a server comes from: the one that the property {@code containers.postgresql}, {@code .mariadb} or
 * {@code .elasticsearch} names, otherwise the official one, and where no registry can be reached, the one built here.
 */
final class Images {
    private static final Map<Recipe, String> CHOSEN = new EnumMap<>(Recipe.class);
    private static final int PULL_MINUTES = 15;

    private Images() {}

    /**
     * The image, which is on this machine afterwards.
     *
     * @throws ServerException if there is no engine, or no image is to be had
     */
    static synchronized String of(Recipe recipe) {
        return CHOSEN.computeIfAbsent(recipe, Images::choose);
    }

    private static String choose(Recipe recipe) {
        DockerClient engine = engine();
        String named = System.getProperty("containers." + recipe.name().toLowerCase(Locale.ROOT), "");
        String wanted = named.isEmpty() ? recipe.official() : named;
        if (isHere(engine, wanted) || isPulled(engine, wanted)) {
            return wanted;
        }
        if (named.isEmpty() && isHere(engine, recipe.ours())) {
            return recipe.ours();
        }
        throw new ServerException("The image " + wanted + " cannot be pulled"
                + (named.isEmpty() ? " and " + recipe.ours() + " is not built: run demo/images/build.sh" : ""));
    }

    private static DockerClient engine() {
        try {
            return DockerClientFactory.instance().client();
        } catch (IllegalStateException e) {
            throw new ServerException("No container engine answers: " + e.getMessage(), e);
        }
    }

    private static boolean isHere(DockerClient engine, String image) {
        try {
            engine.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static boolean isPulled(DockerClient engine, String image) {
        try {
            return engine.pullImageCmd(image)
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
        } catch (DockerException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while pulling " + image, e);
        }
    }
}
