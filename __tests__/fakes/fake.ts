/** A service in memory that behaves like the provider's own, as far as strangers' requests go. */
export interface Fake {
  readonly answer: (request: FakeRequest) => Reply | Promise<Reply>;
  /** How often something that the service keeps was made, changed or removed. */
  readonly mutations: () => number;
  /** Where a name that nobody has registered has no host either; every name of the provider leads here if absent. */
  readonly isHost?: (host: string) => boolean;
}

export interface FakeRequest {
  readonly method: string;
  readonly host: string;
  /** Percent-decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Stands in every name, and in every content, that the fakes keep for their users. */
export const USER_NAME = 'canary-name';
export const USER_DATA = 'canary-data';

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function xml(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml', ...headers },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}

/** What a service keeps, with a count of what is done to it once it is filled. */
export interface Store<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly keys: () => readonly string[];
  readonly set: (key: string, value: Value) => void;
  /** True if there was something to remove. */
  readonly remove: (key: string) => boolean;
  readonly mutations: () => number;
}

export function storeOf<Value>(entries: Readonly<Record<string, Value>>): Store<Value> {
  const kept = new Map(Object.entries(entries));
  let mutations = 0;
  return {
    get: (key) => kept.get(key),
    keys: () => [...kept.keys()],
    set: (key, value) => {
      mutations += 1;
      kept.set(key, value);
    },
    remove: (key) => {
      const existed = kept.delete(key);
      if (existed) mutations += 1;
      return existed;
    },
    mutations: () => mutations,
  };
}

export function mutationsOf(stores: ReadonlyMap<string, Pick<Store<string>, 'mutations'>>): number {
  return [...stores.values()].reduce((sum, store) => sum + store.mutations(), 0);
}
