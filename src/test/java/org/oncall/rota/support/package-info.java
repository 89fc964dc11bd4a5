/** Builders with defaults, and a rota on paper to ask the rules about. */
package org.oncall.rota.support;
