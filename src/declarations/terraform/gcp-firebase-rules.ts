import type { SignUp } from '../firebase-rules/callers.ts';
import { judgeRules } from '../firebase-rules/judge.ts';
import { parseRules } from '../firebase-rules/parse.ts';
import type { Verdict } from '../services/verdict.ts';
import { ADDRESS_MARK, isKnownText } from '../values.ts';
import { attributeValue, blocksOf, type EvaluatedBlock, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { ofType, settingOf, spotOfAttribute, textAttribute } from './world.ts';

/** A ruleset rules nothing until a release names it (google_firebaserules_release). */
export function findFirebaseRules(world: World): readonly Found[] {
  const rulesets = ofType(world, 'google_firebaserules_ruleset');
  return ofType(world, 'google_firebaserules_release').flatMap((release) => {
    const service = serviceOf(release);
    const named = textAttribute(release, 'ruleset_name') ?? '';
    const ruleset = rulesets.find(({ address }) => named.endsWith(`${ADDRESS_MARK}${address}`));
    if (service === undefined || ruleset === undefined) return [];
    const files = blocksOf(ruleset, 'source').flatMap((source) => blocksOf(source, 'files'));
    const verdicts = files.flatMap((file) => verdictsOn(world, ruleset, file, service.name, release.uncertain));
    return [{ kind: service.kind, ...backendName(service, release, ruleset), verdicts }];
  });
}

interface Service {
  readonly name: 'cloud.firestore' | 'firebase.storage';
  readonly kind: 'firestore' | 'gcs';
  /** The database or bucket behind the slash. */
  readonly instance?: string;
}

/** `cloud.firestore`, `cloud.firestore/eu`, `firebase.storage/acme.appspot.com`. */
function serviceOf(release: Resource): Service | undefined {
  const name = textAttribute(release, 'name') ?? '';
  const slash = name.indexOf('/');
  const service = slash === -1 ? name : name.slice(0, slash);
  const instance = slash === -1 ? {} : { instance: name.slice(slash + 1) };
  if (service === 'cloud.firestore') return { name: service, kind: 'firestore', ...instance };
  return service === 'firebase.storage' ? { name: service, kind: 'gcs', ...instance } : undefined;
}

function backendName(service: Service, release: Resource, ruleset: Resource): { readonly name?: string } {
  const project = [release, ruleset].map((one) => attributeValue(one, 'project')).find(isKnownText);
  const { kind, instance } = service;
  if (instance !== undefined && !isKnownText(instance)) return {};
  if (kind === 'gcs') return instance === undefined ? {} : { name: instance };
  if (project === undefined) return {};
  return { name: instance === undefined || instance === '(default)' ? project : `${project}/${instance}` };
}

function verdictsOn(
  world: World,
  ruleset: Resource,
  file: EvaluatedBlock,
  service: Service['name'],
  uncertain: boolean,
): readonly Verdict[] {
  const content = attributeValue(file, 'content');
  const spot = spotOfAttribute(world, ruleset, file, 'content');
  if (!isKnownText(content)) {
    const why = 'The rules are not known from the configuration.';
    return [{ spot, audience: 'anyone', can: [], state: 'unknown', why }];
  }
  const rules = parseRules(content);
  const own = { ...rules, services: rules.services.filter(({ name }) => name === service) };
  const { declarations } = judgeRules(own, signUpOf(world), world.now.getTime());
  return declarations.map(({ at: _, service: _service, instance: _instance, ...declared }) => ({
    spot,
    ...declared,
    state: uncertain && declared.state === 'open' ? 'unknown' : declared.state,
  }));
}

/** google_identity_platform_config tells which sign-in methods are on; that others are off is not its to say. */
function signUpOf(world: World): SignUp {
  const signIn = ofType(world, 'google_identity_platform_config').flatMap((config) => blocksOf(config, 'sign_in'));
  const isOn = (method: string) =>
    signIn.some((block) => blocksOf(block, method).some((one) => settingOf(one, 'enabled', false) === true));
  const on = [isOn('anonymous') && 'anonymously', isOn('email') && 'with e-mail and password'].filter(Boolean);
  const all = { anonymous: true, password: true, federated: true };
  if (on.length > 0)
    return {
      ...all,
      state: 'unknown',
      reason: `google_identity_platform_config lets users sign in ${on.join(' and ')}`,
    };
  return { ...all, state: 'unknown', reason: 'whether strangers can sign up is not known from the configuration' };
}
