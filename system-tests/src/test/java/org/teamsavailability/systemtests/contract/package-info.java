/** The documents for workflow developers say what is so. */
@NullMarked
package org.teamsavailability.systemtests.contract;

import org.jspecify.annotations.NullMarked;
