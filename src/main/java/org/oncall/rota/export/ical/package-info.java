/** Rotas as iCalendar feeds (RFC 5545, RFC 7986), and the memory of what a feed has said that its next state needs. */
@NullMarked
package org.oncall.rota.export.ical;

import org.jspecify.annotations.NullMarked;
