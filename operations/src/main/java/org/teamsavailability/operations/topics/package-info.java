/** The command {@code topics}: the topics and schemas as they are declared, and as they are. */
@NullMarked
package org.teamsavailability.operations.topics;

import org.jspecify.annotations.NullMarked;
