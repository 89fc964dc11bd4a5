// What the buttons do where the service keeps the team: keep, publish, repair, cover, swap. It decides all of that; this shows
// what it says.
import * as api from './api.js';
import { plain, say, set, state } from './state.js';
import { contested, differences, withAll } from './merge.js';
import * as act from './actions.js';

function hold(id, { value, tag }) {
  const team = plain(value);
  set({ kept: { id, tag, team }, stale: null });
  return team;
}

/** What a team is called: the service calls one without a name as it calls them all, so its id says more. */
export const called = (id, name) => (!name || name === NAMELESS ? id : name);

/** What the service calls a team that has no name. */
export const NAMELESS = 'Team';

/** Whether there is something in the rows that the service does not keep yet. */
export const isDirty = () => Boolean(state.kept) && JSON.stringify(state.draft.team) !== JSON.stringify(state.kept.team);

/** Reads anew what there is to see of kept teams. A service that keeps none, or cannot now, shows none. */
export async function look() {
  if (!state.offers?.teams) {
    return;
  }
  const { kept } = state;
  const isKept = () => state.kept?.id === kept?.id;
  const [teams, onCall, revisions] = await Promise.all([
    api.teams().catch(() => null),
    kept && api.onCall(kept.id).catch(() => null),
    kept && api.revisions(kept.id).catch(() => null),
  ]);
  const swaps = revisions?.length ? await api.swaps(revisions[0].id).catch(() => []) : [];
  const all = kept && state.events?.team === kept.id ? await api.trail(kept.id).catch(() => null) : null;
  if (isKept()) {
    set({ teams, desk: kept && { team: kept.id, onCall, revisions, swaps }, events: all && { team: kept.id, all } });
  }
}

/** The trail, read when somebody opens it. */
export const lookAtTrail = () =>
  act.run(async () => {
    const team = state.kept.id;
    const all = await api.trail(team);
    if (state.kept?.id === team) {
      set({ events: { team, all } });
    }
  });

let asking = null;

/** The team's calendars, read when somebody looks at them, once however often it is drawn meanwhile; null: they cannot be read. */
export async function lookAtFeeds() {
  const { id } = state.kept;
  if (asking !== id) {
    asking = id;
    const all = await api.feeds(id).catch(() => null);
    asking = null;
    set({ feeds: { team: id, all } });
  }
}

/** Makes a calendar. Its address is told now and never again, so it stays until the page is left. */
export const makeFeed = (of) =>
  act.runOnce(async () => {
    const { id } = state.kept;
    const { address, ...feed } = await api.makeFeed(id, of);
    set({ addresses: { ...state.addresses, [feed.id]: address }, feeds: { team: id, all: await api.feeds(id) } });
    say('The calendar has an address now.');
  });

export const revokeFeed = (feed) =>
  act.runOnce(async () => {
    const { id } = state.kept;
    await api.revokeFeed(id, feed);
    set({ feeds: { team: id, all: await api.feeds(id) } });
    say('Revoked: its address leads nowhere any more.');
  });

/** Opens a team that is kept; the dates that were chosen stay. Keys go on from where it says so. */
export const open = (id, byKey) =>
  act.run(async () => {
    const isLast = act.opening();
    const read = await api.team(id);
    if (!isLast()) {
      return;
    }
    const { from, to } = state.draft;
    set({ desk: null, events: null });
    act.replaceTeam({ team: plain(read.value), from, to }, Boolean(from && to));
    const team = hold(id, read);
    say(`${team.name ?? id} is open: ${team.members.length} people.`);
    await look();
    if (byKey) {
      setTimeout(() => document.querySelector('.keeping')?.focus());
    }
  });

/** Goes on with the kept team that a rota is of, as it is by now. */
export async function know(id) {
  if (id) {
    const seen = state.draft.team;
    const read = await api.team(id);
    settle(id, read, seen);
    await look();
  }
}

/** The kept team is as the service says; what was written here since that was asked for goes on top of it. */
function settle(id, read, seen) {
  const now = state.draft.team;
  const team = hold(id, read);
  set({ draft: { ...state.draft, team: now === seen ? team : withAll(team, differences(seen, now)) } });
}

async function put(id, tag) {
  const sent = state.draft.team;
  try {
    settle(id, await api.putTeam(id, sent, tag), sent);
    set({ issues: [], badId: null, before: null });
    return true;
  } catch (problem) {
    const ofId = problem.issues?.find((issue) => issue.pointer === '/team');
    if (ofId) {
      set({ badId: ofId.detail });
      problem.issues = problem.issues.filter((issue) => issue !== ofId);
      if (!problem.issues.length) {
        setTimeout(() => document.getElementById('keep-id')?.focus());
        return false;
      }
    }
    if (problem.status !== 412) {
      throw problem;
    }
    if (tag && state.kept?.id === id) {
      await compare(id);
    } else {
      set({ stale: { id } });
    }
    say(tag ? 'Not kept: somebody else has changed the team.' : 'Not kept: there is a team with this id already.');
    setTimeout(() => document.querySelector('.stale')?.scrollIntoView({ block: 'nearest' }));
    return false;
  }
}

