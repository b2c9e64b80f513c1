/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.answer;

import org.jspecify.annotations.NullMarked;
