/** The route that shows fallbacks. */
@NullMarked
package org.teamsavailability.mapping.fallback.web;

import org.jspecify.annotations.NullMarked;
