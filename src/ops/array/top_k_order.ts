/**
 * The order in which the runtime finds the largest elements of a row, for NaN and unsorted results included.
 * Source: tensorflow/core/kernels/topk_op.cc, gtl::TopN (core/lib/gtl/top_n.h) on libstdc++'s heap and sort algorithms.
 */

/** True where the element at place a comes before that at place b. */
type Before = (a: number, b: number) => boolean;

/** Moves a hole at the top of a heap down to a leaf and puts `value` where it belongs. Source: std::__adjust_heap. */
function adjustHeap(heap: Int32Array, top: number, length: number, value: number, before: Before): void {
  let hole = top;
  let child = top;
  while (child < (length - 1) >> 1) {
    child = 2 * (child + 1);
    if (before(heap[child]!, heap[child - 1]!)) child--;
    heap[hole] = heap[child]!;
    hole = child;
  }
  if ((length & 1) === 0 && child === (length - 2) >> 1) {
    child = 2 * (child + 1);
    heap[hole] = heap[child - 1]!;
    hole = child - 1;
  }
  for (let parent = (hole - 1) >> 1; hole > top && before(heap[parent]!, value); parent = (hole - 1) >> 1) {
    heap[hole] = heap[parent]!;
    hole = parent;
  }
  heap[hole] = value;
}

/** Moves the first element behind the heap, which then has one less. Source: std::pop_heap. */
function popHeap(heap: Int32Array, length: number, before: Before): void {
  if (length < 2) return;
  const last = heap[length - 1]!;
  heap[length - 1] = heap[0]!;
  adjustHeap(heap, 0, length - 1, last, before);
}

/**
 * The places of the k greatest of n elements, k < n: the heap as it is left, or sorted. `heap` has room for k + 1.
 * The heap keeps the least of the best at its top.
 */
export function topOfRow(heap: Int32Array, k: number, n: number, sorted: boolean, before: Before): void {
  for (let i = 0; i <= k; i++) heap[i] = i;
  for (let parent = (k - 1) >> 1; parent >= 0; parent--) adjustHeap(heap, parent, k + 1, heap[parent]!, before);
  popHeap(heap, k + 1, before);
  for (let i = k + 1; i < n; i++) {
    if (!before(i, heap[0]!)) continue;
    heap[k] = i;
    popHeap(heap, k + 1, before);
  }
  if (sorted) for (let length = k; length > 1; length--) popHeap(heap, length, before);
}

/** Rows up to this length are sorted by insertion alone. */
const INSERTION = 16;

/** Sorts all places of a row: greatest elements first. Rows without NaN don't depend on the algorithm. */
export function sortRow(places: Int32Array, row: ArrayLike<number | bigint>): void {
  const n = places.length;
  for (let i = 0; i < n; i++) places[i] = i;
  if (n <= INSERTION) insertionSort(places, row);
  else places.sort((a, b) => (row[b]! < row[a]! ? -1 : row[a]! < row[b]! ? 1 : a - b));
  for (let start = 0; start < n; ) {
    let end = start + 1;
    while (end < n && row[places[start]!] === row[places[end]!]) end++;
    if (end - start > 1) places.subarray(start, end).sort();
    start = end;
  }
}

function insertionSort(places: Int32Array, row: ArrayLike<number | bigint>): void {
  for (let i = 1; i < places.length; i++) {
    const place = places[i]!;
    const value = row[place]!;
    let at = i;
    if (row[places[0]!]! < value) {
      places.copyWithin(1, 0, i);
      at = 0;
    } else {
      while (row[places[at - 1]!]! < value) {
        places[at] = places[at - 1]!;
        at--;
      }
    }
    places[at] = place;
  }
}
