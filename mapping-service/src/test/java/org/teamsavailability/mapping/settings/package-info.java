/** Settings, as they are bound and refused. */
@NullMarked
package org.teamsavailability.mapping.settings;

import org.jspecify.annotations.NullMarked;
