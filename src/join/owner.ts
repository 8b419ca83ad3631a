import type { AppInfo, Mention, Owner } from '../model.ts';
import type { Policy } from '../settings/policy.ts';
import { matchesGlob } from '../shared/glob.ts';
import { type Dependency, dependencyInWords, dependencyOf } from './dependencies.ts';
import { sdkOf } from './sdk-packages.ts';

export interface Ownership {
  readonly owner: Owner;
  readonly ownerReason: string;
}

/** What decides whose a backend is. */
export interface OwnerFacts {
  readonly id: string;
  readonly mentions: readonly Mention[];
  /** First file of the repo that rules it. */
  readonly declaredIn: string | undefined;
  readonly apps: readonly AppInfo[];
  readonly policy: Pick<Policy, 'owned' | 'thirdParty'>;
  /** What the build brings in; names the package that a stranger's text comes with. */
  readonly dependencies: readonly Dependency[];
}

/** Whose a backend is, and how that is known; the user's own word first, then the strongest sign. */
export function ownerOf(facts: OwnerFacts): Ownership {
  const named = namedByPolicy(facts);
  if (named !== undefined) return named;
  if (facts.declaredIn !== undefined)
    return { owner: 'yours', ownerReason: `${facts.declaredIn} in this repository rules it` };

  const vendor = facts.mentions.map((mention) => mention.thirdParty).find((name) => name !== undefined);
  if (vendor !== undefined) return { owner: 'third-party', ownerReason: `known to belong to ${vendor}` };

  const inRepo = facts.mentions.find((mention) => mention.place.origin === 'repo');
  if (inRepo !== undefined) return { owner: 'yours', ownerReason: `${inRepo.place.path} in this repository names it` };

  return ownerByHolder(facts);
}

function namedByPolicy({ id, policy }: OwnerFacts): Ownership | undefined {
  const owned = policy.owned.find((pattern) => matchesGlob(pattern, id));
  if (owned !== undefined) return { owner: 'yours', ownerReason: `.ajar.yml names ${owned} as owned` };
  const foreign = policy.thirdParty.find((pattern) => matchesGlob(pattern, id));
  if (foreign !== undefined) return { owner: 'third-party', ownerReason: `.ajar.yml names ${foreign} as third-party` };
  return undefined;
}

function ownerByHolder({ mentions, apps, dependencies }: OwnerFacts): Ownership {
  const ids = apps.flatMap((app) => (app.id === undefined ? [] : [app.id]));
  const own = mentions.find(
    (mention) => mention.holder !== undefined && ids.some((id) => sharesPackage(mention.holder ?? '', id)),
  );
  if (own !== undefined) return { owner: 'yours', ownerReason: `${own.holder} is the app’s own code` };

  const users = mentions.map(({ holder }) => (holder === undefined ? undefined : userOf(holder, dependencies)));
  const first = users[0];
  if (first !== undefined && users.every((user) => user !== undefined)) {
    // A dependency may be the team's own library under another name: only a well-known SDK settles it, for what is a third
    // party's raises no finding.
    const known = mentions.every(({ holder }) => holder !== undefined && sdkOf(holder) !== undefined);
    return { owner: known ? 'third-party' : 'unknown', ownerReason: `only ${first} uses it` };
  }

  const configured = mentions.find((mention) => isAppConfig(mention));
  if (configured !== undefined)
    return { owner: 'yours', ownerReason: `the app’s own configuration names it (${configured.place.locator})` };
  return { owner: 'unknown', ownerReason: 'nothing in the app or the repository says whose it is' };
}

/** The SDK that a class belongs to, and the dependency that brings it as far as the build says. */
function userOf(holder: string, dependencies: readonly Dependency[]): string | undefined {
  const sdk = sdkOf(holder);
  const dependency = dependencyOf(holder, dependencies);
  const brought = dependency === undefined ? undefined : dependencyInWords(dependency);
  if (sdk === undefined) return brought;
  return brought === undefined ? sdk : `${sdk}, which ${brought} brings,`;
}

/** The app's id and the class share their first two labels (`com.acme`), and these are not a hosting vendor's. */
function sharesPackage(holder: string, appId: string): boolean {
  const labels = appId.split('.');
  if (labels.length < 2 || sdkOf(holder) !== undefined) return false;
  return `${holder}.`.startsWith(`${labels.slice(0, 2).join('.')}.`);
}

/** A named resource, manifest entry or plist key: the place where teams, not libraries, put their configuration. */
function isAppConfig(mention: Mention): boolean {
  return /^(?:string\/|meta-data |plist )/.test(mention.place.locator ?? '');
}
