package org.unifiedhotline.app.launch;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class of the jar: {@code link} by the flat classes, all else by Spring Boot's launcher. Uses nothing but the JDK, for it
 * stands outside of what that launcher sees.
 */
public final class Start {
    private static final String LINK = "link";
    private static final String LINK_COMMAND = "org.unifiedhotline.app.link.LinkCommand";
    private static final String SPRING_BOOT = "org.springframework.boot.loader.launch.JarLauncher";

    private Start() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        if (arguments.length > 0 && arguments[0].equals(LINK)) {
            Relaunch.forSmallTables(List.of(arguments));
            System.exit(link(List.of(arguments).subList(1, arguments.length)));
        }
        Class.forName(SPRING_BOOT).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static int link(List<String> arguments) throws ReflectiveOperationException {
        ClassLoader classes = new FlatClasses(Path.of(System.getProperty("java.class.path")), LINK + "/");
        Thread.currentThread().setContextClassLoader(classes);
        Object command =
                classes.loadClass(LINK_COMMAND).getDeclaredConstructor().newInstance();
        try {
            return (int) command.getClass()
                    .getMethod("run", List.class, PrintStream.class, PrintStream.class)
                    .invoke(command, arguments, System.out, System.err);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the command answers for its own faults", e.getCause());
        }
    }
}
