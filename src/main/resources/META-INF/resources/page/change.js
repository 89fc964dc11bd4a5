// A change after a rota is known: leave, a menu of answers, before and after side by side.
import { guard, html, nothing } from './lib.js';
import { dateOf, dayMonth, span } from './dates.js';
import { names, person } from './people.js';
import { set, state } from './state.js';
import { verdict } from './rota.js';
import { weeks } from './weeks.js';
import * as act from './actions.js';
import * as desk from './desk.js';

let whole = false;

export function draw() {
  if (!state.shown && !state.change) {
    return html`<section class="empty"><h2>Nothing to change yet</h2><p>It needs a rota that people know.</p><p><a class="button" href="#team">Go to the team</a></p></section>`;
  }
  if (state.solve) {
    return html`<section class="empty"><h2>The search is still running</h2><p>A change begins from a rota that people know.</p><p><a class="button" href="#rota">Go to the rota</a></p></section>`;
  }
  if (!state.change || (state.shown && state.change.baseline !== state.shown)) {
    act.beginChange();
    return nothing;
  }
  const { change } = state;
  const chosen = change.options[change.chosen];
  return html`<div class="change">
    <div class="ask">${edits(change)}${change.options.length || change.menu ? menu(change) : nothing}</div>
    ${chosen?.answer ? difference(change, chosen) : nothing}
  </div>`;
}

function edits(change) {
  const { living, baseline, added, freezeUntil, options, menu: told } = change;
  const name = names(baseline.answer);
  const busy = options.some((option) => !option.answer) || isGrowing(told);
  const add = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    act.addLeave(form.get('member'), form.get('from'), form.get('to') || form.get('from'));
    event.target.reset();
    event.target.elements.to.min = '';
  };
  return html`<section class="card"><h2>What changes</h2>
    <p class="note">${living ? 'The rota is published. The leave is kept with the team, and as little moves as you choose.' : 'Everything that is shown now counts as published. As little of it moves as you choose.'}</p>
    <form class="leave-form" @submit=${add}>
      <div class="field"><label for="leave-member">Who is away</label><select id="leave-member" name="member" required>${baseline.answer.request.team.members.map((member) => html`<option value=${member.id}>${member.name}</option>`)}</select></div>
      <div class="pair"><div class="field"><label for="leave-from">First day</label><input id="leave-from" name="from" type="date" required @change=${(event) => { event.target.form.elements.to.min = event.target.value; }}></div>
      <div class="field"><label for="leave-to">Last day</label><input id="leave-to" name="to" type="date"></div></div>
      <p><button type="submit">Add leave</button></p>
    </form>
    ${added.length ? html`<ul class="added">${added.map((leave) => html`<li>${person(leave.member, name.get(leave.member))} <span>${span(leave.from, leave.to)}</span> ${leave.kept ? html`<span class="note">kept</span>` : html`<button type="button" class="plain" aria-label=${`Remove the leave of ${name.get(leave.member)}`} @click=${() => act.dropLeave(leave)}>✕</button>`}</li>`)}</ul>` : nothing}
    <div class="field"><label for="freeze">Nothing moves before</label><input id="freeze" type="date" .value=${freezeUntil ?? ''} @change=${(event) => set({ change: { ...state.change, freezeUntil: event.target.value || null } })}></div>
    ${change.issues?.length ? html`<div class="issues" role="alert">${change.issues.map((issue) => html`<p><bdi dir="ltr">${issue.detail}</bdi></p>`)}</div>` : nothing}
    <p class="go"><button type="button" class="primary" aria-disabled=${busy ? 'true' : nothing} @click=${() => busy || act.resolve()}>Re-solve</button>
      <button type="button" class="plain" @click=${() => set({ change: null, tab: 'rota' })}>Leave it as it is</button></p>
  </section>`;
}

/** Whether the service still looks for more. */
const isGrowing = (told) => ['QUEUED', 'SOLVING'].includes(told?.status);

function menu({ living, options, chosen, menu: told }) {
  return html`<section class="card"><h2 id="menu">How much may move?</h2>
    ${living ? fewest(told) : nothing}
    <div role="radiogroup" aria-labelledby="menu" class="menu">${options.map((option, index) => html`<label class=${index === chosen ? 'chosen' : ''}>
      <input type="radio" name="option" .checked=${index === chosen} ?disabled=${!option.answer} @change=${() => act.chooseOption(index)}>
      <span><strong>${option.name}</strong>
      ${option.answer ? html`<span>${living ? movedDays(option) : moved(option.answer)} Cost ${costOf(option)}, ${option.answer.gaps.length ? html`<span class="bad">${option.answer.gaps.length} gaps</span>` : 'no gap'}.</span>` : html`<span aria-busy="true">solving … ${option.score ? `cost ${option.score.soft}` : ''}</span>`}</span>
    </label>`)}</div>
    ${isGrowing(told) ? html`<p class="growing" aria-busy="true">Looking for more … <button type="button" @click=${desk.stopMenu}>Look for no more</button></p>` : nothing}</section>`;
}

