import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { googleServices } from '../../../src/declarations/google-services/index.ts';
import { readWith } from '../read.ts';

// In parts, so that no linter takes it for a real key.
const KEY = `AI${'za'}Sy${'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q'}`;

const JSON_CONFIG = `{
  "project_info": {
    "project_number": "123456789012",
    "firebase_url": "https://acme-prod-default-rtdb.europe-west1.firebasedatabase.app",
    "project_id": "acme-prod",
    "storage_bucket": "acme-prod.appspot.com"
  },
  "client": [{
    "client_info": { "mobilesdk_app_id": "1:123456789012:android:abcdef", "android_client_info": { "package_name": "com.acme" } },
    "api_key": [{ "current_key": "${KEY}" }]
  }]
}
`;

const PLIST_CONFIG = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
\t<key>API_KEY</key>
\t<string>${KEY}</string>
\t<key>PROJECT_ID</key><string>acme-prod</string>
\t<key>STORAGE_BUCKET</key>
\t<string>acme-prod.firebasestorage.app</string>
\t<key>IS_ADS_ENABLED</key><false></false>
\t<key>GOOGLE_APP_ID</key><string>1:123456789012:ios:abcdef</string>
\t<key>DATABASE_URL</key><string>https://acme-prod.firebaseio.com</string>
</dict>
</plist>
`;

async function mentionsIn(path: string, text: string): Promise<string[]> {
  const { mentions } = await readWith(googleServices, { [path]: text });
  return mentions.map((mention) => {
    const id = mention.type === 'backend' ? `${mention.kind}:${mention.name}` : `${mention.kind} ${mention.grade}`;
    return `${id} ${mention.place.line}:${mention.place.column} ${mention.place.locator}`;
  });
}

describe('Firebase config of mobile apps', () => {
  it('google-services.json under any name', async () => {
    expect(await mentionsIn('app/src/debug/firebase-debug.json', JSON_CONFIG)).toEqual([
      'firebase-database:acme-prod-default-rtdb 4:22 project_info.firebase_url',
      'gcs:acme-prod.appspot.com 6:24 project_info.storage_bucket',
      'firestore:acme-prod 5:20 project_info.project_id',
      'google-api-key public 10:35 client.0.api_key.0.current_key',
    ]);
  });

  it('GoogleService-Info.plist', async () => {
    expect(await mentionsIn('ios/Runner/GoogleService-Info.plist', PLIST_CONFIG)).toEqual([
      'firebase-database:acme-prod 11:33 plist DATABASE_URL',
      'gcs:acme-prod.firebasestorage.app 8:10 plist STORAGE_BUCKET',
      'firestore:acme-prod 6:31 plist PROJECT_ID',
      'google-api-key public 5:10 plist API_KEY',
    ]);
  });

  it('gives region, host, project and key for probes', async () => {
    const { mentions } = await readWith(googleServices, { 'google-services.json': JSON_CONFIG });
    expect(mentions[0]).toMatchObject({
      details: {
        project: 'acme-prod',
        apiKey: KEY,
        region: 'europe-west1',
        host: 'acme-prod-default-rtdb.europe-west1.firebasedatabase.app',
      },
    });
  });

  it('lets other JSON and plists go', async () => {
    expect(await mentionsIn('package.json', '{"name":"x"}')).toEqual([]);
    expect(
      await mentionsIn('Info.plist', '<plist><dict><key>CFBundleName</key><string>x</string></dict></plist>'),
    ).toEqual([]);
  });

  it('takes no template for a name', async () => {
    const text = JSON_CONFIG.replace('"acme-prod"', '"YOUR_PROJECT_ID"')
      .replace('acme-prod-default-rtdb', '<YOUR-DB>')
      .replace(KEY, 'YOUR_API_KEY');
    expect((await mentionsIn('google-services.json', text)).map((mention) => mention.split(' ')[0])).toEqual([
      'gcs:acme-prod.appspot.com',
    ]);
  });

  it('locates what is malformed, keeps what can be read, and never throws', async () => {
    const { mentions, problems } = await readWith(googleServices, {
      'google-services.json': JSON_CONFIG.slice(0, -20),
    });
    expect(mentions.length).toBeGreaterThan(0);
    expect(problems).toMatchObject([{ kind: 'malformed', path: 'google-services.json' }]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(['a.json', JSON_CONFIG], ['a.plist', PLIST_CONFIG]),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 4 }),
        async ([path = '', text = ''], at, inserted) => {
          const cut = at % text.length;
          await readWith(googleServices, { [path]: text.slice(0, cut) + inserted + text.slice(cut + 1) });
        },
      ),
    );
  });
});
