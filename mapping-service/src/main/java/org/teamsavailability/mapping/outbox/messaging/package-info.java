/** The two tables on Kafka, written in transactions. */
@NullMarked
package org.teamsavailability.mapping.outbox.messaging;

import org.jspecify.annotations.NullMarked;
