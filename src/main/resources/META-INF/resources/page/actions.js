// What the buttons do: asks the service, and puts what it says into the state.
import * as api from './api.js';
import { emptyDraft, say, set, state, withAt } from './state.js';
import { names } from './people.js';
import { moment } from './dates.js';
import * as desk from './desk.js';

/** Runs an action; what goes wrong is shown, beside the field that caused it where there is one. */
export async function run(action) {
  try {
    set({ failure: null });
    await action();
  } catch (problem) {
    if (!(problem instanceof api.Problem)) {
      throw problem;
    }
    set({ failure: problem, issues: problem.issues });
    say(problem.message);
  }
}

export function open(tab) {
  set({ tab });
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
  }
  if (mine === lastCheck) {
    set({ issues: found, assessment, failure: null });
  }
}

export const loadExample = (id) =>
  run(async () => {
    const draft = await api.example(id);
    set({ kept: null, stale: null, files: [] });
    useDraft(draft);
    say(`${draft.team.name ?? 'The example'} is loaded: ${draft.team.members.length} people.`);
  });

/** Goes on with a request that somebody has written elsewhere; one that is only begun is not found fault with yet. */
export function useDraft(draft, checks = true) {
  set({ draft, issues: [], failure: null, checks, assessment: null });
  if (checks) {
    check();
  }
}

export const startAnew = () => set({ kept: null, stale: null, files: [], draft: emptyDraft(), issues: [], failure: null, checks: false, assessment: null });

/** What is open beside a rota, and goes when another is shown. */
export const NOTHING_OPEN = { picked: null, why: null, swap: null, cover: null, deal: null, refusal: null, change: null };

let leave = () => {};

/** How many times as long as a look at a running solve has taken nothing is asked. */
const BREATH = 4;

/** Solves the request that is being written and shows the best rota so far until it ends. */
export const solve = () =>
  run(async () => {
    set({ checks: true });
    const taken = state.kept ? await desk.solve() : await api.solve(state.draft);
    if (!taken) {
      return;
    }
    set({ ...NOTHING_OPEN, issues: [], trail: [], tab: 'rota' });
    say('Solving.');
    await watch(taken.id, await api.calendar(taken.request));
  });

async function watch(id, calendar) {
  leave();
  set({ solve: { id, status: 'QUEUED', elapsed: 'PT0S', score: null, points: [] }, shown: null });
  history.replaceState(null, '', `?rota=${encodeURIComponent(id)}${location.hash}`);
  let notBefore = 0;
  let spoken = 0;
  const look = async () => {
    const now = performance.now();
    if (now >= notBefore) {
      notBefore = Infinity;
      const answer = await api.rota(id).catch(() => null);
      // A rota that takes long to fetch is looked at less often: the search needs the processors, too.
      notBefore = performance.now() + BREATH * (performance.now() - now);
      if (answer?.score && state.solve?.id === id && !state.trail.length) {
        set({ shown: { answer, calendar, label: 'Best so far' } });
      }
    }
  };
  leave = api.follow(
    id,
    async (progress) => {
      const points = progress.score ? [...state.solve.points, { x: seconds(progress.elapsed), y: progress.score.soft }] : state.solve.points;
      set({ solve: { ...state.solve, ...progress, points } });
      if (!api.isFinal(progress.status)) {
        if (progress.score) {
          look();
        }
        if (progress.score && performance.now() - spoken > 5000) {
          spoken = performance.now();
          say(`Cost ${progress.score.soft}, ${progress.score.medium} gaps.`);
        }
        return;
      }
      const answer = await api.rota(id);
      if (answer.status === 'FAILED') {
        set({ solve: null, failure: new api.Problem({ detail: answer.problem }) });
      } else {
        desk.look();
        set({ solve: null, shown: answer.score ? { answer, calendar, label: 'Rota' } : null });
        say(answer.score ? `Done: cost ${answer.score.soft}, ${answer.gaps.length} gaps.` : 'Stopped before there was a rota.');
      }
    },
    () => set({ solve: null, failure: new api.Problem({ detail: 'The service no longer knows this solve. Maybe solve it again.' }) }),
  );
}

export const stop = () =>
  run(async () => {
    await api.stop(state.solve.id);
  });

/** Shows a rota that the service still has, as the address of the page names it. */
export const reopen = (id) =>
  run(async () => {
    const answer = await api.rota(id);
    const calendar = await api.calendar(answer.request);
    set({ tab: state.tab === 'team' ? 'rota' : state.tab });
    if (api.isFinal(answer.status)) {
      set({ shown: answer.score ? { answer, calendar, label: 'Rota' } : null });
    } else {
      await watch(id, calendar);
    }
    if (!state.draft.team.members.length) {
      set({ draft: asDraft(answer.request) });
      await desk.know(answer.team);
    }
  });

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
    set({ picked: stretch, why: null, cover: null, deal: null });
    if (byKey) {
      setTimeout(() => document.querySelector('.why')?.focus());
    }
    const { answer } = state.shown;
    desk.lookForCover(answer, stretch);
    const why = await api.why(answer, stretch.id);
    if (state.picked?.id === stretch.id && state.shown?.answer === answer) {
      set({ why });
    }
  });

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
  run(async () => {
    await tryOut([{ stretch, member }], `${name} in ${stretch.tier}, ${moment(stretch.from)}`);
    await pickAgain(stretch);
  });

