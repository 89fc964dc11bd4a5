/** Cover and swaps: who could take a shift or a part of one, who could trade for it, and what becomes of a trade. */
@NullMarked
package org.oncall.rota.swap;

import org.jspecify.annotations.NullMarked;
