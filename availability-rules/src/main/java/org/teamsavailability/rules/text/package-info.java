/** What every text of the rules is made of: phrases for people, keys for programs. */
@NullMarked
package org.teamsavailability.rules.text;

import org.jspecify.annotations.NullMarked;
