/**
 * What the core refuses: each package has a sealed interface of its refusals, and the package
 * {@code web} of it turns them into problems.
 */
@NullMarked
package org.teamsavailability.mapping.refusal;

import org.jspecify.annotations.NullMarked;
