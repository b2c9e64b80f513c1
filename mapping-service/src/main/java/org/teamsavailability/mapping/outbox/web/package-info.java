/** The route that publishes a desk again. */
@NullMarked
package org.teamsavailability.mapping.outbox.web;

import org.jspecify.annotations.NullMarked;
