package org.unifiedhotline.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import org.unifiedhotline.demo.servers.ServerException;
import org.unifiedhotline.demo.servers.ServersElsewhere.Server;

/** One server in one container, which is kept while the server is stopped and so keeps its data and port. */
final class ServerInContainer implements Server {
    private static final int STOP_SECONDS = 60;

    private final Recipe recipe;
    private final List<String> settings;
    private final int port;
    private @Nullable GenericContainer<?> container;

    ServerInContainer(Recipe recipe, List<String> settings, int port) {
        this.recipe = recipe;
        this.settings = List.copyOf(settings);
        this.port = port;
    }

    @Override
    public void start() {
        if (container == null) {
            String image = Images.of(recipe);
            GenericContainer<?> made = made(image);
            try {
                made.start();
            } catch (RuntimeException e) {
                made.stop();
                throw new ServerException("No container of " + image + " could be started: " + e.getMessage(), e);
            }
            container = made;
            Report.started(recipe, image);
        } else {
            engine(container).startContainerCmd(container.getContainerId()).exec();
        }
    }

    private GenericContainer<?> made(String image) {
        GenericContainer<?> made = new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(never -> false)
                .withEnv(recipe.environment(settings))
                .withCommand(recipe.arguments(settings).toArray(String[]::new))
                .withLabels(Map.of("org.unifiedhotline", recipe.name()))
                .waitingFor(new AnswersLater());
        made.setPortBindings(List.of("127.0.0.1:" + port + ":" + recipe.port()));
        return made;
    }

    /** Whoever started the server asks it until it answers. */
    private static final class AnswersLater extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }

    @Override
    public boolean isRunning() {
        return container != null && Boolean.TRUE.equals(state(container).getRunning());
    }

    @Override
    public Optional<ProcessHandle> process() {
        return container == null
                ? Optional.empty()
                : Optional.ofNullable(state(container).getPidLong())
                        .filter(pid -> pid > 0)
                        .flatMap(ProcessHandle::of);
    }

    @Override
    public void stop() {
        if (container != null && isRunning()) {
            try {
                engine(container)
                        .stopContainerCmd(container.getContainerId())
                        .withTimeout(STOP_SECONDS)
                        .exec();
            } catch (NotModifiedException e) {
                // it ended by itself meanwhile
            }
        }
    }

    @Override
    public void kill() {
        if (container != null && isRunning()) {
            engine(container).killContainerCmd(container.getContainerId()).exec();
            awaitEnd(container);
        }
    }

    private void awaitEnd(GenericContainer<?> killed) {
        while (Boolean.TRUE.equals(state(killed).getRunning())) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void writeLog(Path file) throws IOException {
        Files.writeString(file, container == null ? "" : container.getLogs());
    }

    @Override
    public void close() {
        if (container != null) {
            container.stop(); // which removes it with its volumes
            container = null;
        }
    }

    private static ContainerState state(GenericContainer<?> container) {
        return engine(container)
                .inspectContainerCmd(container.getContainerId())
                .exec()
                .getState();
    }

    private static DockerClient engine(GenericContainer<?> container) {
        return container.getDockerClient();
    }
}
