// The rota where people already look: calendars, files, paper, chat.
import { guard, html, nothing } from './lib.js';
import * as api from './api.js';
import { day, span } from './dates.js';
import { names } from './people.js';
import { say, set, state } from './state.js';
import { held, overlaps } from './weeks.js';
import * as act from './actions.js';

export function draw() {
  const { shown, offers } = state;
  if (!shown) {
    return html`<section class="empty"><h2>Nothing to take away yet</h2><p>It needs a rota.</p><p><a class="button" href="#team">Go to the team</a></p></section>`;
  }
  const { answer } = shown;
  const feeds = answer.id ? offers?.feeds ?? [] : [];
  return html`<div class="take">
    <section class="card"><h2>Files</h2>
      <p class="buttons"><button type="button" @click=${() => act.run(async () => save(await api.csv(answer), 'text/csv', 'csv'))}>CSV, a row a shift</button>
      <button type="button" @click=${() => save(JSON.stringify(answer, null, 1), 'application/json', 'json')}>JSON, all there is</button></p></section>
    <section class="card"><h2>Paper</h2><p class="note">A sheet for each quarter.</p>
      <p class="buttons"><button type="button" @click=${() => print('weeks')}>Print the weeks</button><button type="button" @click=${() => print('days')}>Print the members</button></p></section>
    ${feeds.length ? html`<section class="card"><h2>Calendars</h2>${feeds.map((feed) => subscribe(api.feed(feed, answer.id)))}</section>` : nothing}
    ${guard([shown], () => chat(shown))}
  </div>`;
}

function subscribe(path) {
  const address = new URL(path, location.origin);
  return html`<p><a href=${`webcal://${address.host}${address.pathname}`}>Subscribe</a>, or copy <code><bdi>${address.href}</bdi></code> <button type="button" @click=${() => copy(address.href)}>Copy</button></p>`;
}

function chat(shown) {
  const text = textOf(shown);
  return html`<section class="card wide"><h2>A table for chat</h2>
    <p class="buttons"><button type="button" @click=${() => copy(text)}>Copy</button></p>
    <pre tabindex="0" aria-label="The rota as text">${text}</pre></section>`;
}

/** The board in signs of one width. */
export function textOf({ answer, calendar }) {
  const name = names(answer);
  return calendar.rotations.map(({ rotation, tiers, lines }) => {
    const columns = tiers.map((tier) => held(answer, rotation, tier));
    const who = (stretch) => (stretch.member ? name.get(stretch.member) : 'NOBODY');
    const rows = [
      [calendar.rotations.length > 1 ? rotation : 'week', ...tiers],
      ...lines.map((line) => [
        line.festive ? day(line.first) : span(line.first, line.last),
        ...columns.map((column) => [...new Set(column.filter((stretch) => overlaps(stretch, line)).map(who))].join(' / ')),
      ]),
    ];
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
    return rows.map((row) => row.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join('  ').trimEnd()).join('\n');
  }).join('\n\n');
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    set({ failure: new api.Problem({ detail: 'The browser did not let this page copy. Maybe mark the text and copy it by hand?' }) });
  }
}

function save(text, type, ending) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `rota-${state.shown.answer.request.from}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`${link.download} is saved.`);
}

function print(view) {
  set({ view, tab: 'rota' });
  const whenDrawn = () => requestAnimationFrame(() => (document.querySelector('.pending') ? whenDrawn() : globalThis.print()));
  requestAnimationFrame(whenDrawn);
}
