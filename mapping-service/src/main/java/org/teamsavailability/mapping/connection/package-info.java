/** Which Microsoft tenant a service desk reads: checking it, its Teams, and disconnecting it. */
@NullMarked
package org.teamsavailability.mapping.connection;

import org.jspecify.annotations.NullMarked;
