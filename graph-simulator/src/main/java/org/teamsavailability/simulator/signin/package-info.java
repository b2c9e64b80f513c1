/** Microsoft's pages for people: sign-in and consent, and the ID tokens that come of it. */
@NullMarked
package org.teamsavailability.simulator.signin;

import org.jspecify.annotations.NullMarked;
