/** The records on the wire, the topics they travel on, and how they are read and written. */
@NullMarked
package org.teamsavailability.schemas;

import org.jspecify.annotations.NullMarked;
