import type { FoundAnchor } from '../shared/anchors.ts';
import type { ArtifactEvent } from './artifact.ts';
import type { RoomPool } from './rooms.ts';

/*
 * What goes from the reading thread to the main one: events, with the bytes of their entries laid one behind the other in a
 * room that changes hands, and comes back to be filled again.
 */

type EntryEvent = Extract<ArtifactEvent, { readonly type: 'entry' }>;

/** An entry without its bytes and hits. */
interface PackedEntry {
  readonly type: 'packed';
  readonly entry: Omit<EntryEvent['entry'], 'bytes' | 'hits'>;
  /** Where its bytes end in the room; they begin where those of the one before end. */
  readonly bytesEnd: number;
  /** Where its hits end in the list; each is three numbers. */
  readonly hitsEnd: number;
}

export interface Parcel {
  readonly events: readonly (PackedEntry | Exclude<ArtifactEvent, EntryEvent>)[];
  readonly room: ArrayBuffer;
  /** Offset, length and 1 for UTF-16. */
  readonly hits: readonly number[];
}

/** A parcel goes off with as many bytes, or one entry that is larger, or so many events. */
const ROOM = 1024 * 1024;
const MOST_EVENTS = 256;
const NUMBERS = 3;

export interface Packer {
  readonly isEmpty: () => boolean;
  /** It is to be sent before the next event is asked for: what is in it may be the bytes of the last one themselves. */
  readonly isFull: () => boolean;
  /** Whether there is room for the event in the parcel. */
  readonly fits: (event: ArtifactEvent) => boolean;
  /** Takes the event, or a copy of its bytes, into the parcel; the first one always has room. */
  readonly add: (event: ArtifactEvent) => void;
  /** What was packed so far; the next event begins a new parcel. */
  readonly take: () => Parcel;
}

export function createPacker(rooms: RoomPool): Packer {
  /** A room that a large entry begins is the parcel's from then on. */
  const isGiven = ({ buffer, byteOffset, length }: Buffer) => length >= ROOM && byteOffset === 0 && rooms.owns(buffer);
  let events: Parcel['events'][number][] = [];
  let hits: number[] = [];
  let room: Buffer | undefined;
  let filled = 0;
  return {
    isEmpty: () => events.length === 0,
    isFull: () => filled >= ROOM,
    fits: (event) => {
      if (events.length >= MOST_EVENTS) return false;
      return event.type !== 'entry' || room === undefined || filled + event.entry.bytes.length <= room.length;
    },
    add: (event) => {
      if (event.type !== 'entry') {
        events.push(event);
        return;
      }
      const { bytes, hits: found, ...entry } = event.entry;
      if (room === undefined && isGiven(bytes)) {
        room = Buffer.from(bytes.buffer);
        filled = bytes.length;
      } else {
        room ??= Buffer.from(rooms.take(bytes.length));
        filled += bytes.copy(room, filled);
      }
      for (const { offset, length, encoding } of found) hits.push(offset, length, encoding === 'utf16le' ? 1 : 0);
      events.push({ type: 'packed', entry, bytesEnd: filled, hitsEnd: hits.length });
    },
    take: () => {
      const parcel = { events, hits, room: (room?.buffer ?? new ArrayBuffer(0)) as ArrayBuffer };
      events = [];
      hits = [];
      room = undefined;
      filled = 0;
      return parcel;
    },
  };
}

export function* unpacked({ events, room, hits }: Parcel): Generator<ArtifactEvent, void, undefined> {
  let bytesStart = 0;
  let hitsStart = 0;
  for (const event of events) {
    if (event.type !== 'packed') {
      yield event;
      continue;
    }
    const { entry, bytesEnd, hitsEnd } = event;
    const bytes = Buffer.from(room, bytesStart, bytesEnd - bytesStart);
    yield { type: 'entry', entry: { ...entry, bytes, hits: hitsFrom(hits.slice(hitsStart, hitsEnd)) } };
    bytesStart = bytesEnd;
    hitsStart = hitsEnd;
  }
}

function hitsFrom(numbers: readonly number[]): readonly FoundAnchor[] {
  return Array.from({ length: numbers.length / NUMBERS }, (_, index) => {
    const [offset = 0, length = 0, isWide = 0] = numbers.slice(NUMBERS * index, NUMBERS * (index + 1));
    return { offset, length, encoding: isWide === 1 ? 'utf16le' : 'latin1' };
  });
}
