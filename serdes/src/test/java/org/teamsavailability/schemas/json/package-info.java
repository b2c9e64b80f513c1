/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.schemas.json;

import org.jspecify.annotations.NullMarked;
