import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArtifactEvent } from '../../src/artifacts/artifact.ts';
import { createPacker, type Parcel, unpacked } from '../../src/artifacts/parcels.ts';
import { createRoomPool } from '../../src/artifacts/rooms.ts';

const place = { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/x' } as const;

const entryEvent = fc
  .record({
    bytes: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
    hits: fc.array(
      fc.record({
        offset: fc.nat(1 << 30),
        length: fc.nat(100),
        encoding: fc.constantFrom('latin1' as const, 'utf16le' as const),
      }),
      { maxLength: 5 },
    ),
    base: fc.nat(),
    piece: fc.boolean(),
  })
  .map(
    ({ piece, ...entry }): ArtifactEvent => ({
      type: 'entry',
      entry: { name: 'x', place, ...entry, ...(piece ? { piece } : {}) },
    }),
  );
const problemEvent = fc.string().map(
  (reason): ArtifactEvent => ({
    type: 'problem',
    problem: { kind: 'note', path: 'app.apk', reason },
  }),
);

/** As the two threads do it: what was sent is another's, and rooms come back. */
function sent(events: readonly ArtifactEvent[]): ArtifactEvent[] {
  const rooms = createRoomPool();
  const packer = createPacker(rooms);
  const arrived: ArtifactEvent[] = [];
  const send = () => {
    const parcel = packer.take();
    const there: Parcel = structuredClone(parcel, { transfer: [parcel.room] });
    for (const event of unpacked(there)) {
      arrived.push(
        event.type === 'entry' ? { ...event, entry: { ...event.entry, bytes: Buffer.from(event.entry.bytes) } } : event,
      );
    }
    rooms.giveBack(there.room);
  };
  for (const event of events) {
    if (!packer.fits(event)) send();
    packer.add(event);
  }
  send();
  return arrived;
}

const sums = (all: readonly ArtifactEvent[]) =>
  all.map((event) => (event.type === 'entry' ? [event.entry.bytes.length, crc32(event.entry.bytes)] : event));

describe('parcels', () => {
  it('bring what was packed, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(entryEvent, problemEvent), { maxLength: 40 }), (events) => {
        expect(sent(events)).toEqual(events);
      }),
    );
  });

  it('hold more events than one of them may, and entries larger than a room', () => {
    const entry = (size: number): ArtifactEvent => ({
      type: 'entry',
      entry: { name: 'x', place, bytes: Buffer.alloc(size, size % 251), base: 0, hits: [] },
    });
    const events = [entry(3_000_000), ...Array.from({ length: 600 }, (_, index) => entry(index)), entry(1_500_000)];
    expect(sums(sent(events))).toEqual(sums(events));
  });

  it('are the room of a large entry itself, if it begins there and may be handed on', () => {
    const rooms = createRoomPool();
    const eventOf = (bytes: Buffer): ArtifactEvent => ({
      type: 'entry',
      entry: { name: 'x', place, bytes, base: 0, hits: [] },
    });
    const room = rooms.take(3_000_000);
    const packed = (bytes: Buffer) => {
      const packer = createPacker(rooms);
      packer.add(eventOf(bytes));
      expect(packer.isFull()).toBe(bytes.length > 1_048_575);
      const parcel = packer.take();
      expect(sums([...unpacked(parcel)])).toEqual(sums([eventOf(bytes)]));
      return parcel.room;
    };
    expect(packed(Buffer.from(room, 0, 2_000_000).fill(7))).toBe(room);
    expect(packed(Buffer.from(room, 0, 1_000))).not.toBe(room);
    expect(packed(Buffer.from(room, 1, 2_000_000))).not.toBe(room);
    const foreign = new ArrayBuffer(2_000_000);
    expect(packed(Buffer.from(foreign))).not.toBe(foreign);
  });

  it('are filled into the rooms that came back', () => {
    const rooms = createRoomPool();
    const packer = createPacker(rooms);
    const room = new ArrayBuffer(1024 * 1024);
    const small = new ArrayBuffer(8);
    rooms.giveBack(small);
    rooms.giveBack(room);
    packer.add({ type: 'entry', entry: { name: 'x', place, bytes: Buffer.alloc(100), base: 0, hits: [] } });
    expect(packer.take().room).toBe(room);
    expect(rooms.take(1)).toBe(small);
  });
});
