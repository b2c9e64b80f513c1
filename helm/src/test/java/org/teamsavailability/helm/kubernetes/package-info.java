/** Objects as Kubernetes' own types read them, nothing unknown among them. */
@NullMarked
package org.teamsavailability.helm.kubernetes;

import org.jspecify.annotations.NullMarked;
