package org.unifiedhotline.app;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.metrics.LogbackMetricsAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.unifiedhotline.app.command.Commands;
import org.unifiedhotline.app.settings.StartFailure;
import org.unifiedhotline.app.settings.StartReport;

/**
 * Starts the service, or runs one operator's command: {@code java -jar app.jar [COMMAND] [OPTIONS]}.
 *
 * <p>Without a command word first, the service starts and all arguments are Spring's.
 */
// Counting log lines means being asked at every line that is not written, and capture's libraries have many.
@SpringBootApplication(scanBasePackages = "org.unifiedhotline", exclude = LogbackMetricsAutoConfiguration.class)
public class Application {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && isCommand(arguments[0])) {
            System.exit(Commands.all().run(List.of(arguments), System.out, System.err));
        }
        SpringApplication service = new SpringApplication(Application.class);
        service.addInitializers(new StartReport());
        try {
            service.run(arguments);
        } catch (RuntimeException | Error told) {
            System.exit(StartFailure.exitCode(told));
        }
    }

    private static boolean isCommand(String first) {
        return !first.startsWith("-") || first.equals("--help") || first.equals("-h");
    }
}
