/** The rules as tables, laws and worked cases. */
@NullMarked
package org.teamsavailability.rules;

import org.jspecify.annotations.NullMarked;
