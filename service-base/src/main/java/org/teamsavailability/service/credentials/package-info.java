/**
 * The watch that both services keep over their credentials for Microsoft: health, meters, checks.
 */
@NullMarked
package org.teamsavailability.service.credentials;

import org.jspecify.annotations.NullMarked;
