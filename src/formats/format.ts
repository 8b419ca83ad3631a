import type { AppInfo, Place, ProblemKind, Text } from '../model.ts';

/** An anchor that the byte search saw in an entry. */
export interface Hit {
  /** Offset of its first byte in `Entry.bytes`. */
  readonly offset: number;
  /** Bytes it takes (twice its characters in UTF-16). */
  readonly length: number;
  readonly encoding: 'latin1' | 'utf16le';
}

/** One inflated file in memory, with what the search found in it. */
export interface Entry {
  /** Name of the entry inside its container, with `/`; for a bare artifact its file name. */
  readonly name: string;
  readonly bytes: Buffer;
  /**
   * Offset of `bytes` in the inflated entry: 0 where all of it is here. An entry too large for that comes in pieces, each
   * read as raw text around its hits; structured readers never see one.
   */
  readonly base: number;
  /** Set where `bytes` is not all of the entry; the first piece has base 0 like a whole one. */
  readonly piece?: true;
  /** Ascending by offset. */
  readonly hits: readonly Hit[];
  /** Origin, path and entry chain; a reader adds offset and locator. */
  readonly place: Place;
}

/** A call whose string argument is worth handing on, whatever it holds. */
export interface WantedCall {
  /** Name that the argument is handed on under. */
  readonly key: string;
  readonly code?: CodeCall;
  readonly script?: ScriptCall;
  readonly assembly?: AssemblyCall;
}

/** The call in bytecode; its argument is the first string parameter. */
export interface CodeCall {
  /** Descriptor of the class, name of the method as the SDK has them. */
  readonly owner: string;
  readonly method: string;
  /** Beginning of its parameters, where overloads differ. */
  readonly parameters?: string;
  /** A message that only this method loads: it tells the method after R8 has renamed it. */
  readonly telltale?: string;
  /** What it gives is a part of what it was called on, so a further call on that names no part of the whole. */
  readonly nests?: true;
}

/** The call in .NET: of a method, a property's setter, a constructor, an attribute's constructor among them. */
export interface AssemblyCall {
  /** `Firebase.Firestore.FirebaseFirestore`, `Firebase.FirebaseOptions/Builder`; generic ones with their arity: `IClient`2`. */
  readonly type: string;
  readonly method: string;
  /** Which parameter the argument is, 0 if nothing is said. */
  readonly parameter?: number;
}

/** The call in JavaScript, in source or in bytecode; its argument is the first literal. */
export interface ScriptCall {
  readonly method: string;
  /** What it is called on has this name, or was given by a call of this name: `database().ref("…")`. */
  readonly on?: string;
  /** It is a function of its own as well, which takes the instance first: `collection(db, "users")`. */
  readonly modular?: true;
  /** One of these is called on what it gives; tells `.from("t").select()` from `Array.from("t")`. */
  readonly next?: readonly string[];
  /** What it gives is handed to one of these first: `onValue(ref(db, "chats"))`. */
  readonly within?: readonly string[];
  /** Another argument follows: `doc(db, "users", id)` is no `doc(users, "id")`. */
  readonly more?: true;
  /** Only where the search saw an anchor that begins so: hosts of the service, names of the SDK's own modules. */
  readonly beside: readonly string[];
}

/** Tells a reader what is worth handing on. */
export interface Wanted {
  /** True if the text holds an anchor of some backend (ASCII letters of either case). */
  readonly text: (value: string) => boolean;
  /** False if the text holds no anchor in base64; whoever cannot tell leaves it out. */
  readonly encoded?: (value: string) => boolean;
  /** True if some backend asks for whatever stands under this name (ASCII letters of either case). */
  readonly key: (name: string) => boolean;
  readonly calls?: readonly WantedCall[];
}

/** What a reader gives, one after the other. */
export type Reading =
  | { readonly type: 'text'; readonly text: Text }
  | { readonly type: 'app'; readonly app: AppInfo }
  /** The `pg_map_id` of the R8 run that gave the classes of this dex file their names. */
  | { readonly type: 'map-id'; readonly mapId: string }
  /** The text of an R8 mapping that comes with the app. */
  | { readonly type: 'mapping'; readonly text: string }
  /** An entry made from this one, to be searched and read in its turn: a decompressed assembly, a decoded base64 blob. */
  | { readonly type: 'entry'; readonly name: string; readonly bytes: Buffer }
  | { readonly type: 'problem'; readonly kind: ProblemKind; readonly reason: string };

/** One row of docs/formats.md. */
export interface FormatDocs {
  readonly reads: string;
  readonly locator: string;
  /** What it does not see; empty if nothing is known. */
  readonly blind: string;
  readonly source: readonly string[];
}

/**
 * `sniff` says no to whatever neither begins with one of these nor has a name that fits, case ignored; what is shorter than two bytes is
 * asked. Of text the signs stand first, or behind blanks of ASCII; what is not ASCII may stand there, too, or nothing but blanks.
 */
export interface Hint {
  /** One byte or two, as Latin-1. */
  readonly begins?: readonly string[];
  readonly signs?: readonly number[];
  readonly names?: RegExp;
}

export const ASCII_BLANKS: readonly number[] = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20];

/** First bytes of text that begins with other blanks or a byte order mark: UTF-8 of Unicode's blanks, UTF-16. */
export const BLANK_BYTES: readonly string[] = ['\xc2', '\xe1', '\xe2', '\xe3', '\xef', '\xfe', '\xff'];

/**
 * One file format: bytes in, texts out. Pure, bounded, never throws on hostile bytes; what it cannot read is a problem.
 * Adding one touches only its file and the registry.
 */
export interface Format {
  readonly id: string;
  readonly title: string;
  readonly docs: FormatDocs;
  /** What spares most entries the question; without it a format is asked about every entry. */
  readonly hint?: Hint;
  /** By content first; the name only where the content is plain text. `head` holds at least the first 64 bytes, if there are. */
  readonly sniff: (head: Buffer, name: string) => boolean;
  /**
   * `hits`: read only if the search saw an anchor in it. `always`: read whatever the search says, because its strings
   * are packed, encoded or not at all in the bytes, or because it tells the app's id.
   */
  readonly when: 'hits' | 'always';
  /**
   * Of a format that is always read: whether an entry, given as a whole, may hold what no search of its bytes has seen. Where it may
   * not and the search saw nothing, it is not read.
   */
  readonly mayHide?: (bytes: Buffer) => boolean;
  readonly read: (entry: Entry, wanted: Wanted) => Generator<Reading, void, undefined>;
}
