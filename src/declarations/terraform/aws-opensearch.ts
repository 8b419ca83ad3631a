import { judgeSearchDomain, type SearchDomain } from '../services/opensearch.ts';
import type { Setting } from '../services/verdict.ts';
import { attributeValue, blocksOf, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { keyOf, ofType, settingOf, shownName, spotOfAttribute } from './world.ts';

const DOMAINS = ['aws_opensearch_domain', 'aws_elasticsearch_domain'];

/** OpenSearch and Elasticsearch domains by their access policies. */
export function findOpenSearch(world: World): readonly Found[] {
  const attached = ofType(world, ...DOMAINS.map((type) => `${type}_policy`));
  const domains = ofType(world, ...DOMAINS);
  const found = domains.map((domain) => {
    const key = keyOf(domain, 'domain_name');
    const own = attached.filter((one) => keyOf(one, 'domain_name') === key);
    const model: SearchDomain = {
      spot: world.spotOf(domain.file, domain.at),
      policies: [domain, ...own].flatMap((one) => policiesIn(world, one)),
      vpc: blocksOf(domain, 'vpc_options').length > 0,
      signIn: signInOf(domain),
    };
    return { kind: 'elasticsearch', name: shownName(key, domain.address), verdicts: judgeSearchDomain(model) };
  });
  const known = new Set(domains.map((domain) => keyOf(domain, 'domain_name')));
  const foreign = attached.filter((one) => !known.has(keyOf(one, 'domain_name')));
  return [
    ...found,
    ...foreign.map((one) => {
      const spot = world.spotOf(one.file, one.at);
      const verdicts = judgeSearchDomain({ spot, policies: policiesIn(world, one), vpc: false, signIn: 'unknown' });
      return { kind: 'elasticsearch', name: shownName(keyOf(one, 'domain_name'), one.address), verdicts };
    }),
  ];
}

function policiesIn(world: World, resource: Resource): SearchDomain['policies'] {
  const value = attributeValue(resource, 'access_policies');
  if (value === undefined || value === null) return [];
  const spot = spotOfAttribute(world, resource, resource, 'access_policies');
  return [{ spot, text: typeof value === 'string' ? value : undefined, uncertain: resource.uncertain }];
}

/** `advanced_security_options`: enabled, and without anonymous access for a transition. */
function signInOf(domain: Resource): Setting {
  const [options] = blocksOf(domain, 'advanced_security_options');
  if (options === undefined) return domain.uncertain ? 'unknown' : false;
  const enabled = settingOf(options, 'enabled', false);
  const anonymous = settingOf(options, 'anonymous_auth_enabled', false);
  if (enabled === false || anonymous === true) return false;
  return enabled === true && anonymous === false ? true : 'unknown';
}
