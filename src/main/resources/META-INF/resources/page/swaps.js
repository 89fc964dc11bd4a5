// A swap, how far it has come, and what can be done to it.
import { html, nothing } from './lib.js';
import { span } from './dates.js';
import * as desk from './desk.js';

const WORDS = { PROPOSED: 'Proposed', ACCEPTED: 'Agreed', APPLIED: 'Applied', UNDONE: 'Undone', REFUSED: 'Declined', EXPIRED: 'Expired' };

export function swap(deal, name) {
  const { handings, status, awaited } = deal;
  return html`<div class="deal">
    <p><strong>${WORDS[status] ?? status}</strong></p>
    <ul>${handings.map(({ from, to, tier, first, last }) => html`<li><bdi>${name.get(from) ?? from}</bdi> hands <bdi>${tier}</bdi> ${span(first, last)} to <bdi>${name.get(to) ?? to}</bdi></li>`)}</ul>
    ${status === 'PROPOSED' ? html`<p class="note">To agree: <bdi>${awaited.map((id) => name.get(id) ?? id).join(', ')}</bdi></p>
      <p class="buttons">${awaited.map((id) => html`<button type="button" @click=${() => desk.step(deal, 'accept', id)}>Agree for <bdi>${name.get(id) ?? id}</bdi></button>`)}
        ${awaited.length > 1 ? html`<button type="button" @click=${() => desk.step(deal, 'accept')}>Agree for all</button>` : nothing}
        <button type="button" class="plain" @click=${() => desk.step(deal, 'decline')}>Decline</button></p>` : nothing}
    ${status === 'APPLIED' ? html`<p class="buttons"><button type="button" @click=${() => desk.step(deal, 'undo')}>Undo the swap</button></p>` : nothing}
  </div>`;
}
