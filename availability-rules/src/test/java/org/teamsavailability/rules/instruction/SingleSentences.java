package org.teamsavailability.rules.instruction;

import java.util.List;

/** The sentences of a text, each by itself: what the others make of it is left out. */
public final class SingleSentences {

    private SingleSentences() {}

    public static List<String> of(String text) {
        return Sentences.of(text).stream().map(Sentence::text).toList();
    }

    public static boolean isUnderstood(String sentence) {
        return InstructionGrammar.read(sentence) != null;
    }
}
