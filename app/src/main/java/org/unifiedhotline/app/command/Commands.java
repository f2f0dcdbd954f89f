package org.unifiedhotline.app.command;

import java.io.PrintStream;
import java.util.List;
import org.unifiedhotline.app.evaluate.EvaluateCommand;
import org.unifiedhotline.app.explain.ExplainCommand;
import org.unifiedhotline.app.index.RebuildIndexCommand;
import org.unifiedhotline.app.keys.RotateKeysCommand;
import org.unifiedhotline.app.link.LinkCommand;
import org.unifiedhotline.app.reconcile.ReconcileCommand;
import org.unifiedhotline.app.retention.RetentionCommand;
import org.unifiedhotline.app.train.TrainCommand;
import org.unifiedhotline.app.verify.VerifyAuditCommand;
import org.unifiedhotline.app.verify.VerifyResolutionCommand;

/** The commands there are, by name. */
public final class Commands {
    private final List<Command> commands;

    Commands(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    public static Commands all() {
        return new Commands(List.of(
                new LinkCommand(),
                new EvaluateCommand(),
                new TrainCommand(),
                new ExplainCommand(),
                new VerifyResolutionCommand(),
                new ReconcileCommand(),
                new VerifyAuditCommand(),
                new RebuildIndexCommand(),
                new RetentionCommand(),
                new RotateKeysCommand()));
    }

    /**
     * Runs the command named by the first argument with the rest.
     *
     * @return its exit code; {@link Command#COULD_NOT_RUN} if there is no such command
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        String name = arguments.getFirst();
        if (name.equals("--help") || name.equals("-h") || name.equals("help")) {
            printUsage(out);
            return Command.HOLDS;
        }
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return command.run(arguments.subList(1, arguments.size()), out, err);
            }
        }
        err.println("There is no command '" + name + "'.");
        printUsage(err);
        return Command.COULD_NOT_RUN;
    }

    private void printUsage(PrintStream to) {
        to.println("Usage: java -jar app.jar [COMMAND] [OPTIONS]");
        to.println("Without a command the service starts. Commands (each answers to --help):");
        for (Command command : commands) {
            to.printf("  %-20s %s%n", command.name(), command.summary());
        }
    }
}
