@NullMarked
package org.teamsavailability.mapping.decision.web;

import org.jspecify.annotations.NullMarked;
