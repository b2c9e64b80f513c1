/** Administrators on their way through Microsoft: the consent page and the sign-in. */
@NullMarked
package org.teamsavailability.graph.signin;

import org.jspecify.annotations.NullMarked;
