/** What goes wrong on purpose, for which calls and how often. */
@NullMarked
package org.teamsavailability.simulator.fault;

import org.jspecify.annotations.NullMarked;
