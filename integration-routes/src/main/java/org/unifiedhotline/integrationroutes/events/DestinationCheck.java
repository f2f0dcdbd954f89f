package org.unifiedhotline.integrationroutes.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.integrationroutes.events.EventsProperties.Settings;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.events.EventDelivery.Start;
import org.unifiedhotline.masterrecords.events.Knowledge;
import org.unifiedhotline.masterrecords.settings.UnusableSettingsException;

/** Reads the settings of destinations and complains of everything that is wrong, at once. */
final class DestinationCheck {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,39}");
    private static final Pattern ADDRESS = Pattern.compile("(queue|topic):[A-Za-z0-9._/-]{1,120}");
    private static final Pattern FOLDER = Pattern.compile("/[^?#%&{}()\\\\]*");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> complaints = new ArrayList<>();

    List<Destination> of(Map<String, Settings> destinations) {
        List<@Nullable Destination> read = new ArrayList<>();
        destinations.forEach((name, settings) -> read.add(destination(name, settings)));
        if (!complaints.isEmpty()) {
            throw new UnusableSettingsException(complaints);
        }
        return read.stream().map(Objects::requireNonNull).toList();
    }

    private @Nullable Destination destination(String name, Settings settings) {
        String prefix = "unified-hotline.events.destinations." + name;
        if (!NAME.matcher(name).matches()) {
            complaints.add(prefix + ": a name is lower-case letters and digits, at most 40, a letter first");
        }
        Target target = target(prefix, settings);
        Knowledge knowledge = knowledge(prefix, settings);
        Start start = start(prefix, settings.start());
        Signature signature = signature(prefix, settings);
        return target == null || knowledge == null || start == null || signature == null
                ? null
                : new Destination(name, target, knowledge, start, signature);
    }

    private @Nullable Target target(String prefix, Settings settings) {
        long set = Stream.of(settings.webhook(), settings.folder(), settings.broker())
                .filter(text -> !text.isBlank())
                .count();
        if (set != 1) {
            complaints.add(prefix + ": exactly one of webhook, folder and broker is to be set");
            return null;
        }
        if (!settings.webhook().isBlank()) {
            URI url = url(prefix + ".webhook", settings.webhook(), "https", "http");
            return url == null ? null : new Target.Webhook(url);
        }
        return settings.folder().isBlank() ? broker(prefix, settings) : folder(prefix, settings.folder());
    }

    private @Nullable Target folder(String prefix, String folder) {
        if (!FOLDER.matcher(folder).matches()) {
            complaints.add(prefix + ".folder is an absolute path without any of ? # % & { } ( ) \\");
            return null;
        }
        return new Target.Folder(Path.of(folder));
    }

    private @Nullable Target broker(String prefix, Settings settings) {
        URI url = url(prefix + ".broker", settings.broker(), "amqps", "amqp");
        boolean addressed = ADDRESS.matcher(settings.address()).matches();
        if (!addressed) {
            complaints.add(prefix + ".address is queue:NAME or topic:NAME");
        }
        return url == null || !addressed
                ? null
                : new Target.Broker(url, settings.address(), settings.username(), settings.password());
    }

    private @Nullable URI url(String setting, String text, String secure, String plain) {
        try {
            URI url = new URI(text);
            boolean safe = secure.equals(url.getScheme())
                    || (plain.equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost())));
            if (url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null && safe) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        complaints.add(setting + " is a URL that begins with " + secure + "://, or with " + plain
                + ":// on this machine, and holds no password");
        return null;
    }

    private @Nullable Knowledge knowledge(String prefix, Settings settings) {
        Set<SourceSystem> systems = systems(prefix + ".sources", settings.sources());
        Set<SourceSystem> own = systems(prefix + ".own", settings.own());
        if (systems == null || own == null) {
            return null;
        }
        if (systems.isEmpty()) {
            complaints.add(prefix + ".sources is empty: name the source systems whose rows it may know of");
            return null;
        }
        if (!systems.containsAll(own)) {
            complaints.add(prefix + ".own names only what stands in .sources too");
            return null;
        }
        return new Knowledge(systems, own);
    }

    private @Nullable Set<SourceSystem> systems(String setting, List<String> codes) {
        Set<SourceSystem> systems = EnumSet.noneOf(SourceSystem.class);
        for (String code : codes) {
            try {
                systems.add(SourceSystem.of(code));
            } catch (IllegalArgumentException e) {
                complaints.add(setting + ": " + e.getMessage());
                return null;
            }
        }
        return systems;
    }

    private @Nullable Start start(String prefix, String start) {
        return switch (start) {
            case "now" -> Start.NOW;
            case "beginning" -> Start.BEGINNING;
            default -> {
                complaints.add(prefix + ".start is now or beginning");
                yield null;
            }
        };
    }

    private @Nullable Signature signature(String prefix, Settings settings) {
        if (settings.secret().isBlank()) {
            complaints.add(
                    prefix + ".secret is missing: 24 to 64 random bytes in base 64, from the environment or a file");
            return null;
        }
        @Nullable String former = settings.formerSecret();
        try {
            return Signature.with(
                    former == null || former.isBlank()
                            ? List.of(settings.secret())
                            : List.of(settings.secret(), former));
        } catch (IllegalArgumentException e) {
            complaints.add(prefix + ".secret (or .former-secret) " + e.getMessage());
            return null;
        }
    }
}