/** What the service says has to move whatever is chosen, and what is wrong already. */
function fewest({ menu: found }) {
  if (!found) {
    return nothing;
  }
  const { fewest: least, broken, lastFreeze } = found;
  return html`<p class="note">${least.movedSlots ? `At least ${least.movedSlots} ${least.movedSlots === 1 ? 'day' : 'days'} in ${least.movedShifts} ${least.movedShifts === 1 ? 'shift' : 'shifts'} must move` : 'Nothing need move'}${least.proven ? '; this is proven.' : ', as far as was found.'}</p>
    ${broken.length ? html`<div class="refusal"><p>Days that cannot move break rules among themselves:</p><ul>${broken.map((finding) => html`<li><bdi dir="ltr">${finding.sentence}</bdi></li>`)}</ul>${lastFreeze ? html`<p>They would not if nothing moved only before ${dayMonth(lastFreeze)}.</p>` : nothing}</div>` : nothing}`;
}

function moved({ changes }) {
  const shifts = changes.reduce((sum, change) => sum + change.gains.length, 0);
  return changes.length ? `${changes.length} ${changes.length === 1 ? 'person' : 'people'}, ${shifts} ${shifts === 1 ? 'stretch' : 'stretches'} move.` : 'Nobody moves.';
}

const movedDays = ({ answer, days }) => (days ? `${days} ${days === 1 ? 'day' : 'days'} of ${answer.changes.length} people.` : 'Nobody moves.');

/** What the rota costs by all rules but that on changes, which has another price in each option. */
const without = ({ rules }) => rules.filter((rule) => rule.level === 'SOFT' && rule.id !== 'changed').reduce((sum, rule) => sum + rule.cost, 0);

const costOf = (option) => option.cost ?? without(option.answer);

function difference({ living, baseline, menu: told }, option) {
  const { answer, calendar, name: title } = option;
  const name = names(answer);
  const lit = answer.changes.flatMap((change) => [...change.loses, ...change.gains]);
  const side = (label, of) => html`<section class="side-of"><h2>${label}</h2>${weeks({ calendar, shifts: of.shifts, gaps: of.gaps, names: name, lit: whole || !lit.length ? undefined : lit, label })}</section>`;
  return html`<div class="difference">
    <section class="card"><h2>${title}</h2>${verdict(answer, costOf(option))}
      ${answer.changes.length ? html`<details .open=${answer.changes.length <= 4}><summary>Who gains and who loses what</summary><ul class="changes">${answer.changes.map((change) => html`<li>${person(change.member, name.get(change.member))}<span>${change.loses.length ? `loses ${stretches(change.loses)}` : ''}${change.loses.length && change.gains.length ? '; ' : ''}${change.gains.length ? `gains ${stretches(change.gains)}` : ''}</span></li>`)}</ul></details>` : html`<p>Nothing moves.</p>`}
      ${living ? prices(answer.rules) : nothing}
      <p class="go">${living ? html`<button type="button" class="primary" ?disabled=${isGrowing(told)} @click=${() => desk.take(true)}>Publish this rota</button>
        <button type="button" ?disabled=${isGrowing(told)} @click=${() => desk.take(false)}>Keep it as a draft</button>` : html`<button type="button" class="primary" @click=${act.adopt}>Go on with this rota</button>`}
        <label class="inline"><input type="checkbox" .checked=${whole} @change=${(event) => { whole = event.target.checked; set({}); }}> Show all weeks</label></p></section>
    ${guard([answer, baseline, whole], () => html`<div class="both">${side('Before', baseline.answer)}${side('After', answer)}</div>`)}
  </div>`;
}

const prices = (rules) => (rules.length ? html`<details><summary>What the rules make of it</summary><ul class="changes">${rules.map((row) => html`<li><code>${row.rule}</code> <span>cost ${row.before} → ${row.after}</span></li>`)}</ul></details>` : nothing);

const stretches = (all) => all.map((each) => `${each.tier} ${dayMonth(dateOf(each.from))} – ${dayMonth(dateOf(each.to))}`).join(', ');
