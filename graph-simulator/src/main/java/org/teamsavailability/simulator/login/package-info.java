/** Microsoft's login endpoint: tokens for applications, and its errors. */
@NullMarked
package org.teamsavailability.simulator.login;

import org.jspecify.annotations.NullMarked;
