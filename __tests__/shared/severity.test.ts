import { describe, expect, it } from 'vitest';
import { accessRuleId, accessRules } from '../../src/shared/access-rules.ts';
import { effectsOf, reaches, securitySeverityOf, severityOf } from '../../src/shared/severity.ts';

const plain = { evidence: 'declared', sensitive: false, expires: false } as const;

describe('the severity table', () => {
  it.each([
    ['anyone', 'erase', plain, 'critical'],
    ['anyone', 'write', plain, 'critical'],
    ['anyone', 'create', plain, 'high'],
    ['anyone', 'read', plain, 'high'],
    ['anyone', 'read', { ...plain, sensitive: true }, 'critical'],
    ['any-account', 'read', plain, 'high'],
    ['any-account', 'write', plain, 'high'],
    ['any-account', 'create', plain, 'medium'],
    ['anyone', 'write', { ...plain, expires: true }, 'high'],
    ['anyone', 'write', { ...plain, evidence: 'implied' as const }, 'high'],
    ['anyone', 'read', { ...plain, evidence: 'implied' as const }, 'medium'],
    ['anyone', 'erase', { ...plain, evidence: 'shipped' as const }, 'note'],
    ['anyone', 'write', { ...plain, evidence: 'observed' as const }, 'critical'],
  ] as const)('%s can %s (%o): %s', (audience, effect, rest, severity) => {
    expect(severityOf({ audience, effect, ...rest })).toBe(severity);
  });

  it('keeps GitHub’s bands', () => {
    expect(Number(securitySeverityOf('critical'))).toBeGreaterThan(9);
    expect(Number(securitySeverityOf('high'))).toBeGreaterThanOrEqual(7);
    expect(Number(securitySeverityOf('high'))).toBeLessThan(9);
    expect(Number(securitySeverityOf('medium'))).toBeGreaterThanOrEqual(4);
    expect(Number(securitySeverityOf('low'))).toBeLessThan(4);
    expect(Number(securitySeverityOf('note'))).toBeGreaterThan(0);
  });

  it('compares with a threshold', () => {
    expect(reaches('high', 'high')).toBe(true);
    expect(reaches('critical', 'high')).toBe(true);
    expect(reaches('medium', 'high')).toBe(false);
  });

  it('takes creating for itself only where nothing can be overwritten', () => {
    expect(effectsOf(['create'])).toEqual(['create']);
    expect(effectsOf(['create', 'overwrite'])).toEqual(['write']);
    expect(effectsOf(['list', 'read'])).toEqual(['read']);
    expect(effectsOf(['administer'])).toEqual(['erase', 'write']);
    expect(effectsOf([])).toEqual([]);
  });
});

describe('access rules', () => {
  const rules = accessRules({
    kind: 's3',
    word: 'public',
    noun: 'S3 bucket',
    knows: 'k',
    remediation: ['r'],
    prove: 'p',
    references: [],
  });

  it('has a rule for every id that judging can ask for', () => {
    const ids = rules.map(({ id }) => id);
    for (const audience of ['anyone', 'any-account'] as const) {
      for (const effect of ['erase', 'write', 'create', 'read'] as const) {
        for (const sensitive of [true, false]) {
          for (const expires of audience === 'anyone' ? [true, false] : [false]) {
            expect(ids).toContain(accessRuleId('s3', 'public', { audience, effect, sensitive, expires }));
          }
        }
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
  });
});
