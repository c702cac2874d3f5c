/**
 * Lets a recorder see every Session.run: what was fetched and fed, what came out.
 */
import type { SessionLike } from "../graph/sessions.js";
import type { FeedDict } from "./feeds.js";

export interface RunEvent {
  readonly session: SessionLike;
  readonly fetches: unknown;
  readonly feed_dict: FeedDict | null | undefined;
  /** Undefined when the run failed. */
  readonly result: unknown;
  readonly error: unknown;
}
export type RunObserver = (event: RunEvent) => void;

let observer: RunObserver | null = null;

/** Sets the one observer (null for none); returns what restores the one before. */
export function observeRuns(next: RunObserver | null): () => void {
  const before = observer;
  observer = next;
  return () => {
    observer = before;
  };
}

export function currentObserver(): RunObserver | null {
  return observer;
}
