/** What both services do as clients of Kafka. */
@NullMarked
package org.teamsavailability.service.kafka;

import org.jspecify.annotations.NullMarked;
