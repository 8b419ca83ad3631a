import { judgeInvocable } from '../services/google-endpoints.ts';
import type { Setting } from '../services/verdict.ts';
import { UNKNOWN } from '../values.ts';
import { bindingsOf } from './gcp-storage.ts';
import { attributeValue, blocksOf, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { keyOf, ofType, settingOf, spotOfAttribute } from './world.ts';

interface Product {
  readonly kind: 'cloud-run' | 'cloud-functions';
  readonly resource: string;
  /** Prefix of its IAM resources, and the attribute in which they name it. */
  readonly iam: string;
  readonly by: string;
  readonly roles: readonly string[];
}

/** cloud.google.com/run/docs/authenticating/public, cloud.google.com/functions/docs/securing/managing-access-iam */
const PRODUCTS: readonly Product[] = [
  {
    kind: 'cloud-run',
    resource: 'google_cloud_run_service',
    iam: 'google_cloud_run_service_iam',
    by: 'service',
    roles: ['roles/run.invoker', 'roles/run.servicesinvoker', 'roles/run.admin'],
  },
  {
    kind: 'cloud-run',
    resource: 'google_cloud_run_v2_service',
    iam: 'google_cloud_run_v2_service_iam',
    by: 'name',
    roles: ['roles/run.invoker', 'roles/run.servicesinvoker', 'roles/run.admin'],
  },
  {
    kind: 'cloud-functions',
    resource: 'google_cloudfunctions_function',
    iam: 'google_cloudfunctions_function_iam',
    by: 'cloud_function',
    roles: ['roles/cloudfunctions.invoker', 'roles/cloudfunctions.admin'],
  },
  {
    kind: 'cloud-functions',
    resource: 'google_cloudfunctions2_function',
    iam: 'google_cloudfunctions2_function_iam',
    by: 'cloud_function',
    roles: ['roles/cloudfunctions.invoker', 'roles/cloudfunctions.admin'],
  },
];

/** Services and functions that IAM lets strangers call. Google makes their addresses, so they have no name here. */
export function findInvocables(world: World): readonly Found[] {
  return PRODUCTS.flatMap((product) => {
    const services = new Map(ofType(world, product.resource).map((one) => [keyOf(one, 'name'), one]));
    const grants = ofType(world, ...['member', 'binding', 'policy'].map((how) => `${product.iam}_${how}`));
    const keys = new Set([...services.keys(), ...grants.map((grant) => keyOf(grant, product.by))]);
    return [...keys].flatMap((key) => {
      const service = services.get(key);
      const own = grants.filter((grant) => keyOf(grant, product.by) === key);
      const bindings = own.flatMap((grant) => bindingsOf(world, grant)).filter(({ role }) => invokes(product, role));
      const verdicts = judgeInvocable({
        bindings,
        unchecked: service?.attributes.has('invoker_iam_disabled')
          ? {
              value: settingOf(service, 'invoker_iam_disabled', false),
              spot: spotOfAttribute(world, service, service, 'invoker_iam_disabled'),
            }
          : undefined,
        internal: service === undefined ? false : isInternal(service),
      });
      return verdicts.length === 0 ? [] : [{ kind: product.kind, verdicts }];
    });
  });
}

function invokes({ roles }: Product, role: string | undefined): boolean {
  return role === undefined || roles.includes(role.toLowerCase());
}

/** `ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"`, `ingress_settings = "ALLOW_INTERNAL_ONLY"`, the annotation of the first version. */
function isInternal(service: Resource): Setting {
  const settings = [
    attributeValue(service, 'ingress'),
    attributeValue(service, 'ingress_settings'),
    ...blocksOf(service, 'service_config').map((block) => attributeValue(block, 'ingress_settings')),
  ].filter((value) => value !== undefined && value !== null);
  if (settings.includes(UNKNOWN)) return 'unknown';
  return settings.some(
    (value) => typeof value === 'string' && /INTERNAL_(?:ONLY|LOAD_BALANCER)|INTERNAL_AND_GCLB/.test(value),
  );
}
