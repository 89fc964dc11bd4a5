/** The page in a real browser, driven as people drive it. */
@NullMarked
package org.oncall.rota.page;

import org.jspecify.annotations.NullMarked;
