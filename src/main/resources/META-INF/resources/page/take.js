// The rota where people already look: calendars, files, paper, chat.
import { guard, html, nothing, repeat } from './lib.js';
import * as api from './api.js';
import { dateOf, day, spanOfYears, weekday, when } from './dates.js';
import { names } from './people.js';
import { say, set, state } from './state.js';
import { held, overlaps } from './weeks.js';
import * as act from './actions.js';
import * as desk from './desk.js';

export function draw() {
  const { shown, kept } = state;
  if (!shown && !kept) {
    return html`<section class="empty"><h2>Nothing to take away yet</h2><p>It needs a rota.</p><p><a class="button" href="#team">Go to the team</a></p></section>`;
  }
  return html`<div class="take">
    ${shown ? files(shown.answer) : nothing}
    ${calendars(kept)}
    ${shown ? guard([shown, state.copied], () => chat(shown)) : nothing}
  </div>`;
}

// Of the rota that is shown: what the service can write, the ending of the file, and what is said of it.
const FORMATS = [
  ['ical', 'ics', 'Calendar'],
  ['csv-weeks', 'weeks.csv', 'CSV, a row a week'],
  ['members', 'members.csv', 'CSV, a row a member'],
];
const PAGERS = [
  ['pagerduty-v3', 'pagerduty.json', 'PagerDuty'],
  ['pagerduty-v2', 'pagerduty-v2.json', 'PagerDuty, older schedules'],
  ['pagerduty-terraform', 'pagerduty.tf', 'PagerDuty, Terraform'],
  ['grafana-terraform', 'grafana.tf', 'Grafana OnCall, Terraform'],
  ['opsgenie', 'opsgenie.json', 'Opsgenie'],
];

function files(answer) {
  // What was only tried is not kept by the service, and so has the two formats that need no more than the answer.
  const more = Boolean(answer.id && state.offers?.exports);
  const button = ([format, ending, title]) => html`<button type="button" @click=${() => act.run(async () => save(await api.exported(answer.id, format), 'text/plain', ending))}>${title}</button>`;
  return html`<section class="card"><h2>Files</h2>
    <p class="buttons"><button type="button" @click=${() => act.run(async () => save(await api.csv(answer), 'text/csv', 'csv'))}>CSV, a row a shift</button>
      ${more ? FORMATS.map(button) : nothing}
      <button type="button" @click=${() => save(JSON.stringify(answer, null, 1), 'application/json', 'json')}>JSON, all there is</button></p>
    <h3>On paper</h3><p class="note">A sheet for each quarter${answer.request.team.rotations?.length > 1 ? html`; of the weeks, one for each rotation` : nothing}.</p>
    <p class="buttons"><button type="button" @click=${() => print('weeks')}>Print the weeks</button><button type="button" @click=${() => print('days')}>Print the members</button></p>
    ${more ? html`<h3>For a pager</h3><p class="note">The ids of members stand for its users.</p><p class="buttons">${PAGERS.map(button)}</p>` : nothing}</section>`;
}

/** Calendars that follow what is published, each at an address of its own. */
function calendars(kept) {
  if (!state.offers?.feeds) {
    return nothing;
  }
  if (!kept) {
    return html`<section class="card"><h2>Calendars to subscribe to</h2><p>They follow what is published. <a href="#team">Keep the team</a>, so that the service can publish its rota.</p></section>`;
  }
  const known = state.feeds?.team === kept.id ? state.feeds : null;
  if (!known) {
    desk.lookAtFeeds();
  }
  const make = (event) => {
    event.preventDefault();
    const [kind, id] = new FormData(event.target).get('of').split(/:(.*)/s);
    desk.makeFeed(kind ? { [kind]: id } : {});
  };
  return html`<section class="card"><h2>Calendars to subscribe to</h2>
    <p class="note">They follow what is published for <bdi>${desk.called(kept.id, kept.team.name)}</bdi>. Whoever has the address can read the calendar.</p>
    <form class="new-feed" @submit=${make}>
      <div class="field"><label for="feed-of">Whose shifts</label><select id="feed-of" name="of"><option value="">The whole team</option>
        <optgroup label="A tier">${tiersOf(kept.team).map(([id, title]) => html`<option value=${`tier:${id}`}>${title}</option>`)}</optgroup>
        <optgroup label="A member">${kept.team.members.map((member) => html`<option value=${`member:${member.id}`}>${member.name}</option>`)}</optgroup></select></div>
      <p><button type="submit">Make a calendar</button></p>
    </form>
    ${!known ? html`<p aria-busy="true">Asking …</p>`
      : !known.all ? html`<p class="bad">The calendars that there are cannot be read now.</p>`
      : known.all.length ? html`<ul class="feeds">${repeat(known.all, (feed) => feed.id, (feed) => calendar(feed, kept.team))}</ul>`
      : html`<p class="note">None yet.</p>`}
  </section>`;
}

