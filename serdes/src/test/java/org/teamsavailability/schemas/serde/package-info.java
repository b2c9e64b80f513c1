/** Tests of reading, writing and registering records, on the real registry. */
@NullMarked
package org.teamsavailability.schemas.serde;

import org.jspecify.annotations.NullMarked;
