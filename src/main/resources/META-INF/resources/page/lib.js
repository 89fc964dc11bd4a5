// The libraries, named here alone: their addresses hold the versions of pom.xml. lit-html escapes whatever text is put into
// a template, needs no import map (the policy of this page allows nothing inline), and its modules name each other by path.
export { html, noChange, nothing, render } from '/_static/lit-html/3.3.3/lit-html.js';
export { AsyncDirective, directive } from '/_static/lit-html/3.3.3/async-directive.js';
export { guard } from '/_static/lit-html/3.3.3/directives/guard.js';
export { live } from '/_static/lit-html/3.3.3/directives/live.js';
export { repeat } from '/_static/lit-html/3.3.3/directives/repeat.js';
export { ref } from '/_static/lit-html/3.3.3/directives/ref.js';

/** Chart.js, fetched when the first chart is drawn. */
export async function charts() {
  await import('/webjars/chart.js/4.5.1/dist/chart.umd.min.js');
  return globalThis.Chart;
}
