/** Gives so many bytes, the same ones again and again. */
export type Room = (size: number) => Buffer;

export function growingRoom(least: number): Room {
  let room = Buffer.allocUnsafeSlow(least);
  return (size) => {
    if (size > room.length) room = Buffer.allocUnsafeSlow(roundedUp(size));
    return room;
  };
}

/** To a power of two, so that there are few rooms; memory that is not written to costs nothing. */
export function roundedUp(size: number): number {
  return 2 ** Math.ceil(Math.log2(size));
}
