package org.unifiedhotline.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unifiedhotline.matching.explanation.Language;

/**
 * What was asked for on the command line of a command that reads the hub: options with a value ({@code --name value} or
 * {@code --name=value}), options without one, further words, and the service's own settings ({@code --spring.…},
 * {@code --unified-hotline.…}), which stand above those of its files.
 */
public final class CommandOptions {
    private static final String DEMO = "--demo";

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();

    private CommandOptions() {}

    /**
     * Reads a command line.
     *
     * @param valued the options that have a value; {@code --demo} is one of every such command
     * @param plain the options that have none
     * @throws BadInputException if there is no such option, or a value is missing
     */
    public static CommandOptions parse(List<String> arguments, Set<String> valued, Set<String> plain)
            throws BadInputException {
        CommandOptions options = new CommandOptions();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (plain.contains(argument)) {
                options.flags.add(argument);
            } else if (name.equals(DEMO) || valued.contains(name)) {
                if (equals < 0 && i + 1 == arguments.size()) {
                    throw new BadInputException(name + " needs a value");
                }
                options.values.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
            } else if (name.startsWith("--spring.") || name.startsWith("--unified-hotline.")) {
                options.settings.add(argument);
            } else if (argument.startsWith("-")) {
                throw new BadInputException("there is no option " + name);
            } else {
                options.words.add(argument);
            }
        }
        return options;
    }

    /** The value of an option. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of an option that names a file. */
    public Optional<Path> path(String name) {
        return value(name).map(Path::of);
    }

    /** The language of explanations, {@code --language}: English if it is not given. */
    public Language language() throws BadInputException {
        return switch (value("--language").orElse("en")) {
            case "en" -> Language.ENGLISH;
            case "vi" -> Language.VIETNAMESE;
            default -> throw new BadInputException("--language: expected en or vi");
        };
    }

    /** Whether an option without a value was given. */
    public boolean has(String name) {
        return flags.contains(name);
    }

    /** What is no option. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** The folder of a running demo, if its hub is meant. */
    public Optional<Path> demo() {
        return path(DEMO);
    }

    /** Settings of the service. */
    public List<String> settings() {
        return List.copyOf(settings);
    }

    /** A whole number of at least {@code least}. */
    public long number(String name, long least, long otherwise) throws BadInputException {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new BadInputException(name + ": expected a whole number of " + least + " or more, got \"" + text + "\"");
    }

    /** A share between 0 and 1. */
    public Optional<Double> share(String name) throws BadInputException {
        String text = values.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return Optional.of(share);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new BadInputException(name + ": expected a number between 0 and 1, got \"" + text + "\"");
    }
}
