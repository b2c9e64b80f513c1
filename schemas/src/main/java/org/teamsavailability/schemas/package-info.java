/** The records on the wire and the topics they travel on. */
@NullMarked
package org.teamsavailability.schemas;

import org.jspecify.annotations.NullMarked;
