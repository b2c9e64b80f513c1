/** What custom instructions would do, before they are saved. */
@NullMarked
package org.teamsavailability.mapping.instruction;

import org.jspecify.annotations.NullMarked;
