// What the buttons do: asks the service, and puts what it says into the state.
import * as api from './api.js';
import { emptyDraft, say, set, state, withAt } from './state.js';
import { names } from './people.js';
import { moment } from './dates.js';
import * as desk from './desk.js';

/**
 * Runs an action; what goes wrong is shown. Of an action on the request that is being written it is shown beside the field that
 * caused it, where there is one.
 */
export async function run(action, isOnDraft = false) {
  try {
    set({ failure: null });
    await action();
  } catch (problem) {
    if (!(problem instanceof api.Problem)) {
      throw problem;
    }
    set({ failure: problem, ...(isOnDraft ? { issues: problem.issues } : {}) });
    say(problem.message);
  }
}

/** The same of what must not be done twice: while it is under way nothing else of this kind begins. */
export async function runOnce(action, isOnDraft = false) {
  if (!state.busy) {
    set({ busy: true });
    try {
      await run(action, isOnDraft);
    } finally {
      set({ busy: false });
    }
  }
}

/** Changes one place of the request that is being written, and has it checked once there is reason to. */
export function edit(pointer, value) {
  replaceDraft(withAt(state.draft, pointer, value));
}

export function replaceDraft(draft) {
  set({ draft });
  if (state.checks) {
    clearTimeout(waiting);
    waiting = setTimeout(check, 400);
  }
}

let waiting;
let lastCheck = 0;

/** Milliseconds until a service that could not be asked is asked again. */
const AGAIN = 5_000;

/** Beside the fields it says what the service has against them; one that cannot be asked now is asked again. */
export async function check() {
  const mine = ++lastCheck;
  let found = [];
  let assessment = null;
  try {
    await api.calendar(state.draft);
    assessment = await api.assess(state.draft);
  } catch (problem) {
    if (!(problem instanceof api.Problem)) {
      throw problem;
    }
    found = problem.issues;
    if (!found.length) {
      if (mine === lastCheck) {
        clearTimeout(waiting);
        waiting = setTimeout(check, AGAIN);
      }
      return;
    }
  }
  if (mine === lastCheck) {
    set({ issues: found, assessment, failure: state.failure?.issues.length ? null : state.failure });
  }
}

export const loadExample = (id) =>
  run(async () => {
    const mine = ++lastOpened;
    const draft = await api.example(id);
    if (mine === lastOpened) {
      replaceTeam(draft);
      say(`${draft.team.name ?? 'The example'} is loaded: ${draft.team.members.length} people.`);
    }
  });

/** Counts what is opened, so that only what was asked for last comes. */
let lastOpened = 0;

export const opening = () => {
  const mine = ++lastOpened;
  return () => mine === lastOpened;
};

/** Goes on with a request that somebody has written elsewhere; one that is only begun is not found fault with yet. */
export function useDraft(draft, checks = true) {
  lastCheck += 1;
  set({ draft, issues: [], failure: null, checks, assessment: null, badId: null });
  if (checks) {
    check();
  }
}

/** The same with another team: the one that was here can be brought back, as long as nothing else has taken its place. */
export function replaceTeam(draft, checks = true) {
  const { draft: old, kept } = state;
  const isLost = old.team?.members?.length && (!kept || desk.isDirty()) && JSON.stringify(old) !== JSON.stringify(draft);
  const before = isLost ? { draft: old, kept } : null;
  set({ kept: null, stale: null, files: [], before });
  useDraft(draft, checks);
}

export const startAnew = () => replaceTeam(emptyDraft(), false);

export function bringBack() {
  const { draft, kept } = state.before;
  set({ before: null, kept, stale: null, files: [] });
  useDraft(draft);
  desk.look();
  say('The team is back.');
}

/** What is open beside a rota, and goes when another is shown. */
export const NOTHING_OPEN = { picked: null, why: null, swap: null, cover: null, deal: null, refusal: null, change: null };

let leave = () => {};

/** How many times as long as a look at a running solve has taken nothing is asked. */
const BREATH = 4;

/** Solves the request that is being written and shows the best rota so far until it ends. */
export const solve = () =>
  runOnce(async () => {
    set({ checks: true });
    const taken = state.kept ? await desk.solve() : await api.solve(state.draft);
    if (!taken) {
      return;
    }
    const calendar = await api.calendar(taken.request);
    set({ ...NOTHING_OPEN, issues: [], trail: [], before: null, tab: 'rota' });
    say('Solving.');
    watch(taken.id, calendar);
  }, true);

