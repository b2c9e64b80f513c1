/**
 * The answers of a service desk, read from their topic when somebody asks for them. Nothing is
 * stored. There is no search by technician: it would make a record of where a person was.
 */
@NullMarked
package org.teamsavailability.mapping.decision;

import org.jspecify.annotations.NullMarked;
