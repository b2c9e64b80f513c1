/**
 * How records are read, written and registered: the one place that knows a serializer or a schema
 * registry.
 */
@NullMarked
package org.teamsavailability.schemas.serde;

import org.jspecify.annotations.NullMarked;
