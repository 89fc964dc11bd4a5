// Where the page begins: its frame, and which view is open.
import { html, nothing, render } from './lib.js';
import * as api from './api.js';
import { focused, oneStop, pressed } from './grid.js';
import { listen, set, state } from './state.js';
import { team } from './team.js';
import { rota } from './rota.js';
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

function draw() {
  const view = views[state.tab];
  if (!view.draw) {
    import(view.module).then((module) => {
      view.draw = module.draw;
      set({});
    });
  }
  const name = state.shown?.answer.request.team.name ?? state.draft.team?.name;
  document.title = name ? `${name}: on-call rota` : 'On-call rota';
  render(
    html`<a class="skip" href="#main">Skip to the content</a>
      <header class="top">
        <p class="brand"><img src="/page/icon.svg" alt="" width="24" height="24">${name ? html`<bdi>${name}</bdi>` : 'On-call rota'}</p>
        <nav aria-label="Views">${Object.entries(views).filter(([, { only }]) => only?.() ?? true).map(([tab, { title }]) => html`<a href=${`#${tab}`} aria-current=${state.tab === tab ? 'page' : nothing}>${title}</a>`)}</nav>
      </header>
      <main id="main" class=${`view-${state.tab}`} tabindex="-1">
        <h1 class="unseen">${view.title}</h1>
        ${state.failure && !state.failure.issues.length ? html`<p class="failure" role="alert"><bdi>${state.failure.message}</bdi></p>` : nothing}
        ${view.draw?.()}
      </main>
      <footer class="foot"><a href="/q/swagger-ui">API</a></footer>`,
    place,
  );
  oneStop(place);
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
  if (location.hash.slice(1) !== state.tab && location.hash !== '#main') {
    history.replaceState(null, '', `#${state.tab}`);
  }
});
addEventListener('hashchange', follow);
place.addEventListener('focusin', focused);
place.addEventListener('keydown', pressed);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => set({}));

draw();
follow();
const id = new URLSearchParams(location.search).get('rota');
if (id) {
  act.reopen(id);
}
api.examples().then((examples) => set({ examples }), () => {});
// Not needed for anything that is seen first.
(globalThis.requestIdleCallback ?? setTimeout)(() => api.offers().then((offers) => { set({ offers }); desk.look(); }, () => {}));
