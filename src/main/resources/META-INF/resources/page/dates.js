// Dates as people read them. The service gives dates and instants in the team's own time: they are read as they are written,
// and never moved to the time zone of whoever looks.

const DAY = 86_400_000;
const utc = (date) => Date.UTC(date.slice(0, 4), date.slice(5, 7) - 1, date.slice(8, 10));
const shape = (options) => {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  // Months of one length, as all others are: columns of dates are narrow.
  return (date) => (isDate(date) ? format.format(utc(date)).replace(/\bSept\b/, 'Sep') : String(date ?? ''));
};

/** Whether it is a date of the calendar. In a request that is being written anything may stand for one: it is shown as it is. */
export function isDate(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Tue 5 Jan */
export const day = shape({ weekday: 'short', day: 'numeric', month: 'short' });
export const weekday = shape({ weekday: 'short' });
export const dayMonth = shape({ day: 'numeric', month: 'short' });
export const month = shape({ month: 'long' });
export const number = (date) => Number(date.slice(8, 10));
export const dateOf = (instant) => instant.slice(0, 10);

/** Whole days from one date to another. */
export const daysBetween = (from, to) => Math.round((utc(to) - utc(from)) / DAY);

export const datePlus = (date, days) => new Date(utc(date) + days * DAY).toISOString().slice(0, 10);

/** Days from the beginning of a date to an instant, by the team's clocks: 0.5 is midday. */
export function position(instant, from) {
  return daysBetween(from, dateOf(instant)) + instant.slice(11, 13) / 24 + instant.slice(14, 16) / 1440;
}

/** 5–11 Jan, or 28 Dec – 3 Jan */
export function span(first, last) {
  if (first === last) {
    return dayMonth(first);
  }
  if (!isDate(first) || !isDate(last)) {
    return `${dayMonth(first)} – ${dayMonth(last)}`;
  }
  return first.slice(0, 7) === last.slice(0, 7)
    ? `${number(first)}–${dayMonth(last)}`
    : `${dayMonth(first)} – ${dayMonth(last)}`;
}

/** The same with years: 5–11 Jan 2027, or 28 Dec 2026 – 3 Jan 2027 */
export function spanOfYears(first, last) {
  return first.slice(0, 4) === last.slice(0, 4)
    ? `${span(first, last)} ${last.slice(0, 4)}`
    : `${dayMonth(first)} ${first.slice(0, 4)} – ${dayMonth(last)} ${last.slice(0, 4)}`;
}

/** Tue 5 Jan 12:00 */
export const moment = (instant) => `${day(dateOf(instant))} ${instant.slice(11, 16)}`;

/** 5 Jan 2027, 12:00 UTC: when the service wrote something down. */
export const when = (instant) => `${dayMonth(dateOf(instant))} ${instant.slice(0, 4)}, ${instant.slice(11, 16)} UTC`;

const SHORT = 15;

/** Groups what has a date by quarters of the year, a few days at either end with their neighbours: [{title, items}]. */
export function quarters(items, dateOfItem) {
  const groups = new Map();
  for (const item of items) {
    const date = dateOfItem(item);
    const key = `${date.slice(0, 4)} ${Math.floor((date.slice(5, 7) - 1) / 3)}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const all = [...groups.values()];
  const isShort = (group) => daysBetween(dateOfItem(group[0]), dateOfItem(group.at(-1))) < SHORT;
  if (all.length > 1 && isShort(all.at(-1))) {
    all.at(-2).push(...all.pop());
  }
  if (all.length > 1 && isShort(all[0])) {
    all[1].unshift(...all.shift());
  }
  return all.map((group) => {
    const [first, last] = [dateOfItem(group[0]), dateOfItem(group.at(-1))];
    const months = first.slice(0, 7) === last.slice(0, 7) ? month(first) : `${month(first)} to ${month(last)}`;
    const across = first.slice(0, 4) !== last.slice(0, 4);
    return { title: across ? `${month(first)} ${first.slice(0, 4)} to ${month(last)} ${last.slice(0, 4)}` : `${months} ${last.slice(0, 4)}`, items: group };
  });
}
