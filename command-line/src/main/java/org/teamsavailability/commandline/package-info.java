/**
 * What all commands share: help, version, a hint about wrong arguments, and times as people write
 * them.
 */
@NullMarked
package org.teamsavailability.commandline;

import org.jspecify.annotations.NullMarked;
