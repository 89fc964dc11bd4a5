// All that the page asks of the service, and the only place that knows its addresses.

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** What the service has against a request, with every issue of it. */
export class Problem extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? 'The service gave no reason.');
    this.status = problem.status;
    this.issues = problem.issues ?? [];
  }
}

/** Who acts, for the service's trail: asked of whoever knows. */
let user = () => '';

export function actAs(whoever) {
  user = whoever;
}

/** A header holds plain letters; other scripts go as RFC 8187 has it. */
const asHeader = (text) => (/^[\x20-\x7e]*$/.test(text) ? text : `UTF-8''${encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt().toString(16)}`)}`);

/** Milliseconds after which an answer is not waited for: nothing that is asked here takes nearly as long. */
const LONGEST = 60_000;

async function ask(path, { headers, ...options } = {}) {
  const who = user() && options.method ? { 'X-Rota-User': asHeader(user()) } : {};
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...headers, ...who }, signal: AbortSignal.timeout(LONGEST) });
  } catch (failure) {
    const detail = failure.name === 'TimeoutError' ? 'The service has not answered for a minute. Maybe try again.' : 'The service cannot be reached. Maybe it was stopped?';
    throw new Problem({ status: 0, detail });
  }
  if (!response.ok) {
    throw new Problem(await response.json().catch(() => ({ status: response.status, detail: `The service answered ${response.status}.` })));
  }
  return response;
}

const json = async (path, options) => (await ask(path, options)).json();
const post = (path, body, options) => json(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body), ...options });

export const examples = () => json('/api/examples');
export const example = (id) => json(`/api/examples/${encodeURIComponent(id)}`);

/** Checks a request, and says how its days are to be shown. */
export const calendar = (request) => post('/api/calendars', request);

/** What counting says of a request. */
export const assess = (request) => post('/api/assessments', request);

/** Submits a request; the solve goes on. */
export const solve = (request) => post('/api/rotas', request);
export const rota = (id) => json(`/api/rotas/${encodeURIComponent(id)}`);
export const stop = (id) => json(`/api/rotas/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** Calls back with each event until the solve has ended; returns what ends it earlier. */
export function follow(id, onProgress, onLost) {
  const events = new EventSource(`/api/rotas/${encodeURIComponent(id)}/progress`);
  events.onmessage = (event) => {
    const progress = JSON.parse(event.data);
    if (isFinal(progress.status)) {
      events.close();
    }
    onProgress(progress);
  };
  events.onerror = () => {
    // The browser tries again by itself, unless the service says that there is nothing any more.
    if (events.readyState === EventSource.CLOSED) {
      onLost();
    }
  };
  return () => events.close();
}

export const isFinal = (status) => ['SOLVED', 'STOPPED', 'FAILED'].includes(status);

/** The request that a rota answers, with that rota: what audits take. */
export function asAudit(answer, shifts = answer.shifts) {
  return { ...answer.request, shifts };
}

// Files that people have: the service reads them.

export const readMembers = (table) => json('/api/files/members', { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: table });
export const readLeave = (file) => post('/api/files/leave', file);

export const audit = (request) => post('/api/audits', request);

/** Who could hold a shift, of any rota: one that was only tried is not kept by the service. */
export const why = (answer, shift) =>
  post(`/api/audits/shifts/${encodeURIComponent(shift)}/why`, asAudit(answer));

export const csv = async (answer) =>
  (await ask('/api/audits/shifts.csv', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(asAudit(answer)) })).text();

/**
 * Where the service keeps no such rota: three answers to a change, from the fewest moves to the fairest rota: the same request, with the rota that people know as
 * `published` and another price for each slot that moves.
 */
export function variants(request, published) {
  const rules = request.rules ?? {};
  const limit = { ...request.solve, limit: 'PT15S', unimproved: 'PT3S' };
  return [
    { name: 'As few moves as possible', changed: 1000 },
    { name: 'A few more, where they make it fairer', changed: 8 },
    { name: 'As fair as possible', changed: 0 },
  ].map((variant) => ({
    ...variant,
    request: { ...request, published, rules: { ...rules, changed: variant.changed }, solve: limit },
  }));
}

