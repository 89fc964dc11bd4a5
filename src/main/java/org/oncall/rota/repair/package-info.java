/** A published rota after a change: what can be done about it, from the fewest moved shifts on, for somebody to choose from. */
@NullMarked
package org.oncall.rota.repair;

import org.jspecify.annotations.NullMarked;
