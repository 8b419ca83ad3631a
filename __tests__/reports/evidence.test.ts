import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/model.ts';
import { evidenceChain } from '../../src/reports/evidence.ts';
import { makeBackend, makeFinding, makeReport, withoutBackend } from '../helpers/report.ts';

function declared(changes: Partial<Declaration>): Declaration {
  return {
    path: 'storage.rules',
    line: 3,
    audience: 'anyone',
    can: ['read'],
    state: 'open',
    why: 'because',
    ...changes,
  };
}

function views(declarations: readonly Declaration[]): string[] {
  const report = makeReport({ backends: [makeBackend({ declared: declarations, observed: [] })] });
  return evidenceChain(report, makeFinding()).map(({ view }) => view);
}

describe('evidenceChain', () => {
  it('goes from what ships over what is named and declared to what was seen', () => {
    expect(evidenceChain(makeReport(), makeFinding()).map(({ view }) => view)).toEqual([
      'shipped',
      'named',
      'declared',
      'observed',
    ]);
  });

  it.each<[string, Partial<Declaration>]>([
    ['depends on the caller', { state: 'conditional' }],
    ['closes it', { state: 'closed' }],
    ['could not be decided', { state: 'unknown' }],
    ['is about another audience', { audience: 'any-account' }],
    ['is about another operation', { can: ['delete'] }],
  ])('does not take for evidence a declaration that %s', (_name, changes) => {
    expect(views([declared({})])).toContain('declared');
    expect(views([declared(changes)])).not.toContain('declared');
  });

  it('does not take for evidence a probe that found it closed', () => {
    const observed = [{ probe: 's3-list', outcome: 'closed' as const, can: [], status: 403, why: 'denied' }];
    const report = makeReport({ backends: [makeBackend({ observed })] });
    expect(evidenceChain(report, makeFinding()).map(({ view }) => view)).not.toContain('observed');
  });

  it('names the places of a credential', () => {
    const finding = withoutBackend({ credential: 'aws-access-key:1a2b3c4d', access: [] });
    expect(evidenceChain(makeReport(), finding).map(({ place }) => place?.locator)).toEqual([
      'Lcom/acme/Api;-><clinit>',
    ]);
  });

  it('is never empty', () => {
    const [only, ...rest] = evidenceChain(makeReport({ backends: [] }), makeFinding());
    expect(rest).toEqual([]);
    expect(only?.place?.path).toBe('app/src/main/res/values/config.xml');
  });
});
