/** The database, as the commands of an operator use it. */
@NullMarked
package org.teamsavailability.mapping.command.persistence;

import org.jspecify.annotations.NullMarked;
