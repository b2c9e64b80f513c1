/** The sample world: service desks, their technicians, and requests with the answer to expect. */
@NullMarked
package org.teamsavailability.localstack.sample;

import org.jspecify.annotations.NullMarked;
