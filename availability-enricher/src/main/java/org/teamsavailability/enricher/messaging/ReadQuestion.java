package org.teamsavailability.enricher.messaging;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.DispatchQuestion;

/**
 * A request as the rules see it.
 *
 * @param problem what makes it invalid, as a part of a sentence; null where nothing does
 */
public record ReadQuestion(DispatchQuestion question, @Nullable String problem) {}
