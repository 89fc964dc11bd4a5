// Files that were dropped: the member table as CSV, or a whole request as JSON. They become places of the request; whether
// their values can be is for the service to say.
import { say, set, state } from './state.js';
import { Problem } from './api.js';
import * as act from './actions.js';

const MOST_BYTES = 5_000_000;

export async function readFile(file) {
  const refuse = (detail) => {
    set({ failure: new Problem({ detail: `${file.name}: ${detail}` }) });
    say(`${file.name}: ${detail}`);
  };
  if (file.size > MOST_BYTES) {
    return refuse('the file is larger than the 5 MB that the service takes.');
  }
  const text = (await file.text()).replace(/^\uFEFF/, '');
  if (/^\s*BEGIN:VCALENDAR/.test(text)) {
    if (!state.kept) {
      return refuse('leave is imported into a team that the service keeps. Maybe keep the team first, or write the leave as CSV, in the column leave?');
    }
    set({ feed: { name: file.name, text } });
    return say(`${file.name} is a calendar. Choose whose leave it is.`);
  }
  if (/^\s*\{/.test(text)) {
    try {
      const draft = JSON.parse(text);
      if (!Array.isArray(draft.team?.members)) {
        return refuse('it must have team.members, a list.');
      }
      set({ kept: null, stale: null });
      act.useDraft(draft);
      return say(`${file.name} is loaded: ${draft.team.members.length} people.`);
    } catch (error) {
      return refuse(`this is not JSON: ${error.message}`);
    }
  }
  const { members, unknown } = membersOf(text);
  if (!members.length) {
    return refuse('it must have a line of column names, one of them name, and a line for each member.');
  }
  act.useDraft({ ...state.draft, team: { ...state.draft.team, members } });
  const left = unknown.length ? ` Columns that were left out: ${unknown.join(', ')}.` : '';
  return say(`${members.length} members read from ${file.name}.${left}`);
}

/** The rows of a CSV text, RFC 4180, with the separator that its first line has most of. */
export function rowsOf(text) {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const separator = [',', ';', '\t'].reduce((best, each) => (firstLine.split(each).length > firstLine.split(best).length ? each : best));
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') {
        cell += character;
      } else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else {
        quoted = false;
      }
    } else if (character === '"') {
      quoted = true;
    } else if (character === separator || character === '\n') {
      rows.at(-1).push(cell.replace(/\r$/, '').trim());
      cell = '';
      if (character === '\n') {
        rows.push([]);
      }
    } else {
      cell += character;
    }
  }
  rows.at(-1).push(cell.replace(/\r$/, '').trim());
  return rows.filter((row) => row.some(Boolean));
}

const yes = (value) => /^(true|yes|y|x|1)$/i.test(value);
const list = (value) => value.split(/[,;|]/).map((each) => each.trim()).filter(Boolean);
const stretches = (value) =>
  value.split(/[;|\n]/).map((each) => each.trim()).filter(Boolean).map((each) => {
    const [from, to = from] = each.split(/\s*(?:\.\.|\/|–| to )\s*/);
    return { from, to };
  });

const COLUMNS = {
  id: (value) => ({ id: value }),
  name: (value) => ({ name: value }),
  share: (value) => ({ share: value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number.isNaN(Number(value)) ? value : Number(value) }),
  oncall: (value) => ({ onCall: yes(value) }),
  from: (value) => ({ from: value }),
  until: (value) => ({ until: value }),
  skills: (value) => ({ skills: list(value) }),
  novice: (value) => ({ novice: yes(value) }),
  knows: (value) => ({ knows: list(value) }),
  leave: (value) => ({ leave: stretches(value) }),
  avoid: (value) => ({ wishes: stretches(value).map((each) => ({ ...each, want: false })) }),
  want: (value) => ({ wishes: stretches(value).map((each) => ({ ...each, want: true })) }),
};

function membersOf(text) {
  const [head, ...rows] = rowsOf(text);
  const keys = (head ?? []).map((column) => column.toLowerCase().replace(/[^\p{L}]/gu, ''));
  if (!keys.includes('name')) {
    return { members: [], unknown: [] };
  }
  const members = rows.map((row) =>
    keys.reduce((member, key, index) => {
      if (!COLUMNS[key] || !row[index]) {
        return member;
      }
      const more = COLUMNS[key](row[index]);
      return { ...member, ...more, ...(more.wishes ? { wishes: [...(member.wishes ?? []), ...more.wishes] } : {}) };
    }, {}),
  );
  return { members, unknown: head.filter((_, index) => !COLUMNS[keys[index]]) };
}
