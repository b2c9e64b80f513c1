@NullMarked
package org.teamsavailability.mapping.server;

import org.jspecify.annotations.NullMarked;
