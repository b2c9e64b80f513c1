/** The audit in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.audit.persistence;

import org.jspecify.annotations.NullMarked;
