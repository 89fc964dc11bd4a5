/** Whether a legal and complete rota exists, decided exactly: a second reading of the hard rules, apart from the rule classes. */
@NullMarked
package org.oncall.rota.proof;

import org.jspecify.annotations.NullMarked;