function tiersOf({ rotations = [] }) {
  return rotations.flatMap((rotation) => rotation.tiers.map((tier) => [`${rotation.id}/${tier.id}`, rotations.length > 1 ? `${rotation.id}, ${tier.id}` : tier.id]));
}

function calendar(feed, team) {
  const whose = feed.member ? team.members.find((member) => member.id === feed.member)?.name ?? feed.member : feed.tier ?? 'The whole team';
  const path = state.addresses[feed.id];
  const address = path && new URL(path, location.origin);
  return html`<li>
    <p><strong><bdi>${whose}</bdi></strong> <span class="note">made ${when(feed.madeAt)} by <bdi>${feed.madeBy}</bdi></span>
      <button type="button" class="plain bad" aria-label=${`Revoke the calendar of ${whose}`} @click=${() => desk.revokeFeed(feed.id)}>Revoke</button></p>
    ${address ? html`<div class="told"><p>This address is told only now:</p>
      <p><a class="address" href=${address.href}><bdi>${address.href}</bdi></a></p>
      <p class="buttons"><a class="button primary" href=${`webcal://${address.host}${address.pathname}`}>Subscribe</a>
        <button type="button" @click=${() => copy(address.href)}>Copy the address</button></p></div>` : nothing}
  </li>`;
}

function chat(shown) {
  const text = textOf(shown);
  return html`<section class="card wide"><h2>A table for chat</h2>
    <p class="buttons"><button type="button" @click=${() => copy(text)}>Copy</button> ${state.copied === text ? html`<span class="good">Copied.</span>` : nothing}</p>
    <pre tabindex="0" aria-label="The rota as text">${text}</pre></section>`;
}

/** The board in signs of one width. A cell is a stretch of its own, so that a name that runs the other way moves no other. */
export function textOf({ answer, calendar }) {
  const name = names(answer);
  return calendar.rotations.map(({ rotation, tiers, lines }) => {
    const columns = tiers.map((tier) => held(answer, rotation, tier));
    const rows = [
      [calendar.rotations.length > 1 ? rotation : 'week', ...tiers],
      ...lines.map((line) => [
        line.festive ? day(line.first) : spanOfYears(line.first, line.last),
        ...columns.map((column) => column.filter((stretch) => overlaps(stretch, line)).map((stretch, _, all) => `${stretch.member ? name.get(stretch.member) : 'NOBODY'}${all.length > 1 ? ` from ${weekday(dateOf(stretch.from))}` : ''}`).join(', ')),
      ]),
    ];
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
    return rows.map((row) => row.map((cell, column) => `${isolated(cell)}${column === row.length - 1 ? '' : ' '.repeat(widths[column] - width(cell))}`).join('  ')).join('\n');
  }).join('\n\n');
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const isolated = (cell) => (RIGHT_TO_LEFT.test(cell) ? `\u2068${cell}\u2069` : cell);

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** In signs of one width: what people take for one letter is one, or two where it is wide. */
const width = (cell) => [...letters.segment(cell)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0);

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    set({ copied: text });
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
  requestAnimationFrame(() => globalThis.print());
}
