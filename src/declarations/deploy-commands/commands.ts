import type { Audience, DeclarationState, Operation } from '../../model.ts';
import { OPERATIONS } from '../../model.ts';
import { audienceOfMember, operationsOfRole } from '../services/gcs.ts';
import { cannedGrants, judgeS3 } from '../services/s3.ts';
import { type Arguments, argumentsOf, type Command, type Word } from './shell.ts';

/** What a command does to the access of a store. */
export interface Effect {
  readonly kind: 's3' | 'gcs' | 'azure-blob' | 'supabase';
  /** Undefined if the name is only known at run time. */
  readonly name: string | undefined;
  readonly pattern?: string;
  readonly audience: Audience;
  readonly can: readonly Operation[];
  readonly state: Extract<DeclarationState, 'open' | 'conditional'>;
  /** It takes back what was given to strangers before. */
  readonly takesBack?: boolean;
  readonly why: string;
}

/** The effect of one command, by its program; nothing for all others, however they spell such words. */
export function effectsOf({ words }: Command): readonly Effect[] {
  const [program, ...rest] = words;
  switch (program?.text.split('/').at(-1)) {
    case 'gsutil':
      return gsutil(rest);
    case 'gcloud':
      return gcloud(rest);
    case 'aws':
      return aws(rest);
    case 'az':
      return az(rest);
    case 'psql':
      return psql(rest);
    default:
      return [];
  }
}

const BUCKET_NAME = /^[a-z0-9][a-z0-9._-]{1,220}$/;

interface Target {
  readonly name: string | undefined;
  /** Below the bucket; empty for the bucket itself. */
  readonly object: string;
}

/** `gs://bucket/prefix/**`, `s3://bucket/key` */
function targetOf(word: Word | undefined, scheme: 'gs' | 's3'): Target | undefined {
  const [, name = '', object = ''] = new RegExp(`^${scheme}://([^/]*)/?([\\s\\S]*)$`).exec(word?.text ?? '') ?? [];
  // A URL that lies in a variable as a whole may still be one.
  if (name === '') return word !== undefined && !word.known ? { name: undefined, object: '' } : undefined;
  return { name: BUCKET_NAME.test(name) ? name : undefined, object: object.includes('\0') ? '' : object };
}

function patternOf(object: string): string {
  const plain = object.replace(/\*+$/, '').replace(/\/+$/, '');
  return plain === ''
    ? '/{path=**}'
    : /[*?]/.test(plain)
      ? '/{path=**}'
      : `/${plain}${/\*$|\/$/.test(object) ? '/{path=**}' : ''}`;
}

function gcs(target: Target, audience: Audience, can: readonly Operation[], why: string): Effect {
  return { kind: 'gcs', name: target.name, pattern: patternOf(target.object), audience, can, state: 'open', why };
}

/* ---- gsutil: cloud.google.com/storage/docs/gsutil/commands/{iam,acl,defacl,cp} ---- */

const GSUTIL_VALUED = new Set(['-a', '-u', '-g', '-o', '-h', '-d', '-i', '-p']);

function gsutil(words: readonly Word[]): readonly Effect[] {
  let index = 0;
  while (/^-/.test(words[index]?.text ?? ''))
    index += ['-o', '-h', '-i', '-u'].includes(words[index]?.text ?? '') ? 2 : 1;
  const [command, action, ...rest] = words.slice(index);
  switch (command?.text) {
    case 'iam':
      return action?.text === 'ch' ? gsutilIam(rest) : [];
    case 'acl':
    case 'defacl':
      return gsutilAcl(command.text, action?.text ?? '', rest);
    case 'cp':
    case 'rsync':
    case 'mv':
      return gsutilCopy(words.slice(index + 1));
    case 'pap':
      return action?.text === 'set' && rest[0]?.text === 'enforced' ? takeBack('gcs', rest.slice(1), 'gs') : [];
    default:
      return [];
  }
}

