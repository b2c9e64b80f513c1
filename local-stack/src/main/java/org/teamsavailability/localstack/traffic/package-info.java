/** The stack's own traffic on Kafka: rows of the tables, requests, and what comes back. */
@NullMarked
package org.teamsavailability.localstack.traffic;

import org.jspecify.annotations.NullMarked;
