// How a member looks: a colour that depends on their id alone, so that it is the same in every rota, and for those who do not
// see colours a pattern and initials.
import { html } from './lib.js';

const PATTERNS = 6;
const looks = new Map();

/** {hue, pattern} of a member's id. */
export function look(id) {
  if (!looks.has(id)) {
    let hash = 0x811c9dc5;
    for (const character of String(id)) {
      hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    looks.set(id, { hue: (hash >>> 8) % 360, pattern: hash % PATTERNS });
  }
  return looks.get(id);
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letters of the first and the last word of a name. */
export function initials(name) {
  const words = String(name).trim().split(/[\s-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const firsts = ends.map((word) => {
    const all = [...letters.segment(word)].map((part) => part.segment);
    return all.find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '';
  });
  return firsts.join('').toLocaleUpperCase() || '?';
}

/** Names by id, from the request of an answer. */
export function names(answer) {
  return new Map(answer.request.team.members.map((member) => [member.id, member.name]));
}

export const badge = (id, name) =>
  html`<span class="badge p${look(id).pattern}" .style=${`--h:${look(id).hue}`} aria-hidden="true"><bdi>${initials(name)}</bdi></span>`;

export const person = (id, name) => html`<span class="person">${badge(id, name)}<bdi>${name}</bdi></span>`;
