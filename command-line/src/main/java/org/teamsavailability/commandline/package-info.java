/** What all commands have in common: help, version, and a hint where they are called wrongly. */
@NullMarked
package org.teamsavailability.commandline;

import org.jspecify.annotations.NullMarked;
