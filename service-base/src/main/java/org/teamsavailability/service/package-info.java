/** What both services share: settings, Kafka clients, credentials, telemetry, a failed start. */
@NullMarked
package org.teamsavailability.service;

import org.jspecify.annotations.NullMarked;
