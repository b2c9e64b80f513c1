/** Tests of the scripts that a newcomer starts with. */
@NullMarked
package org.teamsavailability.localstack.script;

import org.jspecify.annotations.NullMarked;
