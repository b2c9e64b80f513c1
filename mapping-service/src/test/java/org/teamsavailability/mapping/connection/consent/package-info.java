/** The consent flow. */
@NullMarked
package org.teamsavailability.mapping.connection.consent;

import org.jspecify.annotations.NullMarked;
