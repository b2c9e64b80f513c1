/** The two tables on Kafka, written in transactions. */
@NullMarked
package org.teamsavailability.mapping.publishing.messaging;

import org.jspecify.annotations.NullMarked;
