/** API keys in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.access.persistence;

import org.jspecify.annotations.NullMarked;
