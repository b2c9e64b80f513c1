/** Sets service desks up as people do: by the command, the API and Microsoft's pages. */
@NullMarked
package org.teamsavailability.localstack.administration;

import org.jspecify.annotations.NullMarked;
