@NullMarked
package org.teamsavailability.mapping.profile;

import org.jspecify.annotations.NullMarked;
