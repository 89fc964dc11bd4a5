// Blocks of a large drawing, one with each frame: all of them at once would hold up whoever scrolls or types.
import { AsyncDirective, directive, noChange } from './lib.js';

/** Those that are to be drawn, or drawn anew; the first has waited longest. */
const waiting = new Set();
let frame = 0;
let within = (draw) => draw();

/** Has each block drawn by what is given, which gets a function that does it. */
export function drawWithin(wrapper) {
  within = wrapper;
}

function ask() {
  if (!frame && waiting.size) {
    frame = requestAnimationFrame(() => {
      frame = 0;
      const [next] = waiting;
      next?.draw();
      ask();
    });
  }
}

/** Draws all that waits at once: what is printed has to be whole. */
export function drawAll() {
  waiting.forEach((block) => block.draw());
}

class Later extends AsyncDirective {
  #of;
  #template;

  /**
   * A part of a template that is drawn in a frame of its own, and drawn anew only where something of what it shows is another.
   *
   * @param {Array} of what it shows, compared one by one
   * @param {Function} template makes it, when its turn has come
   * @param meanwhile what stands there before it is first drawn
   */
  render(of, template, meanwhile) {
    const isFirst = !this.#of;
    if (isFirst || of.length !== this.#of.length || of.some((each, index) => each !== this.#of[index])) {
      this.#of = of;
      this.#template = template;
      waiting.add(this);
      ask();
    }
    return isFirst ? meanwhile : noChange;
  }

  draw() {
    waiting.delete(this);
    const template = this.#template;
    this.#template = null;
    within(() => this.setValue(template()));
  }

  disconnected() {
    waiting.delete(this);
  }

  reconnected() {
    if (this.#template) {
      waiting.add(this);
      ask();
    }
  }
}

export const later = directive(Later);