/** Finds out what somebody else has changed since the team was opened, and what of it has been changed here too. */
async function compare(id) {
  const [{ value, tag }, events] = await Promise.all([api.team(id), api.trail(id).catch(() => [])]);
  const theirs = { tag, team: plain(value) };
  const [mine, other] = [state.draft.team, theirs.team].map((team) => differences(state.kept.team, team));
  set({ stale: { id, theirs, changed: other, contested: contested(mine, other), last: events[0] } });
}

/** Goes on from what somebody else has kept, with what was written here on top of it: nothing is lost, and nothing kept yet. */
export const goOnFromTheirs = () =>
  act.runOnce(async () => {
    const { id, theirs } = state.stale;
    const mine = differences(state.kept.team, state.draft.team);
    set({ kept: { id, ...theirs }, stale: null });
    act.useDraft({ ...state.draft, team: withAll(theirs.team, mine) }, state.checks);
    say('Theirs is loaded, with your changes on top. They are not kept yet.');
  });

/** Keeps the team that is being written, unless somebody else has changed it since it was opened. */
export const keep = (id) =>
  act.runOnce(async () => {
    if (await put(id, state.kept?.id === id ? state.kept.tag : null)) {
      say('Kept.');
      await look();
    }
  }, true);

/** Keeps it over what somebody else has kept meanwhile: only after whoever does so was told. */
export const keepOver = (id) =>
  act.runOnce(async () => {
    const { tag } = await api.team(id);
    if (await put(id, tag)) {
      say('Kept over the other version.');
      await look();
    }
  }, true);

/** Asks for a rota of the people as they are kept, after keeping what was written; null: it could not be kept. */
export async function solve() {
  if (isDirty() && !(await put(state.kept.id, state.kept.tag))) {
    return null;
  }
  return api.solveTeam(state.kept.id, state.draft);
}

/** Has the service import a calendar that was dropped; answers whose leave it changed: [{member, added, removed}], and notes. */
export async function importLeave({ whose, text }) {
  const { kept } = state;
  if (isDirty() && !(await put(kept.id, kept.tag))) {
    return null;
  }
  const told = whose === EACH ? await api.importTeamLeave(kept.id, text) : await api.importLeave(kept.id, whose, text);
  await know(kept.id);
  return { changed: told.members ?? [{ member: whose, ...told }], notes: told.notes };
}

/** Stands for whoever the title of each event names. */
export const EACH = '*';

// Revisions

/** Whether a rota is a kept team's own: what is tried with it is tried on the page alone. */
export const isTeams = (answer) => Boolean(answer.team && answer.state);

export const isPublished = (answer) => Boolean(answer.team && answer.state === 'PUBLISHED');

/** Shifts are swapped and covered once people have seen them. */
export const isTraded = (answer) => Boolean(answer.team && ['OFFERED', 'PUBLISHED'].includes(answer.state));

/** Only a team's own rota can be published, and where the service keeps teams. */
export const isPublishable = (answer) => Boolean(state.offers?.publish && answer.team && ['DRAFT', 'OFFERED'].includes(answer.state));

async function show(id, tab = state.tab) {
  const isLast = act.opening();
  const answer = await api.rota(id);
  const calendar = await api.calendar(answer.request);
  if (!isLast()) {
    return;
  }
  act.unfollow();
  set({ ...act.NOTHING_OPEN, shown: { answer, calendar, label: `Revision ${answer.revision}` }, trail: [], tab });
  history[location.hash === `#${tab}` ? 'replaceState' : 'pushState'](null, '', `?rota=${encodeURIComponent(id)}#${tab}`);
}

export const openRevision = (id) => act.run(() => show(id, 'rota'));

export const publish = (how) => act.runOnce(() => publishShown(how));

async function publishShown(how) {
  const { answer, calendar, label } = state.shown;
  try {
    await api.publish(answer.id, how);
  } catch (problem) {
    if (problem.status !== 409) {
      throw problem;
    }
    set({ refusal: { id: answer.id, problem } });
    say(problem.message);
    return;
  }
  set({ refusal: null, change: null, shown: { answer: await api.rota(answer.id), calendar, label } });
  say('Published.');
  await look();
}

// Repair

const POLL = 400;

