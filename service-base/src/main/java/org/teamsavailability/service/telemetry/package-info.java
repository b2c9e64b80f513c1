/** Meters and spans of a service, by the standard settings, and what must not be in them. */
@NullMarked
package org.teamsavailability.service.telemetry;

import org.jspecify.annotations.NullMarked;
