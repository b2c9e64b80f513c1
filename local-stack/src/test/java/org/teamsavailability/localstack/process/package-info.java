/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.localstack.process;

import org.jspecify.annotations.NullMarked;
