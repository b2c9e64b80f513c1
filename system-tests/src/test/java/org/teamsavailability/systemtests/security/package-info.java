/** What a secured installation is made of: certificates, tokens, a registry behind a gate. */
@NullMarked
package org.teamsavailability.systemtests.security;

import org.jspecify.annotations.NullMarked;
