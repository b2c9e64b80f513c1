/** The command {@code reset-state}: what the enricher keeps in Kafka beside its topics. */
@NullMarked
package org.teamsavailability.operations.state;

import org.jspecify.annotations.NullMarked;
