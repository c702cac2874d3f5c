/**
 * Python's module abc: marks only; a class with abstract methods can be made.
 * Source: Lib/abc.py (Python 3.7).
 */
export class ABC {}
export class ABCMeta {}
export function abstractmethod<F>(funcobj: F): F {
  return funcobj;
}
export const abstractproperty = abstractmethod;
export const abstractclassmethod = abstractmethod;
export const abstractstaticmethod = abstractmethod;
