/** The routes that run the auto-map and show its review. */
@NullMarked
package org.teamsavailability.mapping.automap.web;

import org.jspecify.annotations.NullMarked;
