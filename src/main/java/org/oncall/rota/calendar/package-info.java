/** Turns a period, a zone, coverage and bank holidays into on-call days. The only room with local-time arithmetic. */
@NullMarked
package org.oncall.rota.calendar;

import org.jspecify.annotations.NullMarked;
