/** The route that publishes a desk again. */
@NullMarked
package org.teamsavailability.mapping.publishing.web;

import org.jspecify.annotations.NullMarked;
