/** Gives so many bytes, the same ones again and again, until they are handed on to another thread. */
export type Room = (size: number) => Buffer;

/** The same for contents with certain names; undefined for others. */
export type NamedRoom = (size: number, name: string) => Buffer | undefined;

/** Memory for what is handed on to another thread, and comes back from there. */
export interface RoomPool {
  readonly take: (size: number) => ArrayBuffer;
  readonly giveBack: (room: ArrayBuffer) => void;
  /** Made by `take`, so that it may be handed on. */
  readonly owns: (room: ArrayBufferLike) => room is ArrayBuffer;
}

const MiB = 1024 * 1024;
const SMALLEST = MiB;
/** Bytes that wait to be used again. */
const MOST_IDLE = 32 * MiB;

export function createRoomPool(): RoomPool {
  const idle: ArrayBuffer[] = [];
  const owned = new WeakSet<ArrayBufferLike>();
  return {
    take: (size) => {
      idle.sort((left, right) => left.byteLength - right.byteLength);
      const fitting = idle.findIndex(({ byteLength }) => byteLength >= size);
      const [known] = fitting === -1 ? [] : idle.splice(fitting, 1);
      const room = known ?? new ArrayBuffer(roundedUp(Math.max(size, SMALLEST)));
      owned.add(room);
      return room;
    },
    giveBack: (room) => {
      const waiting = idle.reduce((sum, { byteLength }) => sum + byteLength, 0);
      if (room.byteLength > 0 && waiting + room.byteLength <= MOST_IDLE) idle.push(room);
    },
    owns: (room): room is ArrayBuffer => owned.has(room),
  };
}

/** Rooms out of the pool, from which they may be handed on. */
export function growingRoom(least: number, pool: RoomPool): Room {
  let room = Buffer.alloc(0);
  return (size) => {
    // What was handed on is of no length here.
    if (room.length < Math.max(size, 1)) {
      if (room.length > 0) pool.giveBack(room.buffer);
      room = Buffer.from(pool.take(Math.max(size, least)));
    }
    return room;
  };
}

/** How much a room grows at least: contents of ever more bytes are not to cost as many rooms. */
const GROWTH = 1.5;

/** A room that stays here, at first just as large as is asked for. */
export function ownRoom(): Room {
  let room = Buffer.alloc(0);
  return (size) => {
    if (room.length < size) room = Buffer.allocUnsafeSlow(Math.max(size, Math.floor(GROWTH * room.length)));
    return room;
  };
}

/** To a power of two, so that there are few rooms; memory that is not written to costs nothing. */
function roundedUp(size: number): number {
  return 2 ** Math.ceil(Math.log2(size));
}
