/** What all tools that call people are told of a rota, before it is put into the words of one of them. */
@NullMarked
package org.oncall.rota.export.exchange;

import org.jspecify.annotations.NullMarked;
