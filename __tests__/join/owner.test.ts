import { describe, expect, it } from 'vitest';
import { readDependencies } from '../../src/join/dependencies.ts';
import { ownerOf } from '../../src/join/owner.ts';
import type { BackendMention } from '../../src/model.ts';

const DEPENDENCIES = readDependencies([
  { path: 'app/gradle.lockfile', text: 'com.onesignal:OneSignal:4.8.6=a\ncom.vendor.chat:client:2.1.0=a\n' },
]);

function ownerBy(...holders: readonly string[]) {
  const mentions = holders.map(
    (holder): BackendMention => ({
      type: 'backend',
      kind: 's3',
      name: 'some-bucket',
      holder,
      place: { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/classes.dex' },
    }),
  );
  const { owner, ownerReason } = ownerOf({
    id: 's3:some-bucket',
    mentions,
    declaredIn: undefined,
    apps: [{ platform: 'android', id: 'com.acme.clinic' }],
    policy: { owned: [], thirdParty: [] },
    dependencies: DEPENDENCIES,
  });
  return `${owner}: ${ownerReason}`;
}

describe('ownerOf', () => {
  it('names the dependency of a known SDK with its version', () => {
    expect(ownerBy('com.onesignal.Core')).toBe(
      'third-party: only OneSignal, which com.onesignal:OneSignal 4.8.6 (app/gradle.lockfile) brings, uses it',
    );
  });

  it('names a known SDK that no build file brings', () => {
    expect(ownerBy('com.appsflyer.Core')).toBe('third-party: only AppsFlyer uses it');
  });

  it('knows any package that a dependency brings', () => {
    expect(ownerBy('com.vendor.chat.Socket')).toBe(
      'unknown: only com.vendor.chat:client 2.1.0 (app/gradle.lockfile) uses it',
    );
  });

  it('gives nothing to a stranger that the app’s own or unknown code uses as well', () => {
    expect(ownerBy('com.vendor.chat.Socket', 'com.acme.clinic.Api')).toMatch(/^yours: com\.acme\.clinic\.Api/);
    expect(ownerBy('com.vendor.chat.Socket', 'a.b')).toMatch(/^unknown: /);
  });
});
