// The second view: members down, days across, leave and wishes drawn behind the shifts; a grid for each quarter.
import { html, nothing } from './lib.js';
import { daysBetween, day, dayMonth, moment, number, position, quarters, span, month, weekday } from './dates.js';
import { badge, look } from './people.js';
import { later } from './later.js';
import { PENDING, bankHoliday } from './weeks.js';

/** Draws the answer of a solve or an audit, a quarter with each frame. */
export function days(of) {
  const { answer, calendar } = of;
  const planned = calendar.days.slice(0, -1);
  const lanes = new Map(calendar.rotations.map((each, lane) => [each.rotation, lane]));
  const shiftsOf = group(answer.shifts, (shift) => shift.member);
  return html`<div class="days" data-grids .style=${`--lanes:${lanes.size}`}>
    ${quarters(planned, (each) => each.date).map((quarter) => html`<section class="quarter">
      <h4 data-of=${of.title ?? nothing}>${quarter.title}</h4>
      ${later([answer, calendar, of.picked, quarter.items[0]], () => block(of, quarter, lanes, shiftsOf), PENDING)}
    </section>`)}
    <p class="legend" aria-hidden="true">
      ${[0, 1].map((tier) => tiersAt(calendar, tier)).map((names, tier) => (names ? html`<span><i class=${`tier t${tier}`}></i><bdi>${names}</bdi></span>` : nothing))}
      <span><i class="leave"></i>leave</span><span><i class="off"></i>not on the rota</span>
      <span><i class="wish avoid"></i>asked to avoid</span><span><i class="wish want"></i>asked for</span>
      <span><i class="shade weekend"></i>weekend</span><span><i class="shade holiday"></i>bank holiday</span><span><i class="shade feast"></i>festive day</span>
    </p>
  </div>`;
}

/** What the first or the second tier of a rotation is called: short shifts have no room for it. */
const tiersAt = (calendar, tier) => [...new Set(calendar.rotations.map(({ tiers }) => tiers[tier]).filter(Boolean))].join(', ');

function group(items, key) {
  const groups = new Map();
  for (const item of items) {
    groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  }
  return groups;
}

function block(of, { title, items }, lanes, shiftsOf) {
  const { answer, calendar } = of;
  const from = items[0].date;
  const frame = { from, length: items.length };
  // A short stretch is not drawn out over the whole width.
  const width = Math.max(items.length, 45);
  const bank = items.filter((each) => each.kind === 'HOLIDAY');
  const gaps = answer.gaps.filter((gap) => place(gap, frame));
  return html`
    ${bank.length ? html`<p class="note banks">${bank.map((each) => html`<span>${bankHoliday(calendar, each.date)} ${dayMonth(each.date)}</span> `)}</p>` : nothing}
    <div class="scroll"><div role="grid" class="line" aria-label=${`Members, ${title}`} .style=${`--n:${width}`}>
      <div role="row" class="head">
        <div role="columnheader" class="who"><span class="unseen">Member</span></div>
        <div role="columnheader" class="track"><span class="unseen">Days of ${title}</span>${items.map((each, index) => tick(each, index, items))}</div>
      </div>
      <div class="shades" aria-hidden="true"><div class="track">${items.map((each, index) => shade(each, index, calendar.today))}</div></div>
      ${gaps.length ? html`<div role="row" class="row nobody"><div role="rowheader" class="who">Nobody</div><div class="track">${gaps.map((gap) => bar(of, gap, frame, lanes))}</div></div>` : nothing}
      ${answer.request.team.members.map((member) => html`<div role="row" class="row">
        <div role="rowheader" class="who">${badge(member.id, member.name)}<span class="name" title=${member.name}><bdi>${member.name}</bdi></span></div>
        <div class="track">${behind(member, frame)}${(shiftsOf.get(member.id) ?? []).map((shift) => bar(of, shift, frame, lanes))}</div>
      </div>`)}
    </div></div>`;
}

