/** What a rota is worth to those who hold it: hours by kind, pay by a list of rules, and time off in lieu of call-outs. */
@NullMarked
package org.oncall.rota.pay;

import org.jspecify.annotations.NullMarked;
