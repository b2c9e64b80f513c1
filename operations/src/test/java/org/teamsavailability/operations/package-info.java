/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations;

import org.jspecify.annotations.NullMarked;
