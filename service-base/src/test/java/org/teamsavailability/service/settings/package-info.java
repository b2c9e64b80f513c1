@NullMarked
package org.teamsavailability.service.settings;

import org.jspecify.annotations.NullMarked;