function watch(id, calendar) {
  leave();
  set({ solve: { id, status: 'QUEUED', elapsed: 'PT0S', score: null, points: [] }, shown: null, trail: [] });
  name(id);
  let notBefore = 0;
  let spoken = 0;
  const isMine = () => state.solve?.id === id;
  const look = async () => {
    const now = performance.now();
    if (now >= notBefore) {
      notBefore = Infinity;
      const answer = await api.rota(id).catch(() => null);
      // A rota that takes long to fetch is looked at less often: the search needs the processors, too.
      notBefore = performance.now() + BREATH * (performance.now() - now);
      // What somebody looks at or has tried is not taken away from them by a better rota.
      if (answer?.score && isMine() && !state.trail.length && !state.picked) {
        set({ shown: { answer, calendar, label: 'Best so far' } });
      }
    }
  };
  const end = async () => {
    let answer;
    try {
      answer = await api.rota(id);
    } catch (problem) {
      answer = { status: 'FAILED', problem: `The search has ended, but its rota cannot be had now: ${problem.message} Maybe reload the page in a while.` };
    }
    if (!isMine()) {
      return;
    }
    if (answer.status === 'FAILED') {
      set({ solve: null, failure: new api.Problem({ detail: answer.problem }) });
      say(answer.problem);
      return;
    }
    desk.look();
    const last = answer.score ? { answer, calendar, label: 'Rota' } : null;
    if (last && state.trail.length) {
      // Undo leads to the rota that the search ended with.
      set({ solve: null, trail: [last, ...state.trail.slice(1)] });
    } else {
      set({ solve: null, shown: last });
      if (last && state.picked) {
        run(() => pickAgain(state.picked));
      }
    }
    say(answer.score ? `Done: cost ${answer.score.soft}, ${answer.gaps.length} gaps.` : 'Stopped before there was a rota.');
  };
  leave = api.follow(
    id,
    (progress) => {
      const points = progress.score ? [...state.solve.points, { x: seconds(progress.elapsed), y: progress.score.soft }] : state.solve.points;
      set({ solve: { ...state.solve, ...progress, points } });
      if (api.isFinal(progress.status)) {
        end();
        return;
      }
      if (progress.score) {
        look();
        if (performance.now() - spoken > 5000) {
          spoken = performance.now();
          say(`Cost ${progress.score.soft}, ${progress.score.medium} gaps.`);
        }
      }
    },
    () => set({ solve: null, failure: new api.Problem({ detail: 'The service no longer knows this solve. Maybe solve it again.' }) }),
  );
}

/** No longer follows a search, which goes on, as something else is shown now. */
export function unfollow() {
  leave();
  leave = () => {};
  set({ solve: null });
}

/** Names a rota in the address, so that a reload finds it; one that was adopted is shown by the rules as they are for all. */
function name(id, adopted = false) {
  history.replaceState(null, '', `?rota=${encodeURIComponent(id)}${adopted ? '&adopted' : ''}${location.hash}`);
}

export const stop = () =>
  run(async () => {
    await api.stop(state.solve.id);
  });

/** Shows a rota that the service still has, as the address of the page names it. */
export const reopen = (id, { adopted, hasTab }) =>
  run(async () => {
    const isLast = opening();
    const answer = await api.rota(id);
    const calendar = await api.calendar(answer.request);
    const shown = adopted ? await asKnown(answer) : answer;
    if (!isLast()) {
      return;
    }
    set({ tab: hasTab ? state.tab : 'rota' });
    if (api.isFinal(answer.status)) {
      set({ shown: answer.score ? { answer: shown, calendar, label: 'Rota' } : null });
    } else {
      watch(id, calendar);
    }
    if (!state.draft.team.members.length) {
      set({ draft: asDraft(answer.request) });
      await desk.know(answer.team);
    }
  });

/** A rota that was made of another by moving little, as what people know from now on: whatever a move cost on the way. */
async function asKnown(answer, request = answer.request) {
  const { changed, ...rules } = request.rules ?? {};
  const audited = await api.audit({ ...asDraft(request), rules, published: answer.shifts, shifts: answer.shifts });
  return { ...audited, id: answer.id };
}

