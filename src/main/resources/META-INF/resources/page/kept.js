// A team that the service keeps: who is on call, its revisions and swaps, and what happened to it.
import { html, nothing } from './lib.js';
import { datePlus, moment, spanOfYears, when } from './dates.js';
import { person } from './people.js';
import { state } from './state.js';
import { swap } from './swaps.js';
import * as desk from './desk.js';

export function draw() {
  const { kept, desk: known, events } = state;
  if (!kept) {
    return html`<section class="empty"><h2>No kept team is open</h2><p>Open one, or keep the one you write.</p><p><a class="button" href="#team">Go to the team</a></p></section>`;
  }
  if (known?.team !== kept.id) {
    return html`<p aria-busy="true">Asking …</p>`;
  }
  const name = new Map(kept.team.members.map((member) => [member.id, member.name]));
  return html`<div class="desk">
    ${now(known.onCall, name)}
    ${known.revisions ? revisions(known.revisions) : html`<section class="card"><h2>Revisions</h2><p class="bad">They cannot be read now.</p><p class="go"><button type="button" @click=${desk.look}>Try again</button></p></section>`}
    ${known.swaps.length ? html`<section class="card"><h2>Swaps</h2>${known.swaps.map((each) => swap(each, name))}</section>` : nothing}
    ${trail(events?.team === kept.id ? events.all : null)}
  </div>`;
}

function now(onCall, name) {
  const many = new Set(onCall?.tiers.map((row) => row.rotation)).size > 1;
  const held = (shift) => person(shift.member, name.get(shift.member) ?? shift.member);
  return html`<section class="card"><h2>On call now</h2>
    ${onCall?.tiers.some((row) => row.now || row.next) ? html`<dl class="on-call">${onCall.tiers.map((row) => html`<dt><bdi>${many ? `${row.rotation}, ${row.tier}` : row.tier}</bdi></dt>
      <dd>${row.now ? html`${held(row.now)} <span class="note">until ${moment(row.now.to)}</span>` : html`<span class="bad">Nobody</span>`}</dd>
      ${row.next ? html`<dd class="note">then ${held(row.next)} <span>from ${moment(row.next.from)} ${row.next.from.slice(0, 4)}</span></dd>` : nothing}`)}</dl>` : html`<p>Nothing is published yet.</p>`}
  </section>`;
}

const STATES = { DRAFT: 'draft', OFFERED: 'offered for trading', PUBLISHED: 'published', SUPERSEDED: 'superseded' };

function revisions(all) {
  return html`<section class="card"><h2>Revisions</h2>
    ${all.length ? html`<ul class="examples">${all.map((row) => html`<li><button type="button" aria-current=${state.shown?.answer.id === row.id ? 'true' : nothing} @click=${() => desk.openRevision(row.id)}>
      <strong>Revision ${row.revision}, ${STATES[row.state] ?? row.state}</strong>
      <span>${spanOfYears(row.from, datePlus(row.to, -1))}; made ${when(row.madeAt)} by <bdi>${row.madeBy}</bdi>${row.why ? html`: <bdi>${row.why}</bdi>` : nothing}</span></button></li>`)}</ul>` : html`<p>None yet. <a href="#team">Make a rota.</a></p>`}
  </section>`;
}

function trail(events) {
  const toggle = (event) => event.target.open && !events && desk.lookAtTrail();
  return html`<details class="card wide" @toggle=${toggle}><summary><h2>What happened</h2></summary>
    ${events ? html`<ol class="events">${events.map((row) => html`<li><span class="note">${when(row.at)}</span> <span>${row.what.replaceAll('-', ' ')}${row.revisionAfter ? `, revision ${row.revisionAfter}` : ''}</span> <span class="note">by <bdi>${row.who}</bdi></span>${row.why ? html` <bdi>${row.why}</bdi>` : nothing}</li>`)}</ol>` : html`<p aria-busy="true">Asking …</p>`}
  </details>`;
}
