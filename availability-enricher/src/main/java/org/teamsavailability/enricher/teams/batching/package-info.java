/**
 * Asks Graph for many requests at once: per tenant it gathers, joins, paces, remembers and retries.
 */
@NullMarked
package org.teamsavailability.enricher.teams.batching;

import org.jspecify.annotations.NullMarked;
