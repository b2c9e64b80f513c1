/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.systemtests.server;

import org.jspecify.annotations.NullMarked;
