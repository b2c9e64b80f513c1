/**
 * The warm-up: runs the whole path with synthetic requests before the service is ready, so that the
 * first real requests find compiled code.
 */
@NullMarked
package org.teamsavailability.enricher.warmup;

import org.jspecify.annotations.NullMarked;
