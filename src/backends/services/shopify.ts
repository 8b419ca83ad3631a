import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://shopify.dev/docs/api/usage/authentication'];

export const shopify = keyDefinition({
  kind: 'shopify-token',
  title: 'Shopify access token',
  docs: DOCS,
  // Hexadecimal until 2020, since then longer and of all letters: shopify.dev/changelog.
  anchors: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
  form: 'shp(?:at|ca|pa|ss)_[A-Za-z0-9]{32,64}',
  judge: () => ({
    grade: 'administrative',
    why: 'It opens the shop’s admin interface with the scopes it was given: as a rule customers and orders.',
    rule: 'shopify-token',
  }),
  examples: [
    { text: `shpat_${sample('hex', 32)}`, gives: ['shopify-token'], why: 'an admin token' },
    { text: `X-Shopify-Access-Token: shpca_${sample('hex', 32)}`, gives: ['shopify-token'], why: 'in a header' },
    { text: `shpca_${sample('alnum', 38)}`, gives: ['shopify-token'], why: 'the longer form' },
    { text: 'shpat_', gives: [], why: 'the prefix alone' },
    { text: `shpat_${'0'.repeat(32)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'shopify-token',
      title: 'Shopify admin token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can read customers and orders of the shop, and change whatever the token’s scopes allow.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Uninstall the app from the shop, or rotate its credentials in its settings.',
      instead: 'Ship the Storefront token, which is public; use the admin interface from a server.',
      references: DOCS,
    },
  ],
});
