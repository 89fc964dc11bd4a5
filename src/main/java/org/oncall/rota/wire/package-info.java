/** The JSON of requests and answers, field by field. Published: only ever added to. Uses nothing else. */
@NullMarked
package org.oncall.rota.wire;

import org.jspecify.annotations.NullMarked;
