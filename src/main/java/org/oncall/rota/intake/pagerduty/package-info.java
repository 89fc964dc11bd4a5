/** Reads schedules of PagerDuty as its API answers them, or as they are sent to it. */
@NullMarked
package org.oncall.rota.intake.pagerduty;

import org.jspecify.annotations.NullMarked;
