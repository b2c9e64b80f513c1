/** The open steps of consent flows in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.connection.consent.persistence;

import org.jspecify.annotations.NullMarked;
