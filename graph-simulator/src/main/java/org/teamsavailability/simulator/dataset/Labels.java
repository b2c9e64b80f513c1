package org.teamsavailability.simulator.dataset;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names of constants in data files and control requests: {@code presenceUnknown}. */
public final class Labels {
    private Labels() {}

    /** The constants by their labels, in order. */
    public static <E extends Enum<E>> Map<String, E> of(E[] constants) {
        Map<String, E> labels = new LinkedHashMap<>();
        for (E constant : constants) {
            labels.put(of(constant), constant);
        }
        return labels;
    }

    /** The label of a constant. */
    public static String of(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder label = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            label.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return label.toString();
    }
}
