/** Reads schedules of Opsgenie as its API answers them, or as they are sent to it. */
@NullMarked
package org.oncall.rota.intake.opsgenie;

import org.jspecify.annotations.NullMarked;
