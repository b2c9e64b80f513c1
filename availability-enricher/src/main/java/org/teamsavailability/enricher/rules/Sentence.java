package org.teamsavailability.enricher.rules;

/**
 * A sentence of custom instructions.
 *
 * @param text as written, trimmed, without its bullet and its final mark; not empty
 * @param ended whether it had a final mark: a full stop, an exclamation or a question mark
 */
record Sentence(String text, boolean ended) {}
