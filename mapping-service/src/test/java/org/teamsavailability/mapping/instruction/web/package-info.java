@NullMarked
package org.teamsavailability.mapping.instruction.web;

import org.jspecify.annotations.NullMarked;
