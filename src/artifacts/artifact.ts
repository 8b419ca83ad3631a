import type { Entry } from '../formats/format.ts';
import type { Problem, Skipped } from '../model.ts';
import type { AnchorSearch } from '../shared/anchors.ts';
import type { BytePairs } from './byte-pairs.ts';
import type { Claim } from './claim.ts';
import type { Limits } from './limits.ts';
import type { Meter } from './meter.ts';
import type { NamedRoom, RoomPool } from './rooms.ts';

/** `file`: a bare file (a dex, a library, a bundle); `zip`: an archive that is none of the known kinds. */
export type ArtifactKind =
  | 'apk'
  | 'aab'
  | 'apks'
  | 'xapk'
  | 'apkm'
  | 'aar'
  | 'ipa'
  | 'app'
  | 'xcarchive'
  | 'bundle'
  | 'zip'
  | 'file';

/** Something that is to be scanned. */
export interface Candidate {
  /** As it is reported: relative to the repo root (else to the working directory), with `/`. */
  readonly path: string;
  /** Where it lies on this machine. */
  readonly location: string;
  readonly kind: ArtifactKind;
  readonly form: 'archive' | 'folder' | 'file';
}

export interface ReadOptions {
  readonly search: AnchorSearch;
  /** True if some reader wants the entry whatever the search says; `head` holds its first bytes, 64 or more if there are. */
  readonly always: (head: Buffer, name: string) => boolean;
  /** The same of an entry that is there as a whole and in which the search saw nothing; `always` where there is no other answer. */
  readonly withoutHits?: (bytes: Buffer, name: string) => boolean;
  /** What spares most entries these questions. */
  readonly alwaysHint?: AlwaysHint;
  readonly limits?: Partial<Limits>;
  /**
   * Contents that were read before, in any artifact of the run; shared between the calls. A content that is in it
   * (CRC-32 and size, both checked) is not read again.
   */
  readonly seen?: Set<string>;
  /** Where what is inflated is put: the bytes of an event may be handed on if they begin a room of it. */
  readonly rooms?: RoomPool;
  /** Where some of it is put instead, out of archives that are in no other; nothing else may be read with it meanwhile. */
  readonly room?: NamedRoom;
  /** Which part of an archive is read (see lending.ts); all of it where nothing is said. */
  readonly part?: Part;
  /** Where an archive is read in parts: whoever is done with one first makes the digest. */
  readonly digest?: Claim;
  /** No other artifact is read: contents need not be compared with those of others. */
  readonly alone?: boolean;
  /** Where it is counted how far the reading has come, for whoever shows it. */
  readonly meter?: Meter;
}

/** What neither begins so nor has such a name is wanted only if it holds something; what is shorter than two bytes is asked. */
export interface AlwaysHint {
  /** What may be wanted by its first two bytes. */
  readonly begins: BytePairs;
  /** By byte, 1 where what has it first may be wanted, or behind blanks of ASCII. */
  readonly signs: Uint8Array;
  /** Also finds such a name among lines. */
  readonly names: RegExp;
}

export type Part = 'lent' | 'kept';

/** Of the options those that are each artifact's own. */
export type OwnOptions = Pick<ReadOptions, 'part' | 'digest' | 'alone' | 'meter'>;

export type ArtifactEvent =
  /** Its bytes stay as they are only until the next event is asked for. */
  | { readonly type: 'entry'; readonly entry: Entry }
  | { readonly type: 'problem'; readonly problem: Problem }
  | ArtifactSummary;

/** The last event. */
export interface ArtifactSummary {
  readonly type: 'summary';
  /** Of the file; of a folder the digest that hashFolder describes. Empty if it could not be read. */
  readonly sha256: string;
  readonly size: number;
  readonly entries: number;
  readonly read: number;
  readonly skipped: readonly Skipped[];
}
