/** The documents for workflow developers say what is so. */
@NullMarked
package org.teamsavailability.localstack.contract;

import org.jspecify.annotations.NullMarked;
