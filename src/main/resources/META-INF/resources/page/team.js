// From nothing to a rota: names, dates, one button; and, for who wants more, a row for each member.
import { html, live, nothing, repeat } from './lib.js';
import { asList, asMember, at, idOf as memberId, set, state } from './state.js';
import { badge } from './people.js';
import { isDate, span, spanOfYears, when } from './dates.js';
import * as files from './files.js';
import * as act from './actions.js';
import * as desk from './desk.js';

// Fields by the place in the request that they are for: where the service finds an issue, and whose field it is shown at.
const OWN = [
  /^\/team\/members$/,
  /^\/team\/members\/\d+\/(id|name|share|onCall|from|until|skills|novice|knows)$/,
  /^\/team\/members\/\d+\/(leave|wishes)\/\d+\/(from|to|want)$/,
  /^\/(from|to)$/,
  /^\/team\/(name|zone|holidays)$/,
  /^\/solve\/limit$/,
];
const REST = '/';

/** The field at which an issue is shown: the nearest around its place, or the request as a whole. */
export function fieldOf(pointer) {
  if (/^\/team\/members\/\d+$/.test(pointer)) {
    return `${pointer}/name`;
  }
  if (/\/(leave|wishes)\/\d+$/.test(pointer)) {
    return `${pointer}/from`;
  }
  for (let here = pointer; here; here = here.slice(0, here.lastIndexOf('/'))) {
    if (OWN.some((own) => own.test(here))) {
      return here;
    }
  }
  return REST;
}

const idOf = (pointer) => `at${pointer.replaceAll('/', '-')}`;
const issuesOf = (pointer) => state.issues.filter((issue) => fieldOf(issue.pointer) === pointer);

/** A label, what it is for, and what the service has against its value. */
function field(pointer, label, input, hint) {
  const id = idOf(pointer);
  const issues = issuesOf(pointer);
  const described = [hint ? `${id}-hint` : '', issues.length ? `${id}-issues` : ''].join(' ').trim();
  return html`<div class="field ${issues.length ? 'wrong' : ''}">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${input({ id, invalid: issues.length ? 'true' : nothing, described: described || nothing })}
    ${said(issues, `${id}-issues`)}
  </div>`;
}

const said = (issues, id) => (issues.length ? html`<div class="issues" id=${id}>${issues.map((issue) => html`<p><bdi dir="ltr">${issue.detail}</bdi></p>`)}</div>` : nothing);

/** What a field shows: while somebody types in it what they have typed, whatever is drawn meanwhile. */
const shown = (id, value) => {
  const here = document.getElementById(id);
  return here && here === document.activeElement && 'typed' in here.dataset ? here.value : value;
};
const typing = (event) => { event.target.dataset.typed = ''; };
const typed = (event) => { delete event.target.dataset.typed; return event.target.value; };

/** A field for dates shows nothing else: what is no date stands in one for text, until it is put right. While somebody types, it may be any. */
const typeFor = (id, type, value) => (type === 'date' && value && !isDate(value) && document.activeElement?.id !== id ? 'text' : type);

const text = (pointer, label, { type = 'text', read = (value) => value || undefined, write = (value) => value ?? '', hint, ...more } = {}) =>
  field(pointer, label, ({ id, invalid, described }) => html`<input id=${id} type=${typeFor(id, type, at(state.draft, pointer))} autocomplete="off" min=${more.min ?? nothing} max=${more.max ?? nothing} step=${more.step ?? nothing}
    placeholder=${more.placeholder ?? nothing} aria-invalid=${invalid} aria-describedby=${described} .value=${live(shown(id, write(at(state.draft, pointer))))}
    @input=${typing} @change=${(event) => act.edit(pointer, read(typed(event)))}>`, hint);

const tick = (pointer, label, otherwise) =>
  html`<div class="field check"><label><input type="checkbox" .checked=${live(at(state.draft, pointer) ?? otherwise)} @change=${(event) => act.edit(pointer, event.target.checked)}> ${label}</label>${said(issuesOf(pointer), `${idOf(pointer)}-issues`)}</div>`;

const words = { read: (value) => list(value), write: (value) => (Array.isArray(value) ? value.join(', ') : String(value ?? '')) };
const list = (value) => value.split(/[,;]/).map((word) => word.trim()).filter(Boolean);

// Examples are for whoever has nobody yet; to others they would be in the way.
let examplesOpen = false;

