// The board: weeks down, tiers across, a grid for each rotation and quarter.
import { html, nothing } from './lib.js';
import { daysBetween, moment, quarters, span, weekday, day, dayMonth, dateOf } from './dates.js';
import { later } from './later.js';
import { look, badge } from './people.js';

/**
 * Draws shifts and gaps, a quarter with each frame.
 *
 * @param {object} of calendar, shifts, gaps, names; title: whose it is, for paper; picked: the id of the shift that is open; lit: only lines with a stretch
 *     of these, which stand out ({rotation, tier, from, to}); onPick: called with the shift or gap; label: what it is
 */
export function weeks(of) {
  return html`<div class="weeks" data-grids>${of.calendar.rotations.map((rotation) => rotationGrids(of, rotation))}</div>`;
}

function rotationGrids(of, { rotation, tiers, lines }) {
  const many = of.calendar.rotations.length > 1;
  const columns = new Map(tiers.map((tier) => [tier, held(of, rotation, tier)]));
  const lit = of.lit?.filter((stretch) => stretch.rotation === rotation);
  const shown = lit ? lines.filter((line) => lit.some((stretch) => overlaps(stretch, line))) : lines;
  if (!shown.length) {
    return nothing;
  }
  return html`<section class="rotation" aria-label=${rotation}>
    ${many ? html`<h3>${rotation}</h3>` : nothing}
    <div class="quarters" .style=${`--tiers:${tiers.length}`}>${quarters(shown, (line) => line.first).map((quarter) => html`
      <section class="quarter">
        <h4 data-of=${of.title ?? nothing}>${quarter.title}</h4>
        ${later([of.shifts, of.gaps, of.calendar, of.picked, of.lit, quarter.items[0]], () => html`<table role="grid" class="board" aria-label=${`${of.label ?? 'Rota'}: ${rotation}, ${quarter.title}`}>
          <thead><tr role="row"><th scope="col" class="corner"><span class="unseen">Week</span></th>${tiers.map((tier) => html`<th scope="col"><bdi>${tier}</bdi></th>`)}</tr></thead>
          <tbody>${quarter.items.map((line) => row(of, line, tiers, columns, lit))}</tbody>
        </table>`, PENDING)}
      </section>`)}</div>
  </section>`;
}

/** Where a block will be. */
export const PENDING = html`<div class="pending" aria-busy="true"></div>`;

/** What a tier has, in the order of time: shifts and gaps. */
export function held(of, rotation, tier) {
  return [...of.shifts, ...of.gaps]
    .filter((stretch) => stretch.rotation === rotation && stretch.tier === tier)
    .sort((a, b) => time(a.from) - time(b.from));
}

const times = new Map();

/** Milliseconds of an instant; each is looked at for every line of a board. */
function time(instant) {
  if (!times.has(instant)) {
    times.set(instant, Date.parse(instant));
  }
  return times.get(instant);
}

export const overlaps = (a, b) => time(a.from) < time(b.to) && time(b.from) < time(a.to);

function row(of, line, tiers, columns, lit) {
  const { calendar } = of;
  const first = daysBetween(calendar.days[0].date, line.first);
  const days = calendar.days.slice(first, first + daysBetween(line.first, line.last) + 1);
  const today = days.some((each) => each.date === calendar.today);
  const kind = line.festive ? `festive ${days[0].kind.toLowerCase()}` : '';
  return html`<tr role="row" class=${`${kind} ${today ? 'today' : ''} ${line.festiveDays.length ? 'feast' : ''}`}>
    <th scope="row">
      <span class="dates">${line.festive ? day(line.first) : span(line.first, line.last)}</span>
      ${today ? html`<span class="mark now">today</span>` : nothing}
      ${line.festiveDays.map((date) => html`<span class="mark star">★ ${date === line.first ? 'festive day' : `into ${dayMonth(date)}`}</span>`)}
      ${line.festive ? (days[0].kind === 'HOLIDAY' ? html`<span class="mark bank">${bankHoliday(calendar, line.first)}</span>` : nothing) : strip(days, calendar)}
    </th>
    ${tiers.map((tier) => html`<td role="gridcell">${columns.get(tier).filter((stretch) => overlaps(stretch, line)).map((stretch) => chip(of, stretch, line, lit))}</td>`)}
  </tr>`;
}

/** What a bank holiday is called. */
export const bankHoliday = (calendar, date) => calendar.bankHolidays?.find((each) => each.date === date)?.name ?? 'bank holiday';

/** A week in small: weekends and bank holidays shaded, today ringed. */
function strip(days, calendar) {
  const { today } = calendar;
  const bank = days.filter((each) => each.kind === 'HOLIDAY');
  return html`<span class="strip" aria-hidden="true">${days.map((each) => html`<i class=${`${each.kind.toLowerCase()} ${each.date === today ? 'now' : ''}`} title=${each.kind === 'HOLIDAY' ? `${day(each.date)}, ${bankHoliday(calendar, each.date)}` : day(each.date)}></i>`)}</span>
    ${bank.map((each) => html`<span class="mark bank">${bankHoliday(calendar, each.date)}<span class="unseen"> ${dayMonth(each.date)}</span></span>`)}`;
}

function chip(of, stretch, line, lit) {
  const whole = stretch.from === line.from && stretch.to === line.to;
  const begins = time(stretch.from) < time(line.from) ? '' : weekday(dateOf(stretch.from));
  const ends = time(stretch.to) > time(line.to) ? '' : weekday(dateOf(stretch.to));
  const when = whole || (!line.festive && !begins && !ends) ? nothing : html`<span class="when">${line.festive ? (begins ? nothing : '…') : `${begins}–${ends}`}</span>`;
  const name = stretch.member ? of.names.get(stretch.member) ?? stretch.member : 'Nobody';
  const different = lit?.some((other) => other.tier === stretch.tier && overlaps(other, stretch) && overlaps(other, line));
  const classes = `chip ${stretch.member ? `p${look(stretch.member).pattern}` : 'gap'} ${lit ? (different ? 'differs' : 'same') : ''} ${of.picked && of.picked === stretch.id ? 'picked' : ''}`;
  const content = html`${stretch.member ? badge(stretch.member, name) : html`<span class="badge" aria-hidden="true">!</span>`}<span class="name"><bdi>${name}</bdi></span>${when}`;
  const style = stretch.member ? `--h:${look(stretch.member).hue}` : '';
  const title = `${name}, ${stretch.tier}, ${moment(stretch.from)} to ${moment(stretch.to)}`;
  if (!of.onPick) {
    return html`<span class=${classes} title=${title} tabindex="-1" data-stop data-member=${stretch.member ?? ''} .style=${style}>${content}</span>`;
  }
  return html`<button type="button" class=${classes} tabindex="-1" data-stop data-id=${stretch.id ?? ''} data-member=${stretch.member ?? ''}
      data-rotation=${stretch.rotation} data-tier=${stretch.tier} data-from=${stretch.from} data-to=${stretch.to} .style=${style}
      title=${title} aria-label=${title}
      @click=${(event) => of.onPick(stretch, event.detail === 0)}>${content}</button>`;
}
