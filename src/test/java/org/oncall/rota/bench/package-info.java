/** Benchmarks: commands of their own, never part of the tests. They print what they see and assert no speed. */
package org.oncall.rota.bench;
