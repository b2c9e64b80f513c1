/** Tests of the scripts that a newcomer starts with. */
@NullMarked
package org.teamsavailability.systemtests.script;

import org.jspecify.annotations.NullMarked;
