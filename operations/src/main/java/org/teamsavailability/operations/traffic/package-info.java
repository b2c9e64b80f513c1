/** Requests and their answers, and what is on a topic. */
@NullMarked
package org.teamsavailability.operations.traffic;

import org.jspecify.annotations.NullMarked;
