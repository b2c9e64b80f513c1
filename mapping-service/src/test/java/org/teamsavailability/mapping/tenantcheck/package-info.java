/** How answers of Microsoft's that differ are found. */
@NullMarked
package org.teamsavailability.mapping.tenantcheck;

import org.jspecify.annotations.NullMarked;
