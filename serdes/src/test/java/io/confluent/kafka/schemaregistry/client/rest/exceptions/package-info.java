/** Stand-ins for classes of Confluent's client. */
@NullMarked
package io.confluent.kafka.schemaregistry.client.rest.exceptions;

import org.jspecify.annotations.NullMarked;
