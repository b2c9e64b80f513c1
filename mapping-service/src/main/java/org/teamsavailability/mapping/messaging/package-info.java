/** What all listeners to Kafka have in common. */
@NullMarked
package org.teamsavailability.mapping.messaging;

import org.jspecify.annotations.NullMarked;
