/** Tests of what the module may depend on. */
@NullMarked
package org.teamsavailability.schemas;

import org.jspecify.annotations.NullMarked;
