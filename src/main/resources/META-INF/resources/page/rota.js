// The rota: the board in two views, the search while it runs, and beside it why a shift is held and what the rules find.
import { charts, guard, html, live, nothing, ref } from './lib.js';
import { moment, span } from './dates.js';
import { highlight } from './grid.js';
import { names, person } from './people.js';
import { set, state } from './state.js';
import { weeks } from './weeks.js';
import { days } from './days.js';
import { swap as swapCard } from './swaps.js';
import * as act from './actions.js';
import * as desk from './desk.js';

export function rota() {
  const { shown, solve } = state;
  return html`
    ${solve ? progress(solve) : nothing}
    ${shown ? open(shown) : solve ? nothing : html`<section class="empty"><h2>No rota yet</h2><p>Name the people and the dates, and press one button.</p><p><a class="button" href="#team">Go to the team</a></p></section>`}`;
}

function progress({ status, elapsed, score, points }) {
  if (chart && chart.data.datasets[0].data !== points) {
    chart.data.datasets[0].data = points;
    chart.update('none');
  }
  return html`<section class="progress card" aria-label="Search">
    <div class="numbers">
      <p class="big"><span class="label">cost</span> <strong>${score?.soft ?? '–'}</strong></p>
      <p class="big ${score?.medium ? 'bad' : ''}"><span class="label">gaps</span> <strong>${score?.medium ?? '–'}</strong></p>
      <p class="big"><span class="label">${status === 'QUEUED' ? 'waiting' : 'seconds'}</span> <strong>${Math.floor(act.seconds(elapsed))}</strong></p>
    </div>
    <div class="line-chart"><canvas aria-hidden="true" ${ref(attach)}></canvas></div>
    <button type="button" class="primary" @click=${act.stop}>Stop: this is good enough</button>
  </section>`;
}

let chart;

/** Draws the line as soon as its canvas is there, and ends it when that goes. */
async function attach(canvas) {
  chart?.destroy();
  chart = undefined;
  if (!canvas) {
    return;
  }
  const Chart = await charts();
  if (!canvas.isConnected || chart) {
    return;
  }
  const ink = getComputedStyle(canvas).getPropertyValue('--accent');
  chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [{ data: state.solve?.points ?? [], borderColor: ink, borderWidth: 2, pointRadius: 0, stepped: true }] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: { x: { type: 'linear', display: false }, y: { display: false } },
      layout: { padding: 3 },
    },
  });
}

function open({ answer, calendar, label }) {
  const { view, picked, swap } = state;
  return html`<div class="with-side">
    <section class="main">
      <div class="bar-of-buttons">
        <div class="switch" role="group" aria-label="View">
          <button type="button" aria-pressed=${view === 'weeks'} @click=${() => set({ view: 'weeks' })}>Weeks</button>
          <button type="button" aria-pressed=${view === 'days'} @click=${() => set({ view: 'days' })}>Members</button>
        </div>
        ${state.trail.length ? tried(answer, label) : nothing}
        ${state.deal?.status === 'APPLIED' ? html`<p class="tried">The swap is applied. <button type="button" @click=${() => desk.step(state.deal, 'undo')}>Undo the swap</button></p>` : nothing}
        ${swap ? html`<p class="tried">Choose the shift to exchange it with. <button type="button" @click=${() => set({ swap: null })}>Cancel</button></p>` : nothing}
      </div>
      ${guard([answer, calendar, view, picked?.id], () => {
        const of = { answer, calendar, title: titleOf(answer), shifts: answer.shifts, gaps: answer.gaps, names: names(answer), picked: picked?.id, onPick: act.pick };
        return view === 'weeks' ? weeks(of) : days(of);
      })}
    </section>
    <aside class="side" aria-label="Details">
      ${picked ? why(picked) : nothing}
      ${guard([answer, Boolean(picked), state.rulesOpen, state.offers, state.refusal], () => summary(answer, Boolean(picked)))}
    </aside>
  </div>`;
}

