/**
 * The decision: from what a workflow asks and what Teams says to an {@link
 * org.teamsavailability.enricher.rules.Answer}, as pure functions.
 */
@NullMarked
package org.teamsavailability.enricher.rules;

import org.jspecify.annotations.NullMarked;
