/** A server that behaves as Microsoft's login and Graph endpoints do. */
@NullMarked
package org.teamsavailability.simulator;

import org.jspecify.annotations.NullMarked;
