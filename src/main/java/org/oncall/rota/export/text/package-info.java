/** A rota as plain text, for terminals. */
@NullMarked
package org.oncall.rota.export.text;

import org.jspecify.annotations.NullMarked;
