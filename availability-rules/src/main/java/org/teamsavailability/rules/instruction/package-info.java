/**
 * Custom instructions: from the text of a workflow to a changed policy and an outcome for each
 * sentence. {@link org.teamsavailability.rules.instruction.Instructions} is the entry point; the
 * rules know it, and it knows none of them.
 *
 * <p>Read from the inside out:
 *
 * <ul>
 *   <li>text to sentences: {@code InstructionText}, {@code Sentences}, {@code NormalizedText}
 *   <li>grammar, one sentence by itself: {@code InstructionGrammar}, {@code InstructionForms}
 *       (patterns), {@code Instruction} (one record a form), {@code PresenceState}
 *   <li>ticket scope: {@code TicketScope}, {@code ScopedPriority}, {@code TicketPriority}, {@code
 *       PriorityRank}
 *   <li>sentences that limit others: {@code LimitingSentence}
 *   <li>what is changed: {@code Policy}; what is said of it: {@code InstructionEffects}, {@code
 *       Overrides}
 * </ul>
 */
@NullMarked
package org.teamsavailability.rules.instruction;

import org.jspecify.annotations.NullMarked;