/** What came of a try, beside the way back: what the rota costs now, and whether it is one that may be. */
function tried(answer, label) {
  const before = state.trail.at(-1).answer.score.soft;
  const { score: { soft, medium }, legal } = answer;
  return html`<p class="tried"><span>${label}. Cost ${soft}${soft === before ? '' : ` (${signed(soft - before)})`}${medium ? html`, <strong class="bad">${medium} ${medium === 1 ? 'day' : 'days'} held by nobody</strong>` : nothing}${legal ? nothing : html`, <strong class="bad">hard rules are broken</strong>`}.${desk.isTeams(state.trail[0].answer) ? ' Only tried: for the team itself, propose a swap at a shift, or add leave under Change.' : ''}</span> <button type="button" @click=${act.undo}>Undo</button></p>`;
}

/** Whose rota it is, and which of theirs: a sheet on a wall is to be told from a later one. */
const titleOf = ({ request, revision }) => [request.team.name, revision ? `revision ${revision}` : ''].filter(Boolean).join(', ');

export function verdict({ legal, complete, score, gaps }, cost = score.soft) {
  return html`<ul class="verdict">
    <li class=${legal ? 'good' : 'bad'}>${legal ? 'No hard rule is broken' : 'Hard rules are broken'}</li>
    <li class=${complete ? 'good' : 'bad'}>${complete ? 'No gap' : `${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'}, ${score.medium} ${score.medium === 1 ? 'day' : 'days'} held by nobody`}</li>
    <li>Cost <strong>${cost}</strong></li>
  </ul>`;
}

function summary(answer, folded) {
  const found = answer.rules.filter((rule) => rule.findings.length);
  return html`<details class="card" .open=${!folded}><summary><h2>The rota</h2></summary>
    ${verdict(answer)}
    ${answer.revision ? html`<p class="note">Revision ${answer.revision}, ${answer.state?.toLowerCase() ?? 'not kept'}.</p>` : nothing}
    ${desk.isPublishable(answer) ? publishing(answer) : nothing}
    ${answer.gaps.length ? html`<h3>Gaps</h3><ul class="findings">${answer.gaps.map((gap) => gapRow(gap, answer))}</ul>` : nothing}
    ${answer.proof && !answer.complete ? html`<p>${answer.proof.sentence}</p>${answer.proof.repair?.sentence ? html`<p>${answer.proof.repair.sentence}</p>` : nothing}` : nothing}
    ${answer.cuts?.length ? html`<h3>Cuts</h3><ul>${answer.cuts.map((cut) => html`<li><bdi dir="ltr">${cut.sentence}</bdi></li>`)}</ul>` : nothing}
    ${answer.advice.length ? html`<h3>Good to know</h3><ul class="advice">${answer.advice.map((sentence) => html`<li><bdi dir="ltr">${sentence}</bdi></li>`)}</ul>` : nothing}
    <h3>Findings by rule</h3>
    ${found.length ? html`<div class="rules">${found.map(rule)}</div>` : html`<p>None: no rule finds anything.</p>`}
  </details>`;
}

function publishing(answer) {
  const { refusal } = state;
  if (refusal?.id !== answer.id) {
    return html`<p class="go"><button type="button" class="primary" @click=${() => desk.publish()}>Publish</button></p>`;
  }
  const [sentence] = refusal.problem.message.split('\n');
  const { issues } = refusal.problem;
  const despite = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    desk.publish({ despite: true, why: form.get('why') || undefined });
  };
  return html`<section class="refusal" role="alert" aria-label="Not published">
    <p><bdi dir="ltr">${sentence}</bdi></p>
    ${issues.length ? html`<ul>${issues.slice(0, MOST).map((issue) => html`<li><bdi dir="ltr">${issue.detail}</bdi></li>`)}</ul>
      <form @submit=${despite}>
        <p><label class="inline"><input type="checkbox" required> I have read what stands against it</label></p>
        <div class="field"><label for="despite-why">Why all the same</label><input id="despite-why" name="why" autocomplete="off" required></div>
        <p class="go"><button type="submit">Publish all the same</button> <a href="#team">Solve it again</a></p>
      </form>` : html`<p class="go"><a class="button" href="#team">Solve it again</a></p>`}
  </section>`;
}

function gapRow(gap, answer) {
  const name = names(answer);
  return html`<li><button type="button" class="finding bad" @click=${(event) => act.pick(gap, event.detail === 0)} @pointerenter=${() => light(gap)} @pointerleave=${() => light(null)} @focus=${() => light(gap)} @blur=${() => light(null)}>
      <bdi>${gap.tier}</bdi>, ${moment(gap.from)} to ${moment(gap.to)}</button>
    ${gap.closing ? html`<p class="note">${gap.closing.sentence}</p>` : nothing}
    ${gap.reasons ? html`<details class="note"><summary>Why nobody can take it as a whole</summary><ul>${gap.reasons.map((reason) => html`<li><bdi>${name.get(reason.member)}</bdi>: ${reason.sentences.length ? reason.sentences.join(' ') : 'could take it.'}</li>`)}</ul></details>` : nothing}
  </li>`;
}

/** Of a rule with very many findings the rest is opened on demand. */
const MOST = 200;

function rule({ id, level, size, cost, weight, description, findings }) {
  const toggle = (event) => {
    if (event.target.open !== state.rulesOpen.includes(id)) {
      set({ rulesOpen: event.target.open ? [...state.rulesOpen, id] : state.rulesOpen.filter((other) => other !== id) });
    }
  };
  return html`<details class="rule ${level.toLowerCase()}" .open=${live(state.rulesOpen.includes(id))} @toggle=${toggle}>
    <summary><span class="id">${id}</span> <span class="count">${findings.length}</span> <span class="cost">${level === 'SOFT' ? `cost ${cost}` : level.toLowerCase()}</span></summary>
    <p class="note">${description}${level === 'SOFT' ? ` Size ${size}, weight ${weight}.` : ''}</p>
    ${state.rulesOpen.includes(id) ? html`<ul class="findings">${findings.slice(0, MOST).map((finding) => html`<li><button type="button" class="finding"
        @pointerenter=${() => light(finding)} @pointerleave=${() => light(null)} @focus=${() => light(finding)} @blur=${() => light(null)}
        @click=${() => light(finding)?.scrollIntoView({ block: 'center' })}><bdi dir="ltr">${finding.sentence}</bdi></button></li>`)}
      ${findings.length > MOST ? html`<li>and ${findings.length - MOST} more, in the JSON</li>` : nothing}</ul>` : nothing}
  </details>`;
}

const light = (finding) => highlight(document.querySelector('.with-side .main'), finding);

function why(picked) {
  const { why: answer, shown } = state;
  const name = names(shown.answer);
  return html`<section class="card why" aria-labelledby="why-title" tabindex="-1" @keydown=${(event) => event.key === 'Escape' && act.unpick()}>
    <header><h2 id="why-title">${picked.member ? person(picked.member, name.get(picked.member)) : html`<span class="bad">Nobody</span>`}</h2>
      <button type="button" class="plain" aria-label="Close" @click=${act.unpick}>✕</button></header>
    <p class="note"><bdi>${picked.tier}</bdi>, ${moment(picked.from)} to ${moment(picked.to)}</p>
    ${desk.isTraded(shown.answer) && picked.member ? covers(name) : nothing}
    ${answer?.refused ? html`<p class="bad" role="alert"><bdi dir="ltr">${answer.refused}</bdi></p><p class="go"><button type="button" @click=${() => act.run(() => act.ask(picked))}>Ask again</button></p>`
      : answer ? options(picked, answer) : html`<p aria-busy="true">Asking …</p>`}
  </section>`;
}

const KINDS = { COVER: 'cover', EXCHANGE: 'exchange', CYCLE: 'three exchange' };

/** Ways to be rid of a shift that people know, as the service ranks them, and the swap that was proposed. */
function covers(name) {
  const { cover, deal } = state;
  const taken = ({ from, to, tier, first, last }) => html`<span class="taken"><bdi>${name.get(to) ?? to}</bdi> takes <bdi>${tier}</bdi> ${span(first, last)} from <bdi>${name.get(from) ?? from}</bdi></span>`;
  const way = ({ kind, sentence, difference, handings }) => html`<li><div class="option">
      <p>${handings.map(taken)} <span class="note">${KINDS[kind] ?? kind}, ${difference.soft ? `cost ${signed(difference.soft)}` : 'at no cost'}</span></p>
      <button type="button" aria-label=${`Propose: ${sentence}`} @click=${() => desk.propose(handings)}>Propose</button></div></li>`;
  const list = (ways) => html`<ol class="options">${ways.slice(0, FIRST_WAYS).map(way)}</ol>
    ${ways.length > FIRST_WAYS ? html`<details><summary>${ways.length - FIRST_WAYS} more</summary><ol class="options">${ways.slice(FIRST_WAYS).map(way)}</ol></details>` : nothing}`;
  return html`<section class="covers"><h3>Cover and swap</h3>
    ${deal ? swapCard(deal, name) : nothing}
    ${deal && ['PROPOSED', 'ACCEPTED'].includes(deal.status) ? nothing
      : !cover ? html`<p aria-busy="true">Asking …</p>`
      : cover.refused ? html`<p class="note"><bdi>${cover.refused}</bdi></p>`
      : cover.swaps.length ? list(cover.swaps)
      : html`<p>Nobody can take it, and no swap does, without breaking a hard rule.</p>`}
    ${cover?.toTheEnd?.swaps.length && !deal ? html`<h3>To the end of the shift</h3>${list(cover.toTheEnd.swaps)}` : nothing}
  </section>`;
}

const FIRST_WAYS = 4;

function options(picked, { options: all, shift }) {
  const others = all.filter((option) => !option.holds);
  return html`
    <p>${reason(all, shift)}</p>
    ${picked.member ? html`<p><button type="button" @click=${act.startSwap}>Exchange with another shift…</button></p>` : nothing}
    <h3>If somebody else held it</h3>
    <ol class="options">${others.map((option) => html`<li class=${option.legal ? '' : 'illegal'}>
      <div class="option">
        <p><bdi dir="ltr">${option.sentence}</bdi></p>
        <button type="button" @click=${() => act.tryMember(shift, option.member, option.name)} aria-label=${`Try ${option.name}`}>Try</button>
      </div>
      ${option.causes.length || option.ends.length ? html`<details><summary>Why</summary><ul>
        ${option.causes.map((cause) => html`<li class=${cause.level === 'SOFT' ? '' : 'bad'}><bdi dir="ltr">${cause.sentence}</bdi> <span class="cost">${signed(cause.cost)}</span></li>`)}
        ${option.ends.map((end) => html`<li class="ends">No longer: <bdi dir="ltr">${end.sentence}</bdi> <span class="cost">${signed(-end.cost)}</span></li>`)}</ul></details>` : nothing}
    </li>`)}</ol>`;
}

const signed = (number) => (number > 0 ? `+${number}` : String(number).replace('-', '−'));

/** What the service's ranking says of whoever holds it. */
function reason(all, shift) {
  const holder = all.find((option) => option.holds);
  const better = all.filter((option) => option.legal && option.rank < holder.rank);
  if (shift.member === null) {
    return better.length ? 'Some could hold it without breaking a hard rule: they come first.' : 'Nobody could hold all of it without breaking a hard rule.';
  }
  return better.length
    ? `${better.length === 1 ? 'One change' : `${better.length} changes`} here alone would cost less.`
    : 'Nobody else could hold it at less cost, all other shifts staying as they are.';
}
