// Who carries what, as pictures and as a table. All numbers are the service's.
import { charts, guard, html, nothing, ref } from './lib.js';
import { later } from './later.js';
import { badge } from './people.js';
import { state } from './state.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const percent = (share) => Math.round(share * 1000) / 10;

export function draw() {
  const { shown } = state;
  if (!shown) {
    return html`<section class="empty"><h2>Nothing to compare yet</h2><p>It needs a rota.</p><p><a class="button" href="#team">Go to the team</a></p></section>`;
  }
  return guard([shown.answer, dark.matches], () => all(shown.answer));
}

function all({ members, advice }) {
  const history = members.some((row) => row.historyDays);
  return html`<div class="fairness" .style=${`--rows:${members.length}`}>
    ${picture(members, 'Days', 'On-call days of each member against their fair share', [
      history ? ['before', 'historyDays', 'before this period'] : null,
      ['held', 'days', 'this period'],
    ], ['fairShare', 'fair share'])}
    ${picture(members, 'Unsocial days', 'Weekends, bank holidays and festive days of each member against their fair share', [
      history ? ['before', 'historyUnsocialDays', 'before this period'] : null,
      ['held', 'unsocialDays', 'this period'],
    ], ['fairUnsocialDays', 'fair share'])}
    ${picture(members, 'Festive turns', 'Festive days borne by each member against an even split of all that are borne', [
      history ? ['before', 'historyFestiveDays', 'before this period'] : null,
      ['held', 'festiveDays', 'this period'],
    ], ['fairFestiveDays', 'fair share'])}
    ${time(members)}
    <section class="card wide"><h2>The same as a table</h2>${later([members], () => table(members, history), nothing)}</section>
    ${advice.length ? html`<section class="card wide"><h2>Good to know</h2><ul class="advice">${advice.map((sentence) => html`<li><bdi dir="ltr">${sentence}</bdi></li>`)}</ul></section>` : nothing}
  </div>`;
}

function picture(members, title, label, bars, mark) {
  return card(title, label, members, (ink) => ({
    datasets: [
      { type: 'scatter', label: mark[1], data: members.map((row) => ({ x: row[mark[0]], y: row.member })), pointStyle: 'line', rotation: 90, radius: 9, hoverRadius: 9, borderWidth: 3, borderColor: ink.mark, order: 0 },
      ...bars.filter(Boolean).map(([colour, key, name]) => ({ label: name, data: members.map((row) => row[key]), backgroundColor: ink[colour], borderColor: ink.edge, borderWidth: colour === 'before' ? 1 : 0, pointStyle: 'rect', stack: 'days', order: 1 })),
    ],
    scales: { x: { stacked: true, beginAtZero: true, grace: '4%', ticks: { precision: 0, color: ink.soft }, grid: { color: ink.line } } },
    legend: true,
  }));
}

function time(members) {
  const most = Math.max(60, ...members.map((row) => percent(row.shareOfTime)));
  return card('Time on call', 'Share of their days on the rota that each member is on call, against the target of 30 % and the limit of 50 %', members, (ink) => ({
    datasets: [{ label: 'time on call', data: members.map((row) => percent(row.shareOfTime)), backgroundColor: ink.held }],
    scales: {
      x: {
        beginAtZero: true,
        max: Math.ceil(most / 10) * 10,
        ticks: { stepSize: 10, callback: (value) => `${value} %`, color: (tick) => (tick.tick.value === 30 ? ink.mark : tick.tick.value === 50 ? ink.bad : ink.soft), font: (tick) => ({ weight: [30, 50].includes(tick.tick?.value) ? 'bold' : 'normal' }) },
        grid: { color: (line) => (line.tick.value === 30 ? ink.mark : line.tick.value === 50 ? ink.bad : 'transparent'), lineWidth: (line) => ([30, 50].includes(line.tick?.value) ? 2.5 : 1), z: 1 },
      },
    },
    legend: false,
  }));
}

function card(title, label, members, make) {
  return html`<section class="card"><h2>${title}</h2><p class="note">${label}.</p>
    <div class="chart"><canvas role="img" aria-label=${`${label}; the table below has the numbers`} ${ref(drawn(members, make))}></canvas></div></section>`;
}

let last = Promise.resolve();

/** The next frame that no other chart has. */
const turn = () => (last = last.then(() => new Promise(requestAnimationFrame)));

/** Draws a chart, one with each frame, and ends it when its canvas goes. */
function drawn(members, make) {
  let chart;
  let gone = false;
  return async (canvas) => {
    if (!canvas) {
      gone = true;
      chart?.destroy();
      return;
    }
    const Chart = await charts();
    await turn();
    if (gone) {
      return;
    }
    const style = getComputedStyle(canvas);
    const colour = (name) => style.getPropertyValue(name).trim();
    const ink = { held: colour('--accent'), before: colour('--leave'), mark: colour('--ink'), bad: colour('--bad'), soft: colour('--soft'), line: colour('--line'), edge: colour('--soft') };
    const { datasets, scales, legend } = make(ink);
    chart = new Chart(canvas, {
      type: 'bar',
      // By id, as two people may have the same name.
      data: { labels: members.map((row) => row.member), datasets },
      options: {
        indexAxis: 'y',
        animation: false,
        maintainAspectRatio: false,
        barPercentage: 0.8,
        plugins: {
          legend: { display: legend, position: 'bottom', labels: { color: ink.soft, usePointStyle: true } },
          tooltip: { callbacks: { title: (items) => members.find((row) => row.member === items[0]?.label || row.member === items[0]?.raw?.y)?.name } },
        },
        scales: {
          ...scales,
          y: { stacked: true, ticks: { autoSkip: false, color: ink.mark, callback: (value) => shortened(members[value].name) }, grid: { display: false } },
        },
      },
    });
  };
}

const shortened = (name) => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

function table(members, history) {
  const number = (value) => html`<td class="number">${value ?? '–'}</td>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="What each member carries"><table class="numbers-table">
    <thead><tr><th scope="col">Member</th><th scope="col">Days</th><th scope="col">Fair share</th>${history ? html`<th scope="col">Days before</th>` : nothing}<th scope="col">Unsocial</th><th scope="col">Fair share</th>${history ? html`<th scope="col">Unsocial before</th>` : nothing}<th scope="col">Festive</th><th scope="col">Fair share</th>${history ? html`<th scope="col">Festive before</th>` : nothing}<th scope="col">Time on call</th><th scope="col">Stints</th><th scope="col">Shortest interval</th><th scope="col">Wishes kept</th><th scope="col">Wishes broken</th></tr></thead>
    <tbody>${members.map((row) => html`<tr><th scope="row"><span class="person">${badge(row.member, row.name)}<bdi>${row.name}</bdi></span></th>${number(row.days)}${number(row.fairShare)}${history ? number(row.historyDays) : nothing}${number(row.unsocialDays)}${number(row.fairUnsocialDays)}${history ? number(row.historyUnsocialDays) : nothing}${number(row.festiveDays)}${number(row.fairFestiveDays)}${history ? number(row.historyFestiveDays) : nothing}${number(`${percent(row.shareOfTime)} %`)}${number(row.stints)}${number(row.shortestInterval)}${number(row.wishesKept)}${number(row.wishesBroken)}</tr>`)}</tbody>
  </table></div>`;
}
