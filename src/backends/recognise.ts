import type { Mention, Text } from '../model.ts';
import type { BackendDefinition } from './backend.ts';

export type Recogniser = (text: Text) => readonly Mention[];

/** One recogniser out of all definitions: each is asked only about texts that hold one of its anchors or stand under one of its keys. */
export function compileRecogniser(definitions: readonly BackendDefinition[]): Recogniser {
  const compiled = definitions.map((definition) => ({
    definition,
    anchors: definition.anchors.map((anchor) => anchor.toLowerCase()),
    keys: new Set((definition.keys ?? []).map((key) => key.toLowerCase())),
  }));
  return (text) => {
    const value = text.value.toLowerCase();
    const key = text.key?.toLowerCase();
    return compiled.flatMap(({ definition, anchors, keys }) => {
      const asked = (key !== undefined && keys.has(key)) || anchors.some((anchor) => value.includes(anchor));
      return asked ? [...definition.recognise(text)] : [];
    });
  };
}

/** Literals for the byte search: what texts hold, and the names under which they stand. */
export function anchorsOf(definitions: readonly BackendDefinition[]): readonly string[] {
  return [
    ...new Set(
      definitions
        .flatMap((definition) => [...definition.anchors, ...keysOf([definition])])
        .map((anchor) => anchor.toLowerCase()),
    ),
  ];
}

export function keysOf(definitions: readonly BackendDefinition[]): readonly string[] {
  return [...new Set(definitions.flatMap((definition) => definition.keys ?? []))];
}
