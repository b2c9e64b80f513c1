/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.topics;

import org.jspecify.annotations.NullMarked;