async function exchange(one, other) {
  const name = names(state.shown.answer);
  const who = (stretch) => name.get(stretch.member) ?? 'Nobody';
  await tryOut(
    [{ stretch: one, member: other.member }, { stretch: other, member: one.member }],
    `${who(one)} and ${who(other)} exchange ${one.tier} ${moment(one.from)} and ${other.tier} ${moment(other.from)}`,
  );
  await pickAgain(one);
}

/** The stretch may have grown together with its neighbours: the service says with which. */
async function pickAgain(stretch) {
  const { answer } = state.shown;
  const why = await api.why(answer, stretch.id);
  if (state.shown?.answer === answer) {
    set({ picked: why.shift, why });
  }
}

export function startSwap() {
  set({ swap: state.picked });
  say('Choose the shift to exchange it with.');
}

export function undo() {
  const shown = state.trail.at(-1);
  set({ ...NOTHING_OPEN, trail: state.trail.slice(0, -1), shown });
  say(`Undone. Cost ${shown.answer.score.soft}.`);
}

// Change: the same request with other leave, held against the rota that people know.

export function beginChange() {
  set({ change: { living: desk.isPublished(state.shown.answer), baseline: state.shown, request: asDraft(state.shown.answer.request), added: [], options: [], chosen: null } });
}

export function addLeave(member, from, to) {
  const { change } = state;
  const index = change.request.team.members.findIndex((each) => each.id === member);
  const leave = change.request.team.members[index].leave ?? [];
  const request = withAt(change.request, `/team/members/${index}/leave/${leave.length}`, { from, to });
  set({ change: { ...change, request, added: [...change.added, { member, from, to }], options: [], chosen: null } });
  say('Leave added.');
}

export function dropLeave(entry) {
  const { change } = state;
  const index = change.request.team.members.findIndex((each) => each.id === entry.member);
  const leave = change.request.team.members[index].leave.findLastIndex((each) => each.from === entry.from && each.to === entry.to);
  const request = withAt(change.request, `/team/members/${index}/leave/${leave}`, undefined);
  set({ change: { ...change, request, added: change.added.filter((each) => each !== entry), options: [], chosen: null } });
}

/** Asks for each of the menu's answers, the first one shown as soon as it is there. */
export const resolve = () =>
  run(async () => {
    const { change } = state;
    if (change.living) {
      await desk.resolve();
      return;
    }
    const request = change.freezeUntil ? { ...change.request, freezeUntil: change.freezeUntil } : change.request;
    const asked = api.variants(request, change.baseline.answer.shifts);
    const calendar = await api.calendar(request);
    set({ change: { ...change, options: asked.map(({ name }) => ({ name, answer: null, score: null })), chosen: null, byHand: false } });
    const mine = state.change.options;
    const giveUp = () => set({ change: { ...state.change, options: [], chosen: null } });
    const put = (index, patch) => {
      if (state.change?.options.length === mine.length && state.change.options[index].name === mine[index].name) {
        const options = state.change.options.map((option, i) => (i === index ? { ...option, ...patch } : option));
        set({ change: { ...state.change, options } });
      }
    };
    await Promise.all(
      asked.map(async (variant, index) => {
        const { id } = await api.solve(variant.request);
        await new Promise((ended, lost) => {
          api.follow(
            id,
            (progress) => {
              put(index, { score: progress.score });
              if (api.isFinal(progress.status)) {
                ended();
              }
            },
            () => lost(new api.Problem({ detail: 'The service no longer knows this solve.' })),
          );
        });
        put(index, { answer: await api.rota(id), calendar });
        say(`${variant.name}: done.`);
        // The fewest moves come first, until somebody chooses.
        if (state.change && !state.change.byHand && (state.change.chosen === null || index < state.change.chosen)) {
          set({ change: { ...state.change, chosen: index } });
        }
      }),
    ).catch((problem) => {
      giveUp();
      throw problem;
    });
  });

export const chooseOption = (chosen) => set({ change: { ...state.change, chosen, byHand: true } });

/** Goes on with the chosen rota: it is what is shown from now on. */
export const adopt = () =>
  run(async () => {
    const { options, chosen, request } = state.change;
    const { answer, calendar, name } = options[chosen];
    // From now on this is what people know: it is judged by the rules as they were, whatever a move cost on the way.
    const audited = await api.audit({ ...request, published: answer.shifts, shifts: answer.shifts });
    const shown = { answer: { ...audited, id: answer.id }, calendar, label: name };
    set({ trail: [...state.trail, state.shown], shown, draft: request, change: null, picked: null, why: null, tab: 'rota' });
    history.replaceState(null, '', `?rota=${encodeURIComponent(answer.id)}#rota`);
    say('This is the rota that is shown now.');
  });