function takeBack(kind: 'gcs' | 's3', targets: readonly Word[], scheme: 'gs' | 's3'): readonly Effect[] {
  return targets.flatMap((word) => {
    const target = targetOf(word, scheme);
    return target?.name === undefined
      ? []
      : [
          {
            kind,
            name: target.name,
            audience: 'anyone' as const,
            can: [],
            state: 'open' as const,
            takesBack: true,
            why: '',
          },
        ];
  });
}

/** `iam ch [-d] allUsers:objectViewer,legacyBucketReader gs://bucket…` */
function gsutilIam(words: readonly Word[]): readonly Effect[] {
  const targets = words.filter(({ text, known }) => text.startsWith('gs://') || (!known && !text.includes(':')));
  const members = words.filter((word) => !targets.includes(word) && !word.text.startsWith('-'));
  const removing = words.some(({ text }) => text === '-d');
  if (removing && members.some(({ text }) => audienceOfMember(text.split(':')[0] ?? '') !== undefined))
    return takeBack('gcs', targets, 'gs');
  return members.flatMap(({ text }) => {
    const [member = '', roles = ''] = text.split(':');
    const audience = audienceOfMember(member);
    if (audience === undefined) return [];
    const can = rolesToOperations(roles.split(','));
    return can.length === 0 ? [] : granted(targets, audience, can, `gsutil iam ch gives ${member} ${roles}.`);
  });
}