/** Where a stretch lies among the days of a block, in days from its beginning; null outside. */
function place(stretch, frame) {
  const begin = Math.max(0, position(stretch.from, frame.from));
  const end = Math.min(frame.length, position(stretch.to, frame.from));
  return begin < end ? { begin, end } : null;
}

const lies = ({ begin, end }) => `--a:${begin};--b:${end}`;

function tick(each, index, items) {
  // A Monday just before the first of a month has no room for its number.
  const crowded = items.slice(index + 1, index + 3).some((next) => number(next.date) === 1);
  const text = number(each.date) === 1 ? month(each.date).slice(0, 3) : weekday(each.date) === 'Mon' && !crowded ? number(each.date) : null;
  return text === null ? nothing : html`<span class=${number(each.date) === 1 ? 'tick first' : 'tick'} aria-hidden="true" .style=${`--a:${index}`}>${text}</span>`;
}

function shade(each, index, today) {
  const kinds = [each.kind === 'WORKING_DAY' ? '' : each.kind.toLowerCase(), each.festive ? 'feast' : '', each.date === today ? 'today' : ''].join(' ').trim();
  return kinds ? html`<i class=${`shade ${kinds}`} .style=${`--a:${index};--b:${index + 1}`}></i>` : nothing;
}

/** Leave, wishes, and the days on which they are not on the rota. */
function behind(member, frame) {
  const within = (from, to) => {
    const begin = Math.max(0, from);
    const end = Math.min(frame.length, to);
    return begin < end ? { begin, end } : null;
  };
  const whole = (from, to) => within(daysBetween(frame.from, from), daysBetween(frame.from, to) + 1);
  return html`
    ${member.from ? mark('off', within(0, daysBetween(frame.from, member.from)), `Not on the rota before ${day(member.from)}`) : nothing}
    ${member.until ? mark('off', within(daysBetween(frame.from, member.until) + 1, frame.length), `Not on the rota after ${day(member.until)}`) : nothing}
    ${(member.leave ?? []).map((leave) => mark('leave', whole(leave.from, leave.to), `Leave ${span(leave.from, leave.to)}`))}
    ${(member.wishes ?? []).map((wish) => mark(wish.want ? 'wish want' : 'wish avoid', whole(wish.from, wish.to), `${wish.want ? 'Asked for' : 'Asked to avoid'} ${span(wish.from, wish.to)}`))}`;
}

function mark(kind, at, text) {
  return at ? html`<span role="gridcell" class=${kind} title=${text} .style=${lies(at)}><span class="unseen">${text}</span></span>` : nothing;
}

function bar(of, stretch, frame, lanes) {
  const at = place(stretch, frame);
  if (!at) {
    return nothing;
  }
  const name = stretch.member ? of.names.get(stretch.member) : 'Nobody';
  const tier = of.calendar.rotations[lanes.get(stretch.rotation)].tiers.indexOf(stretch.tier);
  const title = `${name}, ${stretch.tier}, ${moment(stretch.from)} to ${moment(stretch.to)}`;
  const classes = `chip t${Math.min(tier, 3)} ${stretch.member ? `p${look(stretch.member).pattern}` : 'gap'} ${of.picked === stretch.id ? 'picked' : ''}`;
  return html`<div role="gridcell" class="bar" .style=${`${lies(at)};--lane:${lanes.get(stretch.rotation)}${stretch.member ? `;--h:${look(stretch.member).hue}` : ''}`}>
    <button type="button" class=${classes} tabindex="-1" data-stop data-id=${stretch.id ?? ''} data-member=${stretch.member ?? ''} data-rotation=${stretch.rotation}
      data-tier=${stretch.tier} data-from=${stretch.from} data-to=${stretch.to}
      title=${title} aria-label=${title}
      @click=${(event) => of.onPick(stretch, event.detail === 0)}><span class="name"><bdi>${stretch.tier}</bdi></span></button>
  </div>`;
}
