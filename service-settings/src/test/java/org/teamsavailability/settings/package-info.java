@NullMarked
package org.teamsavailability.settings;

import org.jspecify.annotations.NullMarked;
