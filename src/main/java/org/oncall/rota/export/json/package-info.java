/** A rota as the JSON of the service's answers. */
@NullMarked
package org.oncall.rota.export.json;

import org.jspecify.annotations.NullMarked;
