@NullMarked
package org.teamsavailability.mapping.profile.web;

import org.jspecify.annotations.NullMarked;
