@NullMarked
package org.teamsavailability.mapping.access.web;

import org.jspecify.annotations.NullMarked;
