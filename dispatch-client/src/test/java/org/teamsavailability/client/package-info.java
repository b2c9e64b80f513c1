/** Tests of the client, on Kafka's mock clients and on a broker. */
@NullMarked
package org.teamsavailability.client;

import org.jspecify.annotations.NullMarked;
