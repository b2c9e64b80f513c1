@NullMarked
package org.teamsavailability.mapping.availability.web;

import org.jspecify.annotations.NullMarked;