/**
 * Names as typed or pasted: one a line, of which a table's first column counts, or all in one line with commas; without the marks of
 * a list and without addresses.
 */
function namesIn(typed) {
  const lines = typed.trim().split('\n');
  return (lines.length > 1 ? lines.map((line) => line.split('\t')[0]) : lines[0].split(/[,;\t]/))
    .map((name) => name.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').replace(/\s*<[^<>\s]+@[^<>\s]+>\s*$/, '').trim())
    .filter(Boolean);
}

/** Whoever was there already keeps what is known of them, also where nothing but names was corrected. */
function rename(typed) {
  const names = namesIn(typed);
  const known = [...state.draft.team.members];
  const take = (name) => {
    const index = known.findIndex((member) => member !== null && asMember(member).name === name);
    return index < 0 ? undefined : known.splice(index, 1, null)[0];
  };
  const found = names.map(take);
  const corrected = names.length === known.length;
  return names.map((name, index) => found[index] ?? (corrected && known[index] && isCorrection(asMember(known[index]).name, name) ? { ...asMember(known[index]), name } : { name }));
}

/** Whether one name is the other put right, rather than somebody else: by a sign, or by a word of several. */
function isCorrection(old, name) {
  const [one, other] = [String(old), name].map((text) => [...text.toLocaleLowerCase()]);
  const most = Math.max(one.length, other.length);
  let same = 0;
  while (same < most && one[same] === other[same]) {
    same += 1;
  }
  const beginning = same;
  while (same < most && one[one.length - 1 - (same - beginning)] === other[other.length - 1 - (same - beginning)]) {
    same += 1;
  }
  const words = (text) => text.join('').split(/\s+/).filter(Boolean);
  return same >= most - 1 || words(one).some((word) => words(other).includes(word));
}

export function team() {
  const { draft, issues, solve } = state;
  const members = asList(draft.team?.members);
  return html`<div class="team" @dragover=${(event) => isFile(event) && event.preventDefault()} @drop=${dropped}>
    <form class="start" @submit=${(event) => { event.preventDefault(); if (!solve) { act.solve(); } }} novalidate>
      ${issues.length ? summary(issues) : nothing}
      ${state.before ? html`<p class="tried">Another team was here. <button type="button" @click=${act.bringBack}>Bring it back</button></p>` : nothing}
      <section class="card">
        <h2>Who, and when</h2>
        ${field('/team/members', 'Names', ({ id, invalid, described }) => html`<textarea id=${id} rows=${Math.min(14, Math.max(6, members.length))} spellcheck="false" dir="auto" aria-invalid=${invalid} aria-describedby=${described}
          .value=${live(shown(id, members.map((member) => asMember(member).name ?? '').join('\n')))} @input=${typing} @change=${(event) => act.edit('/team/members', rename(typed(event)))}></textarea>`, 'One a line, or all in one with commas. Or drop a file.')}
        <div class="pair">${text('/from', 'First day', { type: 'date', read: (value) => value })}${text('/to', 'First day not planned', { type: 'date', read: (value) => value })}</div>
        <details class="more"><summary>More</summary>
          ${text('/team/name', 'Name of the team')}
          <div class="pair">${text('/team/zone', 'Time zone', { placeholder: 'Europe/London' })}${text('/team/holidays', 'Bank holidays', { placeholder: 'GB-ENG, or none' })}</div>
          ${text('/solve/limit', 'Search for at most, in seconds', { placeholder: '20', read: (value) => (/^\d+$/.test(value.trim()) ? `PT${value.trim()}S` : value.trim() || undefined), write: (value) => (/^PT[\dHMS.]+$/.test(value) ? act.seconds(value) : value ?? '') })}
        </details>
        <p class="go"><button type="submit" class="primary" aria-disabled=${solve || state.busy ? 'true' : nothing}>${desk.isDirty() ? 'Keep, and make the rota' : 'Make the rota'}</button>
          ${members.length ? html`<button type="button" class="plain" @click=${act.startAnew}>Start anew</button>` : nothing}</p>
      </section>
      <details class="card" .open=${live(!members.length || examplesOpen)} @toggle=${(event) => { examplesOpen = event.target.open && members.length > 0; }}><summary><h2>Or try an example</h2></summary>
        <ul class="examples">${state.examples.map((example) => html`<li><button type="button" @click=${() => act.loadExample(example.id)}><strong>${example.title}</strong><span>${example.description}</span></button></li>`)}</ul>
      </details>
    </form>
    <div class="rest">
      ${state.teams ? keeping(draft) : nothing}
      ${drop()}
      ${state.assessment ? assessment(state.assessment) : nothing}
      ${members.length ? rows(members) : nothing}
      ${asJson()}
    </div>
  </div>`;
}

/** The teams that the service keeps, and whether this is one of them. */
function keeping({ team }) {
  const { kept, teams, stale } = state;
  const dirty = desk.isDirty();
  const others = teams.filter((row) => row.id !== kept?.id);
  const keep = (event) => {
    event.preventDefault();
    if (kept && !dirty) {
      return;
    }
    desk.keep(kept?.id ?? new FormData(event.target).get('id').trim());
  };
  return html`<section class="card keeping" aria-labelledby="keeping" tabindex="-1"><h2 id="keeping">Kept teams</h2>
    ${kept || team?.members?.length ? html`<form @submit=${keep}>
      ${kept ? html`<p><strong><bdi>${desk.called(kept.id, kept.team.name)}</bdi></strong> is open. ${dirty ? 'What you changed is not kept yet.' : 'All of it is kept.'} <a href="#kept">Who is on call, and its rotas</a></p>`
        : html`<div class="field"><label for="keep-id">Keep it as</label><p class="hint" id="keep-id-hint">Letters, digits and dashes: the service then knows its people, leave and rotas.</p>
          <input id="keep-id" name="id" required autocomplete="off" spellcheck="false" aria-describedby=${state.badId ? 'keep-id-hint keep-id-issues' : 'keep-id-hint'} aria-invalid=${state.badId ? 'true' : nothing} placeholder="platform">
          ${state.badId ? html`<div class="issues" id="keep-id-issues"><p><bdi dir="ltr">${state.badId}</bdi></p></div>` : nothing}</div>`}
      <p class="go"><button type="submit" aria-disabled=${(kept && !dirty) || state.busy ? 'true' : nothing}>${kept ? 'Keep the changes' : 'Keep this team'}</button></p>
      ${stale ? outdated(stale) : nothing}
    </form>` : nothing}
    ${others.length ? html`<details class="more" .open=${others.length <= FEW}><summary>${others.length === 1 ? 'Open a kept team' : `Open one of ${others.length} kept teams`}</summary>
      <ul class="examples">${others.map((row) => html`<li><button type="button" @click=${(event) => desk.open(row.id, event.detail === 0)}><strong><bdi>${desk.called(row.id, row.name)}</bdi></strong><span><bdi>${row.id}</bdi>, ${row.members} ${row.members === 1 ? 'member' : 'members'}</span></button></li>`)}</ul></details>`
      : !kept && !team?.members?.length ? html`<p class="note">None yet. Name the people, then keep the team.</p>` : nothing}
  </section>`;
}

const FEW = 5;

/** Somebody was first: beside the button that said so, with both ways out. */
function outdated({ id, theirs, changed, contested: both, last }) {
  return html`<div class="refusal stale" role="alert">${theirs ? html`<p>Not kept: somebody else has changed this team since you opened it. What you wrote is still here.</p>
      ${last ? html`<p class="note">Last, ${when(last.at)}: ${last.what.replaceAll('-', ' ')}, by <bdi>${last.who}</bdi>.</p>` : nothing}
      ${changed.length ? html`<p>They changed:</p><ul>${changed.slice(0, MOST_CHANGES).map((change) => html`<li>${place(change, theirs.team)}</li>`)}${changed.length > MOST_CHANGES ? html`<li>and ${changed.length - MOST_CHANGES} more</li>` : nothing}</ul>` : html`<p>It says what you opened all the same.</p>`}
      ${both.length ? html`<p>You have changed the same:</p><ul>${both.map((change) => html`<li>${place(change, theirs.team)}</li>`)}</ul>` : nothing}`
    : html`<p>Not kept: there is a team <bdi>${id}</bdi> already. Choose another id, or go on with one of the two.</p>`}
    <p class="buttons">${theirs ? html`<button type="button" class="primary" @click=${desk.goOnFromTheirs}>Load theirs, with my changes on top</button>` : nothing}
      <button type="button" @click=${() => desk.open(id)}>Open theirs, and lose mine</button>
      <button type="button" @click=${() => desk.keepOver(id)}>Keep mine over theirs</button></p></div>`;
}

const MOST_CHANGES = 8;
const WORDS = { onCall: 'opted in', from: 'on the rota from', until: 'on the rota until', share: 'share of full time', zone: 'time zone', holidays: 'bank holidays' };

/** Where a change is, in words, and what it comes to. */
function place({ path: [part, id, field], from, to }, team) {
  if (part !== 'members') {
    return html`${WORDS[part] ?? part}`;
  }
  const known = [...team.members, ...state.kept.team.members].map(asMember).find((member) => (member.id ?? member.name) === id);
  const said = field ? `${WORDS[field] ?? field}${value(to)}` : from === undefined ? 'new' : 'gone';
  return html`<bdi>${known?.name ?? asMember(to ?? from).name ?? id}</bdi>: <bdi>${said}</bdi>`;
}

function value(to) {
  if (to === undefined || to === null) {
    return ', taken out';
  }
  return to.from && to.to ? ` ${span(to.from, to.to)}` : typeof to === 'object' ? '' : ` ${to === true ? 'yes' : to === false ? 'no' : to}`;
}

/** What came of a file; of a calendar, whose leave it is. */
function file(each) {
  const { name, said, bad, read, whose } = each;
  if (!read) {
    return html`<div class="file ${bad ? 'bad' : ''}" role=${bad ? 'alert' : nothing}><p><strong><bdi>${name}</bdi></strong></p>${said.split('\n').map((line) => html`<p><bdi dir="ltr">${line}</bdi></p>`)}</div>`;
  }
  const members = asList(state.draft.team.members).map(asMember).filter((member) => member.name);
  const named = new Map(members.map((member) => [memberId(member), member.name]));
  const id = `whose-${each.key}`;
  const take = (event) => {
    event.preventDefault();
    files.importLeave(each);
  };
  return html`<form class="file" @submit=${take}><div class="field"><label for=${id}>Whose leave is <bdi>${name}</bdi>?</label>
    <select id=${id} required .value=${live(whose)} @change=${(event) => files.chooseWhose(each, event.target.value)}><option value="" ?selected=${whose === ''}>Choose</option>
      ${read.members.length ? html`<option value=${desk.EACH} ?selected=${whose === desk.EACH}>Theirs whom its events name</option>` : nothing}
      ${members.map((member) => html`<option value=${memberId(member)} ?selected=${whose === memberId(member)}>${member.name}</option>`)}</select></div>
    ${whose === desk.EACH ? html`<ul class="note">${read.members.map(({ member, leave }) => html`<li><bdi>${named.get(member) ?? member}</bdi>: ${spans(leave)}</li>`)}
        ${read.others.length ? html`<li>Nobody is named in ${read.others.slice(0, FEW).map((other, index) => html`${index ? ', ' : ''}<bdi>${other.title || 'an event without a title'}</bdi> (${spans(other.leave)})`)}${read.others.length > FEW ? ` and ${read.others.length - FEW} more` : ''}: left out.</li>` : nothing}</ul>`
      : whose ? html`<p class="note">${spans(read.leave)}</p>` : nothing}
    ${read.notes.length ? html`<ul class="note">${read.notes.map((note) => html`<li><bdi dir="ltr">${note}</bdi></li>`)}</ul>` : nothing}
    <p class="go"><button type="submit">Import the leave</button> <button type="button" class="plain" @click=${() => files.leaveFile(each)}>Leave it</button></p></form>`;
}

const MOST_SPANS = 12;

const spans = (leave) => `${leave.slice(0, MOST_SPANS).map(({ from, to }) => spanOfYears(from, to)).join(', ')}${leave.length > MOST_SPANS ? ` and ${leave.length - MOST_SPANS} more` : ''}`;

function summary(issues) {
  return html`<section class="card failure" role="alert" aria-labelledby="issues-title"><h2 id="issues-title">${issues.length === 1 ? 'One thing' : `${issues.length} things`} to put right</h2>
    <ul>${issues.map((issue) => html`<li><a href=${`#${idOf(fieldOf(issue.pointer))}`} @click=${(event) => { event.preventDefault(); show(fieldOf(issue.pointer)); }}><bdi dir="ltr">${issue.detail.split('\n')[0]}</bdi></a></li>`)}</ul></section>`;
}

function show(pointer) {
  const input = document.getElementById(idOf(pointer));
  for (let around = input?.closest('details'); around; around = around.parentElement.closest('details')) {
    around.open = true;
  }
  input?.focus();
}

const isFile = (event) => event.dataTransfer.types.includes('Files');

/** Files may be dropped anywhere: elsewhere than on its card the browser would leave the page to show them. */
function dropped(event) {
  if (isFile(event)) {
    event.preventDefault();
    files.readFiles([...event.dataTransfer.files]);
  }
}

function drop() {
  return html`<section class="card drop" aria-label="Files" tabindex="-1">
    <label>Drop files here, or <span class="link">choose some</span><input type="file" multiple class="unseen" accept=".csv,.json,.ics,text/csv,application/json,text/calendar" @change=${(event) => { files.readFiles([...event.target.files]); event.target.value = ''; }}></label>
    <p class="hint">CSV with the columns name, share, skills, novice, on call, from, until, knows, leave, avoid, want; only the name is needed. Calendars (.ics) with the leave of a member, or of all whom their events name. Or a whole request as JSON.</p>
    ${repeat(state.files, (each) => each.key, file)}
  </section>`;
}

function assessment({ statements, mayBeComplete }) {
  return html`<section class="card" aria-labelledby="counting"><h2 id="counting">What counting says</h2>
    <p class="verdict ${mayBeComplete ? 'good' : 'bad'}">${mayBeComplete ? 'Nothing stands against a complete rota.' : 'Gaps are certain.'}</p>
    <ul class="advice">${statements.slice(0, 8).map((row) => html`<li><bdi dir="ltr">${row.sentence}</bdi> <span class="note">${row.certain ? 'certain' : 'an indication'}</span></li>`)}</ul>
    ${statements.length > 8 ? html`<details><summary>${statements.length - 8} more</summary><ul class="advice">${statements.slice(8).map((row) => html`<li><bdi dir="ltr">${row.sentence}</bdi> <span class="note">${row.certain ? 'certain' : 'an indication'}</span></li>`)}</ul></details>` : nothing}
  </section>`;
}

function rows(members) {
  return html`<section class="card" aria-labelledby="members"><h2 id="members">Members</h2>
    <div class="members" tabindex="-1">${repeat(members, (member, index) => index, (member, index) => row(asMember(member), index))}</div>
    <p><button type="button" @click=${() => add('/team/members', members, { name: '' }, 'name')}>Add a member</button></p>
  </section>`;
}

function row(member, index) {
  const here = `/team/members/${index}`;
  const wrong = state.issues.some((issue) => issue.pointer === here || issue.pointer.startsWith(`${here}/`));
  // A bare name becomes a member as soon as more is said of them.
  const expand = () => typeof state.draft.team.members[index] === 'string' && act.edit(here, member);
  const open = wrong || opened.has(index);
  return html`<details class="member ${wrong ? 'wrong' : ''}" .open=${live(open)} @toggle=${(event) => { toggle(index, event.target.open); expand(); set({}); }}>
    <summary>${badge(memberId(member) ?? '', member.name ?? '?')}<span class="name"><bdi>${member.name || 'No name yet'}</bdi></span><span class="facts">${facts(member)}</span></summary>
    ${open ? html`<div class="sheet">
      <div class="pair">${text(`${here}/name`, 'Name')}${text(`${here}/share`, 'Share of full time', { type: 'number', min: 0.05, max: 1, step: 0.05, placeholder: '1', read: (value) => (value === '' ? undefined : Number(value)) })}</div>
      <div class="pair">${tick(`${here}/onCall`, 'Opted in to on-call', true)}${tick(`${here}/novice`, 'Novice', false)}</div>
      <div class="pair">${text(`${here}/from`, 'On the rota from', { type: 'date' })}${text(`${here}/until`, 'until', { type: 'date' })}</div>
      <div class="pair">${text(`${here}/id`, 'Id', { placeholder: String(member.name ?? ''), hint: 'What history and other tools know them by. Tells two of the same name apart.' })}</div>
      <div class="pair">${text(`${here}/skills`, 'Skills', { ...words, placeholder: 'senior, payments' })}${text(`${here}/knows`, 'Knows well', { ...words, placeholder: 'ids: ana, bo' })}</div>
      ${stretches(`${here}/leave`, 'Leave', asList(member.leave), {})}
      ${stretches(`${here}/wishes`, 'Wishes', asList(member.wishes), { want: false })}
      <p><button type="button" class="plain bad" @click=${() => { opened.clear(); act.edit(here, undefined); }}>Remove <bdi>${member.name}</bdi></button></p>
    </div>` : nothing}
  </details>`;
}

const opened = new Set();

function toggle(index, open) {
  if (open) {
    opened.add(index);
  } else {
    opened.delete(index);
  }
}

function facts(member) {
  const { share } = member;
  const [leave, wishes] = [asList(member.leave), asList(member.wishes)];
  return [
    share !== undefined && share !== null && share !== 1 ? (typeof share === 'number' ? `${Math.round(share * 100)} %` : String(share)) : '',
    member.novice ? 'novice' : '',
    member.onCall === false ? 'not opted in' : '',
    ...asList(member.skills),
    leave.length === 1 && leave[0]?.from && leave[0].to ? `leave ${span(leave[0].from, leave[0].to)}` : leave.length ? `${leave.length} ${leave.length === 1 ? 'leave' : 'leaves'}` : '',
    wishes.length ? `${wishes.length} ${wishes.length === 1 ? 'wish' : 'wishes'}` : '',
  ].filter(Boolean).join(' · ');
}

/** Adds to a list of the request; keys go on in the first field of what was added. */
function add(pointer, all, value, first) {
  const place = `${pointer}/${all.length}`;
  if (pointer === '/team/members') {
    opened.add(all.length);
  }
  act.edit(place, value);
  setTimeout(() => document.getElementById(idOf(`${place}/${first}`))?.focus());
}

function stretches(pointer, title, all, blank) {
  return html`<fieldset tabindex="-1"><legend>${title}</legend>
    ${all.map((each, index) => html`<div class="stretch">
      ${text(`${pointer}/${index}/from`, 'From', { type: 'date' })}${text(`${pointer}/${index}/to`, 'to', { type: 'date' })}
      ${'want' in blank ? field(`${pointer}/${index}/want`, 'They', ({ id, invalid, described }) => html`<select id=${id} aria-invalid=${invalid} aria-describedby=${described} .value=${live(String(each?.want ?? false))} @change=${(event) => act.edit(`${pointer}/${index}/want`, event.target.value === 'true')}><option value="false">ask to avoid it</option><option value="true">ask for it</option></select>`) : nothing}
      <button type="button" class="plain" aria-label=${`Remove this ${title.toLowerCase().replace(/s$/, '').replace('wishe', 'wish')}`} @click=${() => act.edit(`${pointer}/${index}`, undefined)}>✕</button>
    </div>`)}
    <p><button type="button" @click=${() => add(pointer, all, { from: '', to: '', ...blank }, 'from')}>Add ${title === 'Leave' ? 'leave' : 'a wish'}</button></p>
  </fieldset>`;
}

let broken = '';
/** What was written there while it cannot be a request: not to be lost for a comma. */
let unread = null;

/** The whole request, for all that has no field of its own: rotations, tiers, coverage, history, weights of rules. */
function asJson() {
  const rest = issuesOf(REST);
  const read = (event) => {
    try {
      const draft = JSON.parse(event.target.value);
      broken = Array.isArray(draft.team?.members) ? '' : 'It must have team.members, a list.';
      if (!broken) {
        unread = null;
        act.useDraft(draft);
        return;
      }
    } catch (error) {
      broken = `This is not JSON: ${error.message}`;
    }
    unread = event.target.value;
    set({});
  };
  return html`<details class="card" .open=${live(rest.length > 0 || broken !== '' || jsonOpen)} @toggle=${(event) => { jsonOpen = event.target.open; }}><summary><h2>The request as JSON</h2></summary>
    <p class="hint" id="json-hint">Rotations, tiers, coverage, history and the weights of rules are written here.</p>
    <textarea id=${idOf(REST)} class="code" rows="18" spellcheck="false" aria-label="The request as JSON" aria-describedby="json-hint json-issues" aria-invalid=${rest.length || broken ? 'true' : nothing}
      .value=${live(unread ?? JSON.stringify(state.draft, null, 1))} @change=${read}></textarea>
    <div class="issues" id="json-issues">${broken ? html`<p>${broken}</p><p><button type="button" @click=${() => { broken = ''; unread = null; set({}); }}>Back to the request as it was</button></p>` : nothing}${rest.map((issue) => html`<p><code>${issue.pointer}</code> <bdi dir="ltr">${issue.detail}</bdi></p>`)}</div>
  </details>`;
}

let jsonOpen = false;
