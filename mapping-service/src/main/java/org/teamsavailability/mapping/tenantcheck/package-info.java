/**
 * Asks a connected tenant each thing that Microsoft's documents leave open, and compares the answer
 * with what the product assumes. Only reads, and keeps nothing.
 */
@NullMarked
package org.teamsavailability.mapping.tenantcheck;

import org.jspecify.annotations.NullMarked;
