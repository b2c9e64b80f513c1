/** The commands of the jar, with the settings of the service. */
@NullMarked
package org.teamsavailability.enricher.command;

import org.jspecify.annotations.NullMarked;
