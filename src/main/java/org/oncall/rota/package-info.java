/** The on-call rota service: rotas optimised, explained and repaired. */
@NullMarked
package org.oncall.rota;

import org.jspecify.annotations.NullMarked;
