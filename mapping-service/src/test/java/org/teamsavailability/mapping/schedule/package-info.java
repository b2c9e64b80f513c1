/** Daily rounds. */
@NullMarked
package org.teamsavailability.mapping.schedule;

import org.jspecify.annotations.NullMarked;
