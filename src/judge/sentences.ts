import type { JoinedCredential } from '../join/join.ts';
import type { Access, Audience, Backend, Declaration, Operation } from '../model.ts';

const WHO: Readonly<Record<Audience, string>> = {
  anyone: 'Anyone on the internet',
  'app-holder': 'Anyone who unpacks the app',
  'any-account': 'Anyone who signs up',
};

const VERB: Readonly<Record<Operation, string>> = {
  list: 'list',
  read: 'read',
  create: 'add to',
  overwrite: 'overwrite',
  delete: 'erase',
  administer: 'administer',
};

/** `a, b and c`. */
export function sentenceList(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What an outsider can do, in one sentence that stands alone. */
export function headline(access: readonly Access[], name: string, title: string, until?: string): string {
  const audience = access[0]?.audience ?? 'anyone';
  const can = (Object.keys(VERB) as Operation[]).filter((operation) =>
    access.some((entry) => entry.can.includes(operation)),
  );
  const end = until === undefined ? '' : ` until ${until}`;
  return `${WHO[audience]} can ${sentenceList(can.map((operation) => VERB[operation]))} \`${name}\` (${title})${end}.`;
}

/** How it is known: at most one sentence for each kind of evidence. */
export function howKnown(
  access: readonly Access[],
  backend: Backend,
  declarations: readonly Declaration[],
): readonly string[] {
  const sentences: string[] = [];
  const observation = backend.observed.find(({ outcome }) => outcome === 'open');
  if (access.some(({ evidence }) => evidence === 'observed') && observation !== undefined) {
    sentences.push(`A live check (${observation.probe}) saw it: ${withStop(observation.why)}`);
  }
  const declaration = declarations[0];
  if (declaration !== undefined) {
    const more = declarations.length > 1 ? ` and ${declarations.length - 1} more` : '';
    const at = `${declaration.path}:${declaration.line}${more}`;
    const pattern = declaration.pattern === undefined ? '' : ` for \`${declaration.pattern}\``;
    sentences.push(`The repository declares it${pattern} at ${at}: ${withStop(declaration.why)}`);
  }
  const shipped = backend.shipped[0];
  if (shipped !== undefined) sentences.push(`The app ships its name in ${shipped.entry ?? shipped.path}.`);
  return sentences;
}

export function credentialMessage(credential: JoinedCredential, title: string, ruleTitle: string): string {
  // A rule that already says what ships needs only the file's name.
  if (ruleTitle.startsWith('The app ships'))
    return `${ruleTitle} (\`${credential.subject}\`). ${withStop(credential.why)}`;
  const holder = credential.shipped.some(({ origin }) => origin === 'artifact')
    ? 'The app ships'
    : 'The repository holds';
  const subject = credential.subject === undefined ? '' : ` for \`${credential.subject}\``;
  return `${holder} ${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}${subject}. ${withStop(credential.why)}`;
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
