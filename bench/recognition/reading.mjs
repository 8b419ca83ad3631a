import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `kindsIn` gives the kinds that come out of a file with a text; `credentials` are those kinds that are secrets. `lib` is the compiled source. */
export async function compileCases(lib) {
  const load = (path) => import(pathToFileURL(join(resolve(lib), path)).href);
  const { BACKENDS } = await load('backends/registry.js');
  const { compileRecogniser, searchTables, keyTable, marksOf } = await load('backends/recognise.js');
  const { FORMATS } = await load('formats/registry.js');
  const { readEntry } = await load('formats/read-entry.js');
  const { compileNeedles, compileWanted } = await load('shared/wanted.js');

  const recognise = compileRecogniser(BACKENDS);
  const { searchWith } = await load('shared/anchors.js');
  const search = searchWith(searchTables(BACKENDS));
  const { BASE64_ANCHORS } = await load('shared/encoded.js');
  const anchors = [...BACKENDS.flatMap((definition) => definition.anchors), ...BASE64_ANCHORS];
  const reader = {
    formats: FORMATS,
    search,
    wanted: compileWanted(compileNeedles(anchors), keyTable(BACKENDS), marksOf(BACKENDS)),
  };

  const credentials = new Set(BACKENDS.filter(({ type }) => type === 'credential').map(({ kind }) => kind));
  const kindsIn = (text) => {
    const bytes = Buffer.from(text);
    const name = nameOf(text);
    const entry = { name, bytes, base: 0, hits: search.find(bytes), place: { origin: 'repo', path: name } };
    const found = new Set();
    for (const reading of readEntry(reader, entry)) {
      if (reading.type !== 'text') continue;
      for (const mention of recognise(reading.text)) found.add(mention.kind);
    }
    return found;
  };
  return { credentials, kindsIn };
}

/** Suites give texts without a file's name: what begins as an assignment is read as properties, all else by its content. */
function nameOf(text) {
  const assignment = /^\s*(?:export\s+)?["']?[A-Za-z_][\w.-]*["']?\s*(?:=(?!>)|:(?![=/:]))/;
  return assignment.test(text) ? 'case.properties' : 'case.txt';
}