/** What this service offers beyond the above, as its own description says: {publish, teams, feeds, exports}. */
export async function offers() {
  const { paths } = await json('/q/openapi?format=json', { headers: { Accept: 'application/json' } });
  const names = Object.keys(paths);
  return {
    publish: names.includes('/api/rotas/{id}/publish'),
    teams: names.includes('/api/teams'),
    feeds: names.includes('/api/teams/{team}/feeds'),
    exports: names.includes('/api/rotas/{id}/export'),
  };
}

/** A rota in the format of another tool, as text. */
export const exported = async (id, format) =>
  (await ask(`/api/rotas/${encodeURIComponent(id)}/export?format=${encodeURIComponent(format)}`)).text();

// Teams that the service keeps.

const teamAt = (id) => `/api/teams/${encodeURIComponent(id)}`;
const memberAt = (team, member) => `${teamAt(team)}/members/${encodeURIComponent(member)}`;
const rotaAt = (id) => `/api/rotas/${encodeURIComponent(id)}`;
const menuAt = (id, menu) => `${rotaAt(id)}/resolve/${encodeURIComponent(menu)}`;

/** What is kept, and the tag that whoever changes it has to show. */
async function tagged(path, options) {
  const response = await ask(path, options);
  return { value: await response.json(), tag: response.headers.get('ETag') };
}

export const teams = () => json('/api/teams');
export const team = (id) => tagged(teamAt(id));

/** Replaces the version that has the tag; without one, makes a team that is not to be there yet. */
export const putTeam = (id, team, tag) =>
  tagged(teamAt(id), {
    method: 'PUT',
    headers: { ...JSON_TYPE, ...(tag ? { 'If-Match': tag } : { 'If-None-Match': '*' }) },
    body: JSON.stringify(team),
  }).catch((problem) => {
    // In a request, which is what this page has fields for, the team is a part.
    problem.issues = problem.issues?.map((issue) => ({ ...issue, pointer: `/team${issue.pointer}` }));
    throw problem;
  });

export const importLeave = (team, member, calendar) =>
  json(`${memberAt(team, member)}/leave`, { method: 'POST', headers: { 'Content-Type': 'text/calendar' }, body: calendar });

export const importTeamLeave = (team, calendar) =>
  json(`${teamAt(team)}/leave`, { method: 'POST', headers: { 'Content-Type': 'text/calendar' }, body: calendar });

/** Solves for the people that are kept; of the request that is being written the rest is used. */
export function solveTeam(id, { from, to, now, freezeUntil, rules, solve }) {
  return post(`${teamAt(id)}/rotas`, { from, to, now, freezeUntil, rules, solve });
}

export const revisions = (team) => json(`${teamAt(team)}/rotas`);
export const onCall = (team) => json(`${teamAt(team)}/on-call`);

// Calendars of what is published. An address is told once, by the answer that makes it.

export const feeds = (team) => json(`${teamAt(team)}/feeds`);
export const makeFeed = (team, of) => post(`${teamAt(team)}/feeds`, of);
export const revokeFeed = (team, feed) => ask(`${teamAt(team)}/feeds/${encodeURIComponent(feed)}`, { method: 'DELETE' });

export const trail = (team) => json(`${teamAt(team)}/trail`);
export const publish = (id, how = {}) => post(`${rotaAt(id)}/publish`, how);

// What is done to a rota that is published.

export const askMenu = (id, change) => post(`${rotaAt(id)}/resolve`, change);
export const menu = (id, menu) => json(menuAt(id, menu));
export const stopMenu = (id, menu) => json(menuAt(id, menu), { method: 'DELETE' });
export const choose = (id, menu, number) => json(`${menuAt(id, menu)}/options/${number}`, { method: 'POST' });
export const cover = (id, shift) => json(`${rotaAt(id)}/shifts/${encodeURIComponent(shift)}/cover`);
export const swaps = (id) => json(`${rotaAt(id)}/swaps`);
export const propose = (id, handings) => post(`${rotaAt(id)}/swaps`, { handings });

/** Takes a step of a swap: accept, decline or undo. */
export const step = (swap, what, body = {}) => post(`${rotaAt(swap.rota)}/swaps/${encodeURIComponent(swap.id)}/${what}`, body);
