/** The command line: reads files, prints rotas, decides nothing. */
@NullMarked
package org.oncall.rota.cli;

import org.jspecify.annotations.NullMarked;