/** Adds the leave to the team, and asks for the menu, which is shown as it grows. */
export async function resolve() {
  const { change } = state;
  const { id, team } = change.baseline.answer;
  const members = new Map();
  for (const { member, from, to, kept } of change.added) {
    if (!kept) {
      members.set(member, [...(members.get(member) ?? []), { from, to }]);
    }
  }
  const changes = members.size ? { members: [...members].map(([member, leave]) => ({ id: member, leave })) } : undefined;
  const told = await api.askMenu(id, { freezeUntil: change.freezeUntil ?? undefined, changes });
  if (state.change?.baseline !== change.baseline) {
    return;
  }
  // What was asked for is kept by now; what was added since is not.
  const added = state.change.added.map((leave) => (change.added.includes(leave) ? { ...leave, kept: true } : leave));
  set({ change: { ...state.change, added, options: [], chosen: null, byHand: false, menu: told } });
  if (state.kept?.id === team && !isDirty()) {
    await know(team);
  }
  say('Looking for what has to move.');
  await watchMenu(id, told);
}

async function watchMenu(id, asked) {
  let told = asked;
  for (;;) {
    if (state.change?.menu?.id !== told.id) {
      return;
    }
    grow(told);
    if (!['QUEUED', 'SOLVING'].includes(told.status)) {
      break;
    }
    await new Promise((later) => setTimeout(later, POLL));
    told = await api.menu(id, told.id);
  }
  if (told.status === 'FAILED') {
    throw new api.Problem({ detail: 'The service failed to make the menu. Maybe re-solve?' });
  }
  say(`The menu is done: ${state.change.options.length} ${state.change.options.length === 1 ? 'answer' : 'answers'}.`);
}

function grow(told) {
  const { change } = state;
  const { calendar, answer: before } = change.baseline;
  const options = (told.menu?.options ?? []).map((option, index) => {
    const text = JSON.stringify(option);
    const same = change.options.find((other) => other.text === text);
    const name = option.movedShifts ? `${option.movedShifts} ${option.movedShifts === 1 ? 'shift moves' : 'shifts move'}` : 'Nothing moves';
    const answer = same?.answer ?? { ...option, changes: option.members, request: before.request };
    return { name, answer, calendar, text, most: option.most, number: index + 1, cost: option.score.soft, days: option.movedSlots };
  });
  // Numbers change while it grows: an option stays chosen by how much it was allowed to move.
  const most = change.options[change.chosen]?.most;
  const again = change.byHand ? options.findIndex((option) => option.most === most) : 0;
  set({ change: { ...change, menu: told, options, chosen: options.length ? Math.max(again, 0) : null } });
}

export const stopMenu = () =>
  act.run(async () => {
    const { menu, baseline } = state.change;
    await api.stopMenu(baseline.answer.id, menu.id);
  });

/** Makes a draft of the chosen option, shows it, and publishes it at once where that is wanted. */
export const take = (atOnce) =>
  act.runOnce(async () => {
    const { menu, baseline, options, chosen } = state.change;
    const draft = await api.choose(baseline.answer.id, menu.id, options[chosen].number);
    await show(draft.id, 'rota');
    say('This is a draft now.');
    if (atOnce) {
      await publishShown();
    } else {
      await look();
    }
  });

// Cover and swaps

/** Asks how a shift could be covered; it is shown when it comes, beside why it is held. */
export async function lookForCover(answer, stretch) {
  if (!isTraded(answer) || !stretch.member) {
    return;
  }
  const found = await api.cover(answer.id, stretch.id).catch((problem) => ({ refused: problem.message }));
  if (state.picked?.id === stretch.id && state.shown?.answer === answer) {
    set({ cover: found });
  }
}

/** A swap of days of a shift that others have still to agree to; null: there is none. */
export const pendingSwap = (stretch) =>
  state.desk?.swaps.find(({ status, handings }) => ['PROPOSED', 'ACCEPTED'].includes(status)
    && handings.some(({ rotation, tier, first, last }) => (rotation ?? stretch.rotation) === stretch.rotation && tier === stretch.tier && first < stretch.to.slice(0, 10) && last >= stretch.from.slice(0, 10))) ?? null;

export const propose = (handings) =>
  act.runOnce(async () => {
    set({ deal: await api.propose(state.shown.answer.id, handings) });
    say('Proposed. It is applied once everybody has agreed.');
    await look();
  });

const SAID = { ACCEPTED: 'Agreed.', PROPOSED: 'Agreed; others have still to.', APPLIED: 'Everybody agrees: it is applied, and published.', UNDONE: 'Undone: everybody has back what they had.', REFUSED: 'Declined.' };

/** accept, decline or undo, by the manager who looks at this page, for a member or for all. */
export const step = (swap, what, member) =>
  act.runOnce(async () => {
    const deal = await api.step(swap, what, member ? { member } : {});
    if (['APPLIED', 'UNDONE'].includes(deal.status)) {
      await show(deal.rota);
    }
    set({ deal });
    say(SAID[deal.status] ?? deal.status);
    await look();
  });
