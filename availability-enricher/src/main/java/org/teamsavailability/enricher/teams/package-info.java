/** Reads presence and rotas from Microsoft Teams for requests: the port that the stage asks. */
@NullMarked
package org.teamsavailability.enricher.teams;

import org.jspecify.annotations.NullMarked;
