@NullMarked
package org.teamsavailability.mapping.availability.persistence;

import org.jspecify.annotations.NullMarked;
