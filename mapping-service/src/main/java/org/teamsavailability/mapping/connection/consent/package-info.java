/**
 * The consent flow in three steps: the consent page, the sign-in of an administrator, their
 * "Connect".
 */
@NullMarked
package org.teamsavailability.mapping.connection.consent;

import org.jspecify.annotations.NullMarked;
