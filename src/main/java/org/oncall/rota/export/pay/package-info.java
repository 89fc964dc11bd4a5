/** Hours, pay and time off in lieu, as CSV and as answers. */
@NullMarked
package org.oncall.rota.export.pay;

import org.jspecify.annotations.NullMarked;
