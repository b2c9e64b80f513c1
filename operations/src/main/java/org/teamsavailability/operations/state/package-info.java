/** The command {@code reset-state}: what the enricher keeps in Kafka in addition to its topics. */
@NullMarked
package org.teamsavailability.operations.state;

import org.jspecify.annotations.NullMarked;
