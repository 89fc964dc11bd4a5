/** A rota in the formats of others, one package a format. */
@NullMarked
package org.oncall.rota.export;

import org.jspecify.annotations.NullMarked;
