import { describe, expect, it } from 'vitest';
import { BACKENDS } from '../../src/backends/registry.ts';
import { terraform } from '../../src/declarations/terraform/index.ts';
import { join } from '../../src/join/join.ts';
import { judge } from '../../src/judge/judge.ts';
import { EMPTY_POLICY } from '../../src/settings/policy.ts';
import { readWith } from '../declarations/read.ts';

const definitions = new Map(BACKENDS.map((definition) => [definition.kind, definition]));

async function findings(text: string) {
  const { declarations } = await readWith(terraform, { 'main.tf': text });
  const { backends } = join({
    mentions: [],
    declarations,
    apps: [],
    files: [],
    policy: EMPTY_POLICY,
    providerOf: () => 'aws',
  });
  return judge({ backends, credentials: [], definitionOf: (kind) => definitions.get(kind), severityOverrides: {} });
}

const route = (more: string) =>
  `resource "aws_apigatewayv2_route" "r" {\n  api_id = "x"\n  route_key = "GET /orders"\n${more}}`;

describe('endpoints that ask their callers for nothing', () => {
  it('are a note at the line that opens them', async () => {
    const [finding, ...others] = await findings(route(''));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'api-gateway-no-sign-in', severity: 'note', evidence: 'declared' });
    expect(finding?.places[0]).toMatchObject({ origin: 'repo', path: 'main.tf', line: 1 });
    expect(finding?.message).toContain('as main.tf:1 declares');
  });

  it('and raise nothing where they ask, or where it is not known', async () => {
    expect(await findings(route('  authorization_type = "JWT"\n'))).toEqual([]);
    expect(await findings(`variable "t" {}\n${route('  authorization_type = var.t\n')}`)).toEqual([]);
  });

  it('are named by Cloud Run services, too', async () => {
    const [finding] = await findings(`resource "google_cloud_run_v2_service_iam_member" "m" {
  name     = "acme-api"
  location = "europe-west1"
  role     = "roles/run.invoker"
  member   = "allUsers"
}`);
    expect(finding).toMatchObject({ rule: 'cloud-run-no-sign-in', severity: 'note' });
  });
});
