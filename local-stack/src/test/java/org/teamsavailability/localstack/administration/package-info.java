/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.localstack.administration;

import org.jspecify.annotations.NullMarked;
