// Two versions of a team that came from the same one: what was changed in one goes on top of the other, place by place.

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const text = (value) => JSON.stringify(value);

/** What tells the things of a list apart, so that one more among them moves none of the others. */
const key = (each) => each?.id ?? each?.name ?? text(each);
const byKey = (list) => new Map((list ?? []).map((each) => [key(each), each]));

/** What lies between two versions: [{path, from, to}], the path being the steps to a place; undefined is nothing there. */
export function differences(from, to, path = []) {
  if (text(from) === text(to)) {
    return [];
  }
  const lists = [from, to].filter((value) => value !== undefined);
  if (lists.every(Array.isArray)) {
    const [before, after] = [byKey(from), byKey(to)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((each) => differences(before.get(each), after.get(each), [...path, each]));
  }
  if (isObject(from) && isObject(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((each) => differences(from[each], to[each], [...path, each]));
  }
  return [{ path, from, to }];
}

/** The value with every one of the differences made in it, whatever was at their places. */
export const withAll = (value, all) => all.reduce((made, { path, to }) => withOne(made, path, to), value);

function withOne(value, [step, ...rest], to) {
  const into = (old) => (rest.length ? withOne(old, rest, to) : to);
  if (Array.isArray(value)) {
    const index = value.findIndex((each) => key(each) === step);
    if (index >= 0) {
      const made = into(value[index]);
      return made === undefined ? value.toSpliced(index, 1) : value.with(index, made);
    }
    // Of something that is gone there is no part to change.
    return rest.length || to === undefined ? value : [...value, to];
  }
  const { [step]: old, ...others } = value;
  const made = into(old ?? (rest.length > 0 ? [] : undefined));
  return made === undefined ? others : { ...value, [step]: made };
}

/** Those of the differences that are at, around or within a place of the others, and come to something else. */
export function contested(mine, theirs) {
  const meets = (one, other) => one.every((step, index) => index >= other.length || step === other[index]);
  return mine.filter((one) => theirs.some((other) => meets(one.path, other.path) && text(one.to) !== text(other.to)));
}
