/** Rotas as bodies of Opsgenie's REST API, which ends on 5 April 2027. */
@NullMarked
package org.oncall.rota.export.opsgenie;

import org.jspecify.annotations.NullMarked;
