import type { FoundAnchor } from '../shared/anchors.ts';
import type { LargeContent } from './pieces.ts';

/*
 * What the two threads say to each other. Large contents are read, inflated and searched in a thread of their own
 * (searcher.ts): its heap is small, so the buffers that come and go cost little there; on the main thread they made for most
 * of the garbage collection, which took a third of the time.
 */

/** A content that is to be searched. */
export interface SearchRequest {
  readonly id: number;
  readonly location: string;
  readonly start: number;
  readonly size: number;
  readonly type: LargeContent['type'];
  /** Bytes after which to stop, and the time that is left. */
  readonly most: number;
  readonly milliseconds: number;
}

export type ToSearcher =
  | { readonly type: 'search'; readonly request: SearchRequest }
  /** The window that was sent last has been looked at. */
  | { readonly type: 'taken'; readonly id: number }
  | { readonly type: 'stop'; readonly id: number };

export interface SearchEnd {
  /** Bytes that came. */
  readonly size: number;
  /** False where the data broke off. */
  readonly complete: boolean;
  readonly limit?: 'bytes' | 'time';
}

/** A window (see windows.ts) as it arrives: a Buffer comes out of the other thread as a plain array of bytes. */
export interface SentWindow {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly base: number;
  readonly hits: readonly FoundAnchor[];
}

export type FromSearcher =
  /** Only windows with hits are sent. */
  | { readonly type: 'window'; readonly id: number; readonly window: SentWindow }
  | { readonly type: 'end'; readonly id: number; readonly end: SearchEnd }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** Windows that are sent before the first of them has been looked at. */
export const WINDOWS_AHEAD = 2;
