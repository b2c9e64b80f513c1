/** API keys: who may do what, for which service desk. */
@NullMarked
package org.teamsavailability.mapping.access;

import org.jspecify.annotations.NullMarked;
