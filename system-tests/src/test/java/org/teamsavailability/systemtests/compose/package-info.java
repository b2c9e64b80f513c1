/** Tests of what stands in the compose files, the Dockerfiles and the example of their settings. */
@NullMarked
package org.teamsavailability.systemtests.compose;

import org.jspecify.annotations.NullMarked;
