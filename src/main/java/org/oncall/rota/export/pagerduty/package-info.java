/** Rotas as bodies of PagerDuty's REST API: schedules of version 3 with custom shifts, and of version 2 with overrides. */
@NullMarked
package org.oncall.rota.export.pagerduty;

import org.jspecify.annotations.NullMarked;
