/** Publishes requests that came over HTTP, and reads their answers. */
@NullMarked
package org.teamsavailability.mapping.availability.messaging;

import org.jspecify.annotations.NullMarked;
