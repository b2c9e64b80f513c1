@NullMarked
package org.teamsavailability.service.credentials;

import org.jspecify.annotations.NullMarked;
