/** A client of Teams Availability: it publishes requests and gives back their answers. */
@NullMarked
package org.teamsavailability.client;

import org.jspecify.annotations.NullMarked;
