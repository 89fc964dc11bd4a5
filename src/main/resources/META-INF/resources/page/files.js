// Files that were dropped: a table of members, a calendar of leave, or a whole request as JSON. What tables and calendars say is
// for the service to read; it becomes places of the request.
import { asList, asMember, idOf, plain, say, set, state } from './state.js';
import * as api from './api.js';
import * as act from './actions.js';
import * as desk from './desk.js';

const MOST_BYTES = 5_000_000;

let last = 0;

const isCalendar = (file) => /\.ics$/i.test(file.name);

/** Reads the files one after the other, calendars once their people are known, and says of each what came of it. */
export async function readFiles(files) {
  set({ files: state.files.filter((file) => file.text) });
  for (const file of files.toSorted((a, b) => isCalendar(a) - isCalendar(b))) {
    const read = { key: ++last, name: file.name, ...(await readFile(file).catch(refusal)) };
    set({ files: [...state.files, read] });
    say(`${read.name}: ${read.said}`);
  }
}

/** A file that cannot be used, and why: each thing on a line of its own. */
function refusal(problem) {
  if (!(problem instanceof api.Problem)) {
    throw problem;
  }
  return { bad: true, said: problem.issues.length ? problem.issues.map((issue) => issue.detail).join('\n') : problem.message };
}

const refuse = (said) => ({ bad: true, said });

async function readFile(file) {
  if (file.size > MOST_BYTES) {
    return refuse('the file is larger than the 5 MB that the service takes.');
  }
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return refuse('it cannot be read. Maybe it is a folder, or it was moved meanwhile?');
  }
  const text = utf8(bytes);
  if (text !== null && /^\s*BEGIN:VCALENDAR/i.test(text)) {
    return readCalendar(file.name, text);
  }
  // What is no text the service refuses with a reason.
  return text !== null && /^\s*[{[]/.test(text) ? readRequest(text) : readTable(bytes);
}

/** The text, without the mark that some editors begin with; null: it is none in UTF-8. */
function utf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readRequest(text) {
  let draft;
  try {
    draft = JSON.parse(text);
  } catch (error) {
    return refuse(`this is not JSON: ${error.message}`);
  }
  if (!Array.isArray(draft.team?.members)) {
    return refuse('it must have team.members, a list.');
  }
  act.replaceTeam(draft);
  return { said: `${draft.team.members.length} ${draft.team.members.length === 1 ? 'person' : 'people'}, and all else that it asks for.` };
}

async function readTable(table) {
  const { members, notes } = plain(await api.readMembers(table));
  if (!members.length) {
    return refuse('it has a line of column names, and must have one for each member below it.');
  }
  const { all, added } = merged(asList(state.draft.team?.members).map(asMember), members);
  act.useDraft({ ...state.draft, team: { ...state.draft.team, members: all } });
  const changed = members.length - added;
  return { said: [`${people(added, 'new ')}${changed ? `, ${people(changed)} brought up to date` : ''}.`, ...notes].join(' ') };
}

const people = (number, kind = '') => `${number} ${kind}${number === 1 ? 'member' : 'members'}`;

/** The members with what the rows say: of those who are there, by id or by name, what the table is silent about stays. */
function merged(members, rows) {
  const all = [...members];
  for (const row of rows) {
    const index = members.findIndex((member) => (row.id && member.id ? row.id === member.id : row.name === member.name));
    if (index < 0) {
      all.push(row);
    } else {
      all[index] = { ...all[index], ...row };
    }
  }
  return { all, added: all.length - members.length };
}

async function readCalendar(name, text) {
  const members = asList(state.draft.team?.members).map(asMember).filter((member) => member.name);
  if (!members.length) {
    return refuse('this is a calendar. Name the people first, so that it can be said whose leave it is.');
  }
  const named = members.map((member) => ({ id: idOf(member), name: member.name }));
  const { team: { zone }, from } = state.draft;
  // The leave of a kept team is for whatever is planned next; that of a request is for its dates.
  const first = (!state.kept && from) || undefined;
  const read = await api.readLeave({ calendar: text, name, zone, from: first, members: named });
  if (!read.leave.length) {
    return refuse(`no event in it falls on any day from a year before ${first ?? 'today'} to two years after.`);
  }
  return { text, read, whose: read.of ?? (read.members.length ? desk.EACH : ''), said: 'this is a calendar. Choose whose leave it is.' };
}

const replace = (file, patch) => set({ files: state.files.map((each) => (each.key === file.key ? { ...each, ...patch } : each)) });

export const chooseWhose = (file, whose) => replace(file, { whose });

export const leaveFile = (file) => set({ files: state.files.filter((each) => each.key !== file.key) });

/** Makes leave of a calendar: of the member who was chosen, or of those whom its events name. */
export const importLeave = (file) =>
  act.runOnce(async () => {
    const done = state.kept ? await desk.importLeave(file) : intoDraft(file);
    if (done) {
      const name = new Map(state.draft.team.members.map(asMember).map((member) => [idOf(member), member.name]));
      const said = done.changed.map(({ member, added, removed }) => `${name.get(member) ?? member}: ${leaves(added.length)} added${removed.length ? `, ${removed.length} removed` : ''}.`);
      const text = [...(said.length ? said : ['Nothing that was not there already.']), ...done.notes].join('\n');
      replace(file, { text: undefined, read: undefined, said: text });
      say(`${file.name}: ${text}`);
    }
  });

const leaves = (number) => `${number} ${number === 1 ? 'leave' : 'leaves'}`;

function intoDraft({ read, whose }) {
  const leaveOf = new Map(whose === desk.EACH ? read.members.map(({ member, leave }) => [member, leave]) : [[whose, read.leave]]);
  const changed = [];
  const members = state.draft.team.members.map((each) => {
    const member = asMember(each);
    const there = new Set((member.leave ?? []).map(({ from, to }) => `${from} ${to}`));
    const added = (leaveOf.get(idOf(member)) ?? []).filter(({ from, to }) => !there.has(`${from} ${to}`));
    if (!added.length) {
      return each;
    }
    changed.push({ member: idOf(member), added, removed: [] });
    return { ...member, leave: [...(member.leave ?? []), ...added] };
  });
  act.edit('/team/members', members);
  const known = new Set(state.draft.team.members.map((member) => idOf(asMember(member))));
  const gone = [...leaveOf.keys()].filter((id) => !known.has(id));
  return { changed, notes: [...read.notes, ...(gone.length ? [`Nobody is called ${gone.join(', ')} any more: drop the calendar again.`] : [])] };
}
