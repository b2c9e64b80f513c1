/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.deadletters;

import org.jspecify.annotations.NullMarked;
