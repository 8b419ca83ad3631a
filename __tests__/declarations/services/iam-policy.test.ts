import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deniesStrangers, globMatches, limitsOf, parsePolicy } from '../../../src/declarations/services/iam-policy.ts';

function only(statement: object) {
  const policy = parsePolicy(JSON.stringify({ Statement: statement }));
  const [first] = policy.type === 'policy' ? policy.statements : [];
  if (first === undefined) throw new Error('no statement');
  return first;
}

const limits = (condition: object) => limitsOf(only({ Effect: 'Allow', Principal: '*', Condition: condition }));

describe('policy documents', () => {
  it.each([
    ['*', 'everyone'],
    [{ AWS: '*' }, 'everyone'],
    [{ AWS: ['arn:aws:iam::123456789012:root', '*'] }, 'everyone'],
    [{ AWS: '123456789012' }, 'fixed'],
    [{ Service: 'cloudfront.amazonaws.com' }, 'fixed'],
    [{ Federated: 'graph.facebook.com' }, 'federated'],
    [{ Federated: 'arn:aws:iam::123456789012:saml-provider/acme' }, 'fixed'],
    ['\ufdd0', 'unknown'],
  ])('principal %j is %s', (principal, kind) => {
    expect(only({ Effect: 'Allow', Principal: principal }).principal).toBe(kind);
  });

  it('takes NotPrincipal for everybody else', () => {
    expect(only({ Effect: 'Allow', NotPrincipal: { AWS: '123456789012' } }).principal).toBe('everyone');
    expect(only({ Effect: 'Allow' }).principal).toBe('none');
  });

  it.each([
    [{ StringEquals: { 'AWS:PrincipalOrgID': 'o-acme' } }, 'limited'],
    [{ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-acme' } }, 'open'],
    [{ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-acme' } }, 'open'],
    [{ StringNotEquals: { 'aws:PrincipalOrgID': 'o-acme' } }, 'open'],
    [{ StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/*' } }, 'limited'],
    [{ StringLike: { 'aws:PrincipalArn': '*' } }, 'open'],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:123456789012:trail/*' } }, 'limited'],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:*:trail/*' } }, 'open'],
    [{ StringEquals: { 'aws:VpceAccount': '123456789012' } }, 'limited'],
    [{ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } }, 'open'],
    [{ IpAddress: { 'aws:SourceIp': '2001:db8::/33' } }, 'limited'],
    [{ IpAddress: { 'aws:SourceIp': '2001::/16' } }, 'open'],
    [{ IpAddress: { 'aws:SourceIp': '\ufdd0' } }, 'unknown'],
    [{ StringEquals: { 'aws:SourceAccount': '\ufdd0' } }, 'unknown'],
    [{ StringLike: { 's3:DataAccessPointArn': 'arn:aws:s3:eu-west-1:123456789012:accesspoint/*' } }, 'limited'],
    [{ StringEquals: { 'aws:userid': `\${aws:username}` } }, 'open'],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, 'open'],
  ])('condition %j is %s', (condition, expected) => {
    expect(limits(condition)).toBe(expected);
  });

  it('sees which Deny keeps strangers out', () => {
    const deny = (condition?: object) =>
      deniesStrangers(only({ Effect: 'Deny', Principal: '*', ...(condition ? { Condition: condition } : {}) }));
    expect(deny()).toBe(true);
    expect(deny({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })).toBe(true);
    expect(deny({ Bool: { 'aws:SecureTransport': 'false' } })).toBe(false);
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) =>
        ['policy', 'unreadable'].includes(parsePolicy(text).type),
      ),
    );
  });

  it('matches patterns as a regular expression would', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 8 }).map((parts) => parts.join(''));
    const texts = fc.array(fc.constantFrom('a', 'b'), { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(letters, texts, (pattern, text) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
        return globMatches(pattern, text) === expected;
      }),
    );
  });
});
