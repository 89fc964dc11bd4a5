/** The service over HTTP: puts requests to the jobs and their answers into words of HTTP. Decides nothing. */
@NullMarked
package org.oncall.rota.rest;

import org.jspecify.annotations.NullMarked;
