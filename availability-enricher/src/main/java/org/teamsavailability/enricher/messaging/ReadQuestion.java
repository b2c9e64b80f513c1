package org.teamsavailability.enricher.messaging;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.DispatchQuestion;
import org.teamsavailability.rules.Problem;

/**
 * A request as the rules see it.
 *
 * @param problem what makes it invalid; null where nothing does
 */
public record ReadQuestion(DispatchQuestion question, @Nullable Problem problem) {}
