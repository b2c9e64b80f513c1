/**
 * The asynchronous stage: requests wait here for Teams, and are answered in the order of their
 * tickets.
 */
@NullMarked
package org.teamsavailability.enricher.stage;

import org.jspecify.annotations.NullMarked;
