/** What there is to say of a broker that lets nobody in. */
@NullMarked
package org.teamsavailability.schemas.broker;

import org.jspecify.annotations.NullMarked;
