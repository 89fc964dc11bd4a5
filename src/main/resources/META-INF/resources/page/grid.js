// Keys in a grid of shifts: one stop for Tab, arrows from shift to shift.

const stops = (grid) => [...grid.querySelectorAll('[data-stop]')];

/** Lets Tab stop once in each grid: at the shift that was last there, or the first. */
export function oneStop(root) {
  for (const grid of root.querySelectorAll('[role=grid]')) {
    if (!grid.querySelector('[data-stop][tabindex="0"]')) {
      grid.querySelector('[data-stop]')?.setAttribute('tabindex', '0');
    }
  }
}

export function focused(event) {
  const stop = event.target.closest?.('[data-stop]');
  const grid = stop?.closest('[role=grid]');
  if (grid) {
    grid.querySelectorAll('[data-stop][tabindex="0"]').forEach((other) => other.setAttribute('tabindex', '-1'));
    stop.setAttribute('tabindex', '0');
  }
}

export function pressed(event) {
  const stop = event.target.closest?.('[data-stop]');
  if (!stop || event.altKey || event.metaKey) {
    return;
  }
  const next = target(stop, event);
  if (next) {
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function target(stop, { key, ctrlKey }) {
  const row = stop.closest('[role=row]');
  const grid = stop.closest('[role=grid]');
  const inRow = stops(row);
  switch (key) {
    case 'ArrowRight':
      return inRow[inRow.indexOf(stop) + 1];
    case 'ArrowLeft':
      return inRow[inRow.indexOf(stop) - 1];
    case 'Home':
      return ctrlKey ? stops(grid)[0] : inRow[0];
    case 'End':
      return (ctrlKey ? stops(grid) : inRow).at(-1);
    case 'ArrowDown':
      return beside(grid, row, stop, 1);
    case 'ArrowUp':
      return beside(grid, row, stop, -1);
    default:
      return undefined;
  }
}

/** The nearest stop of the next row that has any; past the last row, of the next grid. */
function beside(grid, row, stop, step) {
  const rows = [...grid.closest('[data-grids]').querySelectorAll('[role=row]')];
  for (let r = rows.indexOf(row) + step; r >= 0 && r < rows.length; r += step) {
    const others = stops(rows[r]);
    if (others.length) {
      const middle = centre(stop);
      return others.reduce((best, other) => (Math.abs(centre(other) - middle) < Math.abs(centre(best) - middle) ? other : best));
    }
  }
  return undefined;
}

function centre(element) {
  const box = element.getBoundingClientRect();
  return box.left + box.width / 2;
}

/**
 * Lights what a finding is about and dims the rest; null puts all back. By the elements themselves, as it has to follow a
 * pointer over a list.
 */
export function highlight(root, finding) {
  root.classList.toggle('dimmed', finding !== null);
  if (finding === null) {
    return;
  }
  const [from, to] = [Date.parse(finding.from), Date.parse(finding.to)];
  let first = null;
  for (const chip of root.querySelectorAll('[data-from]')) {
    const { dataset } = chip;
    const about =
      Date.parse(dataset.from) < to &&
      from < Date.parse(dataset.to) &&
      (!finding.member || dataset.member === finding.member) &&
      (!finding.rotation || dataset.rotation === finding.rotation) &&
      (!finding.tier || dataset.tier === finding.tier);
    chip.classList.toggle('about', about);
    first ??= about ? chip : null;
  }
  return first;
}
