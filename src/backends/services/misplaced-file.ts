import type { CredentialMention, Grade, Rule, Severity, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';

/** Under this key the pipeline hands on what it recognised by a file's content: `terraform-state`, `keystore` … */
export const MISPLACED_KEY = 'ajar-misplaced-file';

interface Kind {
  readonly what: string;
  readonly title: string;
  readonly severity: Severity;
  readonly grade: Grade;
  readonly meaning: string;
}

const KINDS: readonly Kind[] = [
  {
    what: 'terraform-state',
    title: 'Terraform state file',
    severity: 'critical',
    grade: 'administrative',
    meaning:
      'A Terraform state file lists the whole infrastructure, and passwords and keys of its resources stand in it in plain text.',
  },
  {
    what: 'cloud-credentials',
    title: 'credentials file of a cloud command line',
    severity: 'critical',
    grade: 'administrative',
    meaning: 'Whoever unpacks the app can act as the person or server that these credentials belong to.',
  },
  {
    what: 'database-dump',
    title: 'database dump',
    severity: 'high',
    grade: 'privileged',
    meaning: 'A dump carries the rows of a database to everyone who unpacks the app.',
  },
  {
    what: 'private-key',
    title: 'private key',
    severity: 'high',
    grade: 'privileged',
    meaning: 'Whoever unpacks the app has this private key and can sign or decrypt as its owner.',
  },
  {
    what: 'keystore',
    title: 'keystore with private keys',
    severity: 'medium',
    grade: 'restricted',
    meaning:
      'The password, which the app has to hold as well, is the only thing between the keys and whoever unpacks the app.',
  },
  {
    what: 'env-file',
    title: '.env file',
    severity: 'medium',
    grade: 'restricted',
    meaning: 'A .env file holds the settings of a server or a build; whoever unpacks the app reads all of them.',
  },
  {
    what: 'source-map',
    title: 'source map',
    severity: 'low',
    grade: 'restricted',
    meaning:
      'A source map gives back the original source with names, comments and often code that was not meant to ship.',
  },
];

function ruleOf({ what, title, severity, meaning }: Kind): Rule {
  return {
    id: `misplaced-${what}`,
    title: `The app ships a ${title}`,
    severity,
    precision: 'high',
    meaning,
    knows: 'A file in the app has the content of one, whatever its name is.',
    remediation: [
      'Take the file out of what the build packs: assets, resources, the web root, the bundle’s copy phase.',
      'Treat every password and key in it as known to strangers, and replace them.',
    ],
    prove: 'Scan the new build: the file is gone from it.',
    cwe: [538, 200],
    mobileTop10: ['M1', 'M8'],
    masvs: ['MASVS-STORAGE'],
    references: ['https://cwe.mitre.org/data/definitions/538.html'],
  };
}

function* recognise(text: Text): Iterable<CredentialMention> {
  const kind = text.key === MISPLACED_KEY ? KINDS.find(({ what }) => what === text.value) : undefined;
  if (kind === undefined) return;
  const chain = text.place.entry ?? text.place.path;
  // The artifact's own name may carry a version.
  const file = chain.slice(chain.indexOf('!/') === -1 ? 0 : chain.indexOf('!/') + 2);
  yield {
    type: 'credential',
    kind: 'misplaced-file',
    // No secret is read out of the file; its kind and place are what makes the finding the same in the next build.
    secret: `${kind.what} at ${file}`,
    subject: file.slice(file.lastIndexOf('!/') === -1 ? 0 : file.lastIndexOf('!/') + 2),
    grade: kind.grade,
    why: kind.meaning,
    rule: `misplaced-${kind.what}`,
    place: text.place,
  };
}

export const misplacedFile: BackendDefinition = {
  kind: 'misplaced-file',
  title: 'file that has no place in an app',
  provider: 'other',
  type: 'credential',
  docs: ['https://mas.owasp.org/MASVS/'],
  anchors: [],
  keys: [MISPLACED_KEY],
  examples: [
    { key: MISPLACED_KEY, text: 'terraform-state', gives: ['misplaced-file'], why: 'recognised by its content' },
    { key: MISPLACED_KEY, text: 'keystore', gives: ['misplaced-file'], why: 'recognised by its content' },
    { key: MISPLACED_KEY, text: 'service-account-key', gives: [], why: 'the key in it has a finding of its own' },
    { text: 'terraform-state', gives: [], why: 'the words alone say nothing' },
  ],
  recognise,
  rules: KINDS.map(ruleOf),
};
