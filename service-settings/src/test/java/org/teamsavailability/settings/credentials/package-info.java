@NullMarked
package org.teamsavailability.settings.credentials;

import org.jspecify.annotations.NullMarked;
