/**
 * Stand-ins for the memory addresses in Python's default repr: stable per object.
 * Source: object.__repr__.
 */
const known = new WeakMap<object, number>();
let next = 0x7f0000001000;

/** `<module.Class object at 0x7f…>` */
export function objectRepr(object: object, name: string): string {
  let at = known.get(object);
  if (at === undefined) {
    at = next;
    next += 0x40;
    known.set(object, at);
  }
  return `<${name} object at 0x${at.toString(16)}>`;
}
