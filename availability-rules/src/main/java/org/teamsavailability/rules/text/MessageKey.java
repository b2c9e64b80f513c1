package org.teamsavailability.rules.text;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a text says, for programs: a workflow tool translates a text by it, or branches on it,
 * without parsing prose. {@code docs/message-keys.md} lists every key.
 *
 * @param name of words in lower case, joined by hyphens and dots; stable, unlike the text
 * @param parameters what the text names, by name, in the order of the names; never raw presence
 */
public record MessageKey(String name, Map<String, String> parameters) {
    public MessageKey {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** A key without parameters. */
    public static MessageKey of(String name) {
        return new MessageKey(name, Map.of());
    }

    /** A constant's name as a part of a key: {@code no-candidates-mapped}. */
    public static String part(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
