/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.json;

import org.jspecify.annotations.NullMarked;
