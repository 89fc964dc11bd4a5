/** Makes what another tool says equal to the rota: looks at what is live, plans the difference, and writes that alone. */
@NullMarked
package org.oncall.rota.push;

import org.jspecify.annotations.NullMarked;
