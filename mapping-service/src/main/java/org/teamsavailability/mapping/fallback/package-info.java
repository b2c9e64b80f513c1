/** The fallbacks of a service desk, read from their topic when somebody asks for them. */
@NullMarked
package org.teamsavailability.mapping.fallback;

import org.jspecify.annotations.NullMarked;
