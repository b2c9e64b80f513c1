package org.teamsavailability.rules.instruction;

/**
 * A sentence of custom instructions.
 *
 * @param text as written, trimmed, without its bullet and its final mark; not empty
 * @param offset where it begins in the text, in UTF-16 code units from 0
 * @param ended whether it had a final mark: a full stop, an exclamation or a question mark
 * @param continues whether it may be the rest of the sentence on the line before: that one has no
 *     final mark, and the two lines are not entries of a list
 */
record Sentence(String text, int offset, boolean ended, boolean continues) {}