/** A request as somebody could have written it: without what the service has filled in for that day alone. */
export function asDraft({ now, shifts, ...request }) {
  const written = state.draft.now ? { ...request, now: state.draft.now } : request;
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null));
}

/** PT1M3.2S as seconds. */
export function seconds(duration) {
  const [, hours = 0, minutes = 0, rest = 0] = /^PT(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(duration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

/** Opens a shift: who could hold it, and what that would cost. */
export const pick = (stretch, byKey) =>
  run(async () => {
    if (state.swap) {
      await exchange(state.swap, stretch);
      return;
    }
    set({ picked: stretch, why: null, cover: null, deal: desk.pendingSwap(stretch) });
    if (byKey) {
      setTimeout(() => document.querySelector('.why')?.focus());
    }
    await ask(stretch);
  });

/** Asks of the shift that is open; where that fails, it is said there. */
export async function ask(stretch) {
  const { answer } = state.shown;
  const isOpen = () => state.picked?.id === stretch.id && state.shown?.answer === answer;
  desk.lookForCover(answer, stretch);
  const why = await api.why(answer, stretch.id).catch((problem) => ({ refused: problem.message }));
  if (isOpen()) {
    set({ why });
  }
}

export function unpick() {
  const id = state.picked?.id;
  set({ picked: null, why: null, swap: null, cover: null, deal: null });
  setTimeout(() => document.querySelector(`[data-stop][data-id="${CSS.escape(id ?? '')}"]`)?.focus());
}

/** Audits the rota that is shown with some stretches held by others, and shows what comes of it. */
async function tryOut(holders, label) {
  const { answer, calendar } = state.shown;
  const moved = new Set(holders.map(({ stretch }) => stretch.id));
  const shifts = answer.shifts.filter((shift) => !moved.has(shift.id));
  for (const { stretch, member } of holders) {
    if (member) {
      const { rotation, tier, from, to } = stretch;
      shifts.push({ rotation, tier, member, from, to });
    }
  }
  const audited = await api.audit(api.asAudit(answer, shifts));
  set({ trail: [...state.trail, state.shown], shown: { answer: audited, calendar, label }, swap: null, cover: null, deal: null });
  say(`${label}. Cost ${audited.score.soft}${audited.legal ? '' : ', breaks hard rules'}.`);
}

export const tryMember = (stretch, member, name) =>
  runOnce(async () => {
    await tryOut([{ stretch, member }], `${name} in ${stretch.tier}, ${moment(stretch.from)}`);
    await pickAgain(stretch);
  });

async function exchange(one, other) {
  if (one.id === other.id) {
    set({ swap: null });
    return;
  }
  if (one.member === other.member) {
    say('Both are held by the same person. Choose a shift of somebody else.');
    return;
  }
  const name = names(state.shown.answer);
  const who = (stretch) => name.get(stretch.member) ?? 'Nobody';
  await tryOut(
    [{ stretch: one, member: other.member }, { stretch: other, member: one.member }],
    `${who(one)} and ${who(other)} exchange ${one.tier} ${moment(one.from)} and ${other.tier} ${moment(other.from)}`,
  );
  await pickAgain(one);
}

/** The stretch may have grown together with its neighbours: the service says with which. One that is gone is open no more. */
async function pickAgain(stretch) {
  const { answer } = state.shown;
  const why = await api.why(answer, stretch.id).catch(() => null);
  if (state.shown?.answer === answer) {
    set({ picked: why?.shift ?? null, why });
  }
}

export function startSwap() {
  set({ swap: state.picked });
  say('Choose the shift to exchange it with.');
}

export function undo() {
  const shown = state.trail.at(-1);
  set({ ...NOTHING_OPEN, change: state.change, trail: state.trail.slice(0, -1), shown });
  say(`Undone. Cost ${shown.answer.score.soft}.`);
}

// Change: the same request with other leave, held against the rota that people know.

/** Begins a change of the rota that is shown, with the leave that was added to a change of the one before it. */
export function beginChange() {
  const added = state.change?.added.filter((leave) => !leave.kept) ?? [];
  set({ change: { living: desk.isPublished(state.shown.answer), baseline: state.shown, request: asDraft(state.shown.answer.request), added: [], options: [], chosen: null } });
  const known = new Set(state.shown.answer.request.team.members.map((member) => member.id));
  added.filter(({ member }) => known.has(member)).forEach(({ member, from, to }) => addLeave(member, from, to));
}

export function addLeave(member, from, to) {
  const { change } = state;
  const index = change.request.team.members.findIndex((each) => each.id === member);
  const leave = change.request.team.members[index].leave ?? [];
  const request = withAt(change.request, `/team/members/${index}/leave/${leave.length}`, { from, to });
  set({ change: { ...change, request, added: [...change.added, { member, from, to }], options: [], chosen: null, run: null, issues: [] } });
  say('Leave added.');
}

export function dropLeave(entry) {
  const { change } = state;
  const index = change.request.team.members.findIndex((each) => each.id === entry.member);
  const leave = change.request.team.members[index].leave.findLastIndex((each) => each.from === entry.from && each.to === entry.to);
  const request = withAt(change.request, `/team/members/${index}/leave/${leave}`, undefined);
  set({ change: { ...change, request, added: change.added.filter((each) => each !== entry), options: [], chosen: null, run: null, issues: [] } });
}

/** Asks for each of the menu's answers, the first one shown as soon as it is there. */
export async function resolve() {
  set({ change: { ...state.change, issues: [] } });
  await run(async () => {
    try {
      await (state.change.living ? desk.resolve() : solveVariants());
    } catch (problem) {
      if (problem instanceof api.Problem && problem.issues.length && state.change) {
        set({ change: { ...state.change, issues: problem.issues } });
      }
      throw problem;
    }
  });
}

/** A run of the menu ends with whatever makes another of it: its answers are not those of the next one. */
async function solveVariants() {
  const mine = {};
  const { change } = state;
  const isMine = () => state.change?.run === mine;
  const request = change.freezeUntil ? { ...change.request, freezeUntil: change.freezeUntil } : change.request;
  const asked = api.variants(request, change.baseline.answer.shifts);
  set({ change: { ...change, options: asked.map(({ name }) => ({ name, answer: null, score: null })), chosen: null, byHand: false, run: mine } });
  const put = (index, patch) => {
    if (isMine()) {
      const options = state.change.options.map((option, i) => (i === index ? { ...option, ...patch } : option));
      set({ change: { ...state.change, options } });
    }
  };
  try {
    const calendar = await api.calendar(request);
    await Promise.all(
      asked.map(async (variant, index) => {
        if (!isMine()) {
          return;
        }
        const { id } = await api.solve(variant.request);
        await ended(id, (score) => put(index, { score }), isMine);
        if (!isMine()) {
          return;
        }
        put(index, { answer: await api.rota(id), calendar });
        say(`${variant.name}: done.`);
        // The fewest moves come first, until somebody chooses.
        if (isMine() && !state.change.byHand && (state.change.chosen === null || index < state.change.chosen)) {
          set({ change: { ...state.change, chosen: index } });
        }
      }),
    );
  } catch (problem) {
    if (isMine()) {
      set({ change: { ...state.change, options: [], chosen: null, run: null } });
      throw problem;
    }
  }
}

/** Waits for a solve to end; one that nobody waits for any more is stopped. */
function ended(id, onScore, isWanted) {
  return new Promise((resolved, lost) => {
    const unfollow = api.follow(
      id,
      (progress) => {
        if (!isWanted()) {
          unfollow();
          api.stop(id).catch(() => {});
          resolved();
          return;
        }
        onScore(progress.score);
        if (api.isFinal(progress.status)) {
          resolved();
        }
      },
      () => lost(new api.Problem({ detail: 'The service no longer knows this solve.' })),
    );
  });
}

export const chooseOption = (chosen) => set({ change: { ...state.change, chosen, byHand: true } });

/** Goes on with the chosen rota: it is what is shown from now on. */
export const adopt = () =>
  runOnce(async () => {
    const { options, chosen, request } = state.change;
    const { answer, calendar, name: title } = options[chosen];
    const shown = { answer: await asKnown(answer, request), calendar, label: title };
    set({ trail: [...state.trail, state.shown], shown, draft: request, change: null, picked: null, why: null, tab: 'rota' });
    name(answer.id, true);
    say('This is the rota that is shown now.');
  });
