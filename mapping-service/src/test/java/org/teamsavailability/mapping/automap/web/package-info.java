@NullMarked
package org.teamsavailability.mapping.automap.web;

import org.jspecify.annotations.NullMarked;
