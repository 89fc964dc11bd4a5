// What the page knows, in one object that is replaced part by part; whoever listens draws it anew.

const DRAFT = 'rota.draft';
const KEPT = 'rota.kept';
const USER = 'rota.user';

export const state = {
  /** The view that is open: team, rota, fairness, change, take or kept. */
  tab: 'team',
  /** The request as it is being written. Its places are those that the service's issues point to. */
  draft: stored(DRAFT) ?? emptyDraft(),
  /** What is wrong with it, as the service said. */
  issues: [],
  /** Whether to have it checked while it is written: not before somebody has pressed the button once. */
  checks: false,
  assessment: null,
  examples: [],
  /** The solve that runs: {id, status, elapsed, score, points}. */
  solve: null,
  /** The rota that is shown: {answer, calendar, label}; and those before it, for undo. */
  shown: null,
  trail: [],
  /** How it is shown: weeks or days. */
  view: 'weeks',
  /** The shift or gap that is looked at, and what the service says of it. */
  picked: null,
  why: null,
  /** The first of two shifts to be exchanged. */
  swap: null,
  /** A change that is being weighed: {baseline, leave, options, chosen}. */
  change: null,
  /** The teams that the service keeps; null: it keeps none, or has not said yet. */
  teams: null,
  /** The team that is open, as the service keeps it: {id, tag, team}; and, by the service, {onCall, revisions, swaps}. */
  kept: stored(KEPT),
  desk: null,
  events: null,
  /**
   * Why it was not kept: somebody else was first; {id}, and where the team was open also {theirs, changed, contested, last}: their version,
   * what they changed, what of the changes made here that contradicts, and the last line of the trail.
   */
  stale: null,
  /** Its calendars, {team, all}; and the addresses of those that were made here, by id. */
  feeds: null,
  addresses: {},
  /**
   * Files that were dropped, and what came of each: {name, said, bad}; a calendar, until it is imported, also has {text, read, whose}:
   * what the service read in it, and whose leave it is: a member's id, or EACH.
   */
  files: [],
  /** Why a rota was not published: {id, problem}. */
  refusal: null,
  /** Ways to cover the shift that is looked at, and the swap that was proposed. */
  cover: null,
  deal: null,
  /** Who looks at this page, as they say. */
  user: remembered(USER) ?? '',
  /** What the service offers beyond what this page always needs. */
  offers: null,
  /** The request that another took the place of, {draft, kept}: it can be had back. */
  before: null,
  /** What the service has against the id of a team that is to be kept. */
  badId: null,
  /** What was copied last. */
  copied: null,
  /** Whether something is under way that must not be done twice. */
  busy: false,
  /** The rules whose findings are listed. */
  rulesOpen: [],
  failure: null,
};

let listener = () => {};
let due = false;

export function listen(draw) {
  listener = draw;
}

export function set(patch) {
  Object.assign(state, patch);
  if ('draft' in patch) {
    store(DRAFT, patch.draft);
  }
  if ('kept' in patch) {
    store(KEPT, patch.kept);
  }
  if ('user' in patch) {
    remember(USER, patch.user);
  }
  if (!due) {
    due = true;
    queueMicrotask(() => {
      due = false;
      listener();
    });
  }
}

/** Says something to those who listen rather than look. */
export function say(text) {
  const place = document.getElementById('spoken');
  if (place.textContent === text) {
    place.textContent = '';
  }
  place.textContent = text;
}

export function emptyDraft() {
  return { team: { members: [] }, from: '', to: '' };
}

// A reload must not lose what was typed; closing the tab may, as it says who is away when.
function stored(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function store(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or switched off: then a reload loses it.
  }
}

// Who one is outlives the tab.
function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full or switched off: then one is asked again.
  }
}

/** A copy of the value in which the place that the JSON pointer names has become another; undefined takes it out. */
export function withAt(value, pointer, other) {
  const steps = pointer.split('/').slice(1);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const [first, ...rest] = steps;
  const next = rest.length ? withAt(copy[first] ?? (/^\d+$/.test(rest[0]) ? [] : {}), '/' + rest.join('/'), other) : other;
  if (next !== undefined) {
    copy[first] = next;
  } else if (Array.isArray(copy)) {
    copy.splice(Number(first), 1);
  } else {
    delete copy[first];
  }
  return copy;
}

/** A value as somebody could have written it, without what is null. */
export function plain(value) {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null).map(([key, each]) => [key, plain(each)]));
}

/** A member of a request, in which a bare name may stand for one; and anything, while it is being written. */
export function asMember(member) {
  if (typeof member === 'string') {
    return { name: member };
  }
  return member !== null && typeof member === 'object' ? member : { name: '' };
}

/** The same of a list, which may not be one either. */
export const asList = (value) => (Array.isArray(value) ? value : []);

/** What the service calls a member who was given no id. */
export const idOf = ({ id, name }) => id ?? name;

/** What stands at the place that the JSON pointer names. */
export function at(value, pointer) {
  return pointer.split('/').slice(1).reduce((here, step) => here?.[step], value);
}
