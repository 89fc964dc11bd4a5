// Where the page begins: its frame, and which view is open.
import { html, nothing, render } from './lib.js';
import * as api from './api.js';
import { focused, oneStop, pressed } from './grid.js';
import { listen, say, set, state } from './state.js';
import { team } from './team.js';
import { rota } from './rota.js';
import { drawAll, drawWithin } from './later.js';
import * as act from './actions.js';
import * as desk from './desk.js';

// The others are fetched when they are first opened.
const views = {
  team: { title: 'Team', draw: team },
  rota: { title: 'Rota', draw: rota },
  fairness: { title: 'Fairness', module: './fairness.js' },
  change: { title: 'Change', module: './change.js' },
  take: { title: 'Take away', module: './take.js' },
  kept: { title: 'Kept team', module: './kept.js', only: () => state.kept },
};

const place = document.getElementById('page');

api.actAs(() => state.user);

function draw() {
  const view = views[state.tab];
  if (!view.draw) {
    import(view.module).then(
      (module) => {
        view.draw = module.draw;
        set({});
      },
      () => set({ failure: new api.Problem({ detail: 'This part of the page could not be fetched. Maybe the service was stopped? Reload the page.' }) }),
    );
  }
  const called = state.shown?.answer.request.team.name ?? state.draft.team?.name;
  const name = called === desk.NAMELESS ? null : called;
  document.title = name ? `${name}: on-call rota` : 'On-call rota';
  keepingFocus(() => render(
    html`<a class="skip" href="#main" @click=${(event) => { event.preventDefault(); document.getElementById('main').focus(); }}>Skip to the content</a>
      <header class="top">
        <p class="brand"><img src="/page/icon.svg" alt="" width="24" height="24">${name ? html`<bdi>${name}</bdi>` : 'On-call rota'}</p>
        ${state.teams ? me() : nothing}
        <nav aria-label="Views">${Object.entries(views).filter(([, { only }]) => !only || only()).map(([tab, { title }]) => html`<a href=${`#${tab}`} aria-current=${state.tab === tab ? 'page' : nothing}>${title}</a>`)}</nav>
      </header>
      <main id="main" class=${`view-${state.tab}`} tabindex="-1">
        <h1 class="unseen">${view.title}</h1>
        ${failure()}
        ${content(view)}
      </main>
      <footer class="foot"><a href="/q/swagger-ui">API</a></footer>`,
    place,
  ));
  if (drawnTab !== state.tab) {
    drawnTab = state.tab;
    // On a narrow screen there are more views than have room.
    place.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }
}

/** What went wrong, where it is not shown beside the field that caused it. */
function failure() {
  const { failure: problem, issues } = state;
  if (!problem || (problem.issues.length && problem.issues === issues && state.tab === 'team') || (state.tab === 'change' && state.change?.issues?.length)) {
    return nothing;
  }
  return html`<div class="failure" role="alert"><p><bdi dir="ltr">${problem.message}</bdi></p>${problem.issues.length ? html`<ul>${problem.issues.map((issue) => html`<li><bdi dir="ltr">${issue.detail}</bdi></li>`)}</ul>` : nothing}</div>`;
}

/** The view; a request that cannot be drawn, whatever it says, must not be the end of the page. */
function content(view) {
  try {
    return view.draw?.();
  } catch (error) {
    console.error(error);
    return html`<section class="empty" role="alert"><h2>This cannot be shown</h2><p>Something in the request is not what it should be.</p>
      <p><button type="button" @click=${act.startAnew}>Start anew</button></p></section>`;
  }
}

let drawnTab = null;

/** Draws; where that takes away what had the focus, keys go on from what it was in. */
function keepingFocus(drawing) {
  const held = document.activeElement;
  const around = held?.parentElement?.closest('[tabindex="-1"]:not([data-stop])');
  drawing();
  oneStop(place);
  if (held !== document.activeElement) {
    (around?.isConnected ? around : document.getElementById('main')).focus({ preventScroll: true });
  }
}

/** Who looks at this page: what the trail of a kept team says of each change. */
function me() {
  const closed = (details) => {
    details.open = false;
    details.querySelector('summary').focus();
  };
  const call = (event) => {
    event.preventDefault();
    set({ user: new FormData(event.target).get('user').trim() });
    closed(event.target.closest('details'));
    say(state.user ? `You are ${state.user}.` : 'You are nobody in particular.');
  };
  const away = (event) => {
    if (event.key === 'Escape') {
      closed(event.currentTarget);
    }
  };
  return html`<details class="me" @keydown=${away}><summary>${state.user ? html`<span class="unseen">You are </span><bdi>${state.user}</bdi>` : 'Who are you?'}</summary>
    <form class="card" @submit=${call}><div class="field"><label for="me">Your name</label>
      <p class="hint" id="me-hint">The trail of a kept team says who did what. Where people sign in before they get here, that name counts instead.</p>
      <input id="me" name="user" autocomplete="username" maxlength="100" dir="auto" aria-describedby="me-hint" .value=${state.user}></div>
      <p class="go"><button type="submit" class="primary">That is me</button></p></form></details>`;
}

/** Goes where the address goes; by the event, as the page may have been drawn, and the address put back, before it comes. */
function follow(event) {
  const tab = new URL(event?.newURL ?? location).hash.slice(1);
  if (tab in views && tab !== state.tab) {
    set({ tab });
    scrollTo(0, 0);
  }
}

listen(() => {
  draw();
  const here = location.hash.slice(1);
  if (here !== state.tab) {
    // Another view is somewhere to go back from; a place within one is not.
    history[here in views ? 'pushState' : 'replaceState'](null, '', `#${state.tab}`);
  }
});
addEventListener('hashchange', follow);
addEventListener('beforeprint', drawAll);
place.addEventListener('focusin', focused);
place.addEventListener('keydown', pressed);
// Whoever opened a shift by pointer has the focus elsewhere than in its card.
addEventListener('keydown', (event) => event.key === 'Escape' && state.picked && !event.target.closest('.me, input, select, textarea') && act.unpick());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => set({}));

// Before the page writes its own.
const hasTab = location.hash.slice(1) in views;
drawWithin(keepingFocus);
draw();
follow();
const search = new URLSearchParams(location.search);
if (search.get('rota')) {
  act.reopen(search.get('rota'), { adopted: search.has('adopted'), hasTab });
}
api.examples().then((examples) => set({ examples }), () => {});
// Not needed for anything that is seen first.
(globalThis.requestIdleCallback ?? setTimeout)(() => api.offers().then((offers) => { set({ offers }); desk.look(); }, () => {}));
