import type { BackendMention, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { isSampleName } from '../placeholders.ts';
import { HOST_END, HOST_START, matches, withDetails } from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';

/** A site's name is up to 30 characters; a preview channel adds `--<channel>-<hash>`. */
const HOST = new RegExp(
  `${HOST_START}([a-z0-9][a-z0-9-]{2,61}[a-z0-9])\\.(?:web\\.app|firebaseapp\\.com)${HOST_END}`,
  'gi',
);

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, HOST)) {
    const site = (match[1] ?? '').toLowerCase().split('--')[0] ?? '';
    if (site === '' || isSampleName(site)) continue;
    yield backendMention(text, { kind: 'firebase-hosting', name: site }, withDetails({ host: match[0].toLowerCase() }));
  }
}

/** Inventory: a web site is public on purpose. */
export const firebaseHosting: BackendDefinition = {
  kind: 'firebase-hosting',
  title: 'Firebase Hosting site',
  provider: 'google',
  type: 'backend',
  docs: ['https://firebase.google.com/docs/hosting'],
  anchors: ['.web.app', 'firebaseapp.com'],
  examples: [
    {
      text: 'https://acme-prod.firebaseapp.com/',
      gives: ['firebase-hosting:acme-prod'],
      why: 'the default site, also the domain of sign-in',
    },
    { text: 'acme-prod.web.app', gives: ['firebase-hosting:acme-prod'], why: 'the newer domain of the same site' },
    {
      text: 'https://acme-prod--pr12-abcd1234.web.app',
      gives: ['firebase-hosting:acme-prod'],
      why: 'a preview channel of the site',
    },
    { text: 'firebaseapp.com', gives: [], why: 'the bare domain' },
    { text: 'https://your-project.firebaseapp.com', gives: [], why: 'a placeholder' },
    { text: 'https://acme.web.application.example', gives: [], why: 'another domain' },
  ],
  recognise,
  rules: [],
};
