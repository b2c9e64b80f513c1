@NullMarked
package org.teamsavailability.service.kafka;

import org.jspecify.annotations.NullMarked;