/** gsutil leaves `roles/storage.` out. */
function rolesToOperations(roles: readonly string[]): readonly Operation[] {
  const can = new Set(
    roles.flatMap((role) => {
      const name = role.replace(/^roles\//, '');
      return (
        operationsOfRole(/^(?:admin|object|legacy|folder)/.test(name) ? `roles/storage.${name}` : `roles/${name}`) ?? []
      );
    }),
  );
  return OPERATIONS.filter((operation) => can.has(operation));
}

function granted(
  targets: readonly Word[],
  audience: Audience,
  can: readonly Operation[],
  why: string,
): readonly Effect[] {
  return targets.flatMap((word) => {
    const target = targetOf(word, 'gs');
    return target === undefined ? [] : [gcs(target, audience, can, why)];
  });
}

/** On a bucket READ lists and WRITE writes objects; on objects READ reads (cloud.google.com/storage/docs/access-control/lists). */
function aclOperations(permission: string, onBucket: boolean): readonly Operation[] {
  switch (permission.toUpperCase()) {
    case 'R':
    case 'READ':
    case 'READER':
      return onBucket ? ['list'] : ['read'];
    case 'W':
    case 'WRITE':
    case 'WRITER':
      return onBucket ? ['list', 'create', 'overwrite', 'delete'] : [];
    case 'O':
    case 'FC':
    case 'OWNER':
    case 'FULL_CONTROL':
      return onBucket ? ['list', 'create', 'overwrite', 'delete', 'administer'] : ['read', 'administer'];
    default:
      return [];
  }
}

/** Canned ACLs: `public-read`, `publicRead`, `public-read-write`, `authenticated-read`. */
function cannedOperations(
  acl: string,
  onBucket: boolean,
): { readonly audience: Audience; readonly can: readonly Operation[] } | undefined {
  const grants = cannedGrants(acl);
  const [first] = grants;
  if (first === undefined) return undefined;
  const can = new Set(grants.flatMap(({ permission }) => aclOperations(permission, onBucket)));
  return { audience: first.audience, can: OPERATIONS.filter((operation) => can.has(operation)) };
}

/** `acl set public-read gs://b/o`, `acl ch -u AllUsers:R gs://b`, and `defacl` for the objects that are yet to come. */
function gsutilAcl(command: string, action: string, words: readonly Word[]): readonly Effect[] {
  const { options, rest } = argumentsOf(words, (option) => ['-u', '-g', '-d', '-p'].includes(option));
  const onBucket = (target: Target) => command === 'acl' && target.object === '';
  const [acl, ...targets] = rest;
  if (action === 'set' && acl !== undefined)
    return targets.flatMap((word) => {
      const target = targetOf(word, 'gs');
      const canned = target === undefined ? undefined : cannedOperations(acl.text, onBucket(target));
      return target === undefined || canned === undefined || canned.can.length === 0
        ? []
        : [gcs(target, canned.audience, canned.can, `gsutil ${command} set gives the canned ACL ${acl.text}.`)];
    });
  const [, who = '', permission = ''] =
    /^(AllUsers|AllAuthenticatedUsers|all|allAuth):(\w+)$/i.exec(
      options.get('-u')?.text ?? options.get('-g')?.text ?? '',
    ) ?? [];
  if (action !== 'ch' || who === '') return [];
  const audience: Audience = /auth/i.test(who) ? 'any-account' : 'anyone';
  return rest.flatMap((word) => {
    const target = targetOf(word, 'gs');
    const can = target === undefined ? [] : aclOperations(permission, onBucket(target));
    return target === undefined || can.length === 0
      ? []
      : [gcs(target, audience, can, `gsutil ${command} ch gives ${who} ${permission}.`)];
  });
}

function gsutilCopy(words: readonly Word[]): readonly Effect[] {
  const { options, rest } = argumentsOf(words, (option) => GSUTIL_VALUED.has(option));
  return copied(options.get('-a'), rest.at(-1), 'gs');
}

/** Objects that are uploaded with a canned ACL of their own. */
function copied(acl: Word | undefined, to: Word | undefined, scheme: 'gs' | 's3'): readonly Effect[] {
  const target = targetOf(to, scheme);
  const canned = acl === undefined ? undefined : cannedOperations(acl.text, false);
  if (target === undefined || acl === undefined || canned === undefined || canned.can.length === 0) return [];
  const object = target.object === '' || target.object.endsWith('/') ? target.object : `${target.object}/`;
  const why = `Objects are uploaded with the canned ACL ${acl.text}, which takes effect where the bucket allows ACLs.`;
  const effect = gcs({ ...target, object }, canned.audience, canned.can, why);
  return [scheme === 'gs' ? effect : { ...effect, kind: 's3' }];
}

/* ---- gcloud: cloud.google.com/sdk/gcloud/reference/storage ---- */

function gcloud(words: readonly Word[]): readonly Effect[] {
  const { options, rest } = argumentsOf(
    words,
    (option) =>
      /^--(?:member|role|project|condition|predefined-acl|predefined-default-object-acl|add-acl-grant|account|format|region|location)$/.test(
        option,
      ) || option === '-a',
  );
  const names = rest.map(({ text }) => text);
  if (names[0] !== 'storage') return [];
  const targets = rest.filter((word) => targetOf(word, 'gs') !== undefined);
  const member = options.get('--member')?.text ?? '';
  const audience = audienceOfMember(member);
  const role = options.get('--role');
  if (names.includes('remove-iam-policy-binding') && audience !== undefined) return takeBack('gcs', targets, 'gs');
  if (names.includes('add-iam-policy-binding') && audience !== undefined && role !== undefined) {
    const can = operationsOfRole(role.text) ?? [];
    const conditional = (options.get('--condition')?.text ?? 'None') !== 'None';
    return granted(targets, audience, can, `gcloud gives ${member} ${role.text}.`)
      .filter(() => can.length > 0)
      .map((effect) => (conditional ? { ...effect, state: 'conditional' as const } : effect));
  }
  if (options.has('--public-access-prevention') && names[1] === 'buckets') return takeBack('gcs', targets, 'gs');
  return gcloudAcl(names, options, targets);
}

function gcloudAcl(
  names: readonly string[],
  options: Arguments['options'],
  targets: readonly Word[],
): readonly Effect[] {
  const onBucket = names[1] === 'buckets';
  const grant = options.get('--add-acl-grant')?.text ?? '';
  const who = /entity=(allUsers|allAuthenticatedUsers)/.exec(grant)?.[1];
  const permission = /role=(\w+)/.exec(grant)?.[1] ?? '';
  const canned = cannedOperations(options.get('--predefined-acl')?.text ?? options.get('-a')?.text ?? '', onBucket);
  const later = cannedOperations(options.get('--predefined-default-object-acl')?.text ?? '', false);
  const byGrant =
    who === undefined
      ? undefined
      : { audience: audienceOfMember(who) ?? ('anyone' as const), can: aclOperations(permission, onBucket) };
  return [byGrant, canned, later].flatMap((found) =>
    found === undefined || found.can.length === 0
      ? []
      : granted(targets.slice(-1), found.audience, found.can, 'gcloud storage gives strangers an ACL.'),
  );
}

/* ---- aws: docs.aws.amazon.com/cli/latest/reference/{s3,s3api} ---- */

function aws(words: readonly Word[]): readonly Effect[] {
  const { options, rest } = argumentsOf(words, (option) => option.startsWith('--') && !AWS_FLAGS.has(option));
  const [service, operation, ...positional] = rest;
  if (service?.text === 's3' && ['cp', 'sync', 'mv'].includes(operation?.text ?? ''))
    return copied(options.get('--acl'), positional.at(-1), 's3');
  return service?.text === 's3api' ? s3api(operation?.text ?? '', options) : [];
}

/** Options of `aws s3` that take no value. */
const AWS_FLAGS = new Set([
  '--recursive',
  '--delete',
  '--quiet',
  '--dryrun',
  '--no-progress',
  '--only-show-errors',
  '--exact-timestamps',
  '--size-only',
  '--no-verify-ssl',
  '--no-sign-request',
  '--follow-symlinks',
  '--no-follow-symlinks',
  '--no-guess-mime-type',
  '--no-cli-pager',
  '--debug',
]);

function s3api(operation: string, options: Arguments['options']): readonly Effect[] {
  const bucket = options.get('--bucket');
  const name = bucket?.known === true && BUCKET_NAME.test(bucket.text) ? bucket.text : undefined;
  if (bucket === undefined) return [];
  const onBucket = operation === 'put-bucket-acl' || operation === 'create-bucket';
  if (operation === 'put-public-access-block')
    return /IgnorePublicAcls["']?\s*[=:]\s*true[\s\S]*RestrictPublicBuckets["']?\s*[=:]\s*true/i.test(
      options.get('--public-access-block-configuration')?.text ?? '',
    ) && name !== undefined
      ? [{ kind: 's3', name, audience: 'anyone', can: [], state: 'open', takesBack: true, why: '' }]
      : [];
  if (operation === 'put-bucket-policy') return byPolicy(name, options.get('--policy'));
  if (!onBucket && operation !== 'put-object-acl' && operation !== 'put-object' && operation !== 'copy-object')
    return [];
  const key = options.get('--key');
  const pattern = onBucket ? '/{path=**}' : key?.known === true ? `/${key.text}` : '/{path=**}';
  return grantsIn(options, onBucket).map(({ audience, can, by }) => ({
    kind: 's3',
    name,
    pattern,
    audience,
    can,
    state: 'open',
    why: `aws s3api ${operation} gives strangers ${by}, which takes effect where the bucket allows ACLs.`,
  }));
}

/** A policy that stands on the command line; one in a file is not looked for. */
function byPolicy(name: string | undefined, policy: Word | undefined): readonly Effect[] {
  if (policy === undefined || !policy.text.trimStart().startsWith('{')) return [];
  const spot = { path: '', line: 1 };
  const bucket = {
    spot,
    blocks: [],
    ownership: 'unset' as const,
    acls: [],
    policies: [{ spot, text: policy.text.replaceAll('\0', 'unknown'), uncertain: !policy.known }],
    accessPoints: [],
  };
  return judgeS3(bucket)
    .filter(({ state }) => state === 'open')
    .map(({ pattern, audience, can, why }) => ({
      kind: 's3',
      name,
      ...(pattern === undefined ? {} : { pattern }),
      audience,
      can,
      state: 'open',
      why,
    }));
}

function grantsIn(options: Arguments['options'], onBucket: boolean) {
  const acl = options.get('--acl')?.text ?? '';
  const canned = cannedOperations(acl, onBucket);
  const uris = [
    ['--grant-read', 'READ'],
    ['--grant-write', 'WRITE'],
    ['--grant-full-control', 'FULL_CONTROL'],
  ].flatMap(([option = '', permission = '']) => {
    const [, group] = /groups\/global\/(AllUsers|AuthenticatedUsers)/.exec(options.get(option)?.text ?? '') ?? [];
    const audience: Audience = group === 'AllUsers' ? 'anyone' : 'any-account';
    return group === undefined ? [] : [{ audience, can: aclOperations(permission, onBucket), by: permission }];
  });
  return [...(canned === undefined ? [] : [{ ...canned, by: `the canned ACL ${acl}` }]), ...uris].filter(
    ({ can }) => can.length > 0,
  );
}

/* ---- az: learn.microsoft.com/cli/azure/storage/container ---- */

function az(words: readonly Word[]): readonly Effect[] {
  const { options, rest } = argumentsOf(
    words,
    (option) => option.startsWith('-') && !['--only-show-errors', '--fail-on-exist'].includes(option),
  );
  const [group, of, operation] = rest.map(({ text }) => text);
  if (group !== 'storage') return [];
  const account =
    options.get('--account-name') ?? (of === 'account' ? (options.get('--name') ?? options.get('-n')) : undefined);
  if (of === 'account' && options.get('--allow-blob-public-access')?.text === 'false' && account?.known === true)
    return [
      {
        kind: 'azure-blob',
        name: `${account.text}/`,
        audience: 'anyone',
        can: [],
        state: 'open',
        takesBack: true,
        why: '',
      },
    ];
  const container = options.get('--name') ?? options.get('-n');
  const level = options.get('--public-access')?.text;
  if (of !== 'container' || (operation !== 'create' && operation !== 'set-permission') || container === undefined)
    return [];
  if (level !== 'blob' && level !== 'container') return [];
  const known =
    account?.known === true &&
    container.known &&
    /^[a-z0-9]{3,24}$/.test(account.text) &&
    /^[a-z0-9$-]{3,63}$/.test(container.text);
  return [
    {
      kind: 'azure-blob',
      name: known ? `${account.text}/${container.text}` : undefined,
      audience: 'anyone',
      can: level === 'container' ? ['list', 'read'] : ['read'],
      state: 'open',
      why: `az storage container ${operation} sets the access level “${level}”, which holds where the account allows it.`,
    },
  ];
}

/* ---- psql: grants to the roles of Supabase's API ---- */

const GRANT =
  /^\s*grant\s+([\w\s,]{1,80}?)\s+on\s+(?:table\s+)?(?:public\.)?"?(\w{1,63})"?\s+to\s+(anon|authenticated)\b/i;

function psql(words: readonly Word[]): readonly Effect[] {
  const { options } = argumentsOf(words, (option) =>
    /^-[cfdhUpv]$|^--(?:command|file|dbname|host|username|port)$/.test(option),
  );
  const [, privileges = '', table = '', role = ''] =
    GRANT.exec((options.get('-c') ?? options.get('--command'))?.text ?? '') ?? [];
  if (table === '') return [];
  const all = /\ball\b/i.test(privileges);
  const can = OPERATIONS.filter((operation) =>
    all ? operation !== 'administer' : SQL[operation]?.test(privileges) === true,
  );
  return [
    {
      kind: 'supabase',
      name: undefined,
      pattern: `/rest/v1/${table}`,
      audience: role.toLowerCase() === 'anon' ? 'anyone' : 'any-account',
      can,
      state: 'conditional',
      why: `A grant lets ${role} in; row level security of the table decides what comes of it.`,
    },
  ];
}

const SQL: Readonly<Partial<Record<Operation, RegExp>>> = {
  list: /\bselect\b/i,
  read: /\bselect\b/i,
  create: /\binsert\b/i,
  overwrite: /\bupdate\b/i,
  delete: /\bdelete\b/i,
};
