/** The profile of a service desk in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.profile.persistence;

import org.jspecify.annotations.NullMarked;
