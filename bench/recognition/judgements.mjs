/**
 * Disagreements that were looked at by hand and are not ours to mend, each with why. `takes` says which; a disagreement
 * that no row takes stands in the table.
 */
const WRONG = 'label wrong: ';
const PAIR = 'we demand more: ';
const PLACEHOLDER = 'placeholder: ';
const LIMIT = 'limit of ours: ';

const missed = (rule, text) => (one) => one.label && !one.hit && rule.test(one.rule) && (text?.test(one.text) ?? true);
const alarm = (rule, text) => (one) =>
  !(one.label && !one.hit) && one.extra.length > 0 && rule.test(one.rule) && (text?.test(one.text) ?? true);

const JUDGEMENTS = [
  [missed(/^aws/, /\b(?:ABIA|AKIA|ASIA)[A-Z2-7]*[0189]/), `${WRONG}ids are base32, which has no 0, 1, 8 or 9`],
  [missed(/^aws_key/, /Z{16}/), `${PLACEHOLDER}one letter repeated`],
  [missed(/^aws(?:_key)?$/, /wJalrXUtnFEMI/), `${PAIR}a secret without its id, a variant of the documentation’s`],
  [missed(/bedrock.*short/), `${WRONG}the prefix alone, without a token behind it`],
  [missed(/bedrock.*long/, /EXAMPLE/), `${PLACEHOLDER}the key is made of the word EXAMPLE`],
  [missed(/^stripe-access-token/, /_prod_/), `${WRONG}Stripe has no prod mode`],
  [missed(/^telegrambottoken/), `${WRONG}tokens are \`:A\` and 34 more; this one is without the A`],
  [missed(/^mapbox$/), `${WRONG}21 pieces of three characters between dots and blanks`],
  [missed(/^algoliaadminkey/), `${WRONG}keys are hexadecimal; these hold letters of both cases`],
  [missed(/^cloudflare/, /^cloudflare: /), `${PAIR}a name that says that it is a key, not the service’s alone`],
  [alarm(/^cloudflare/), `${WRONG}a true case of the sister rule`],
  [alarm(/^openaiadmin/), `${WRONG}a key of a project in the test of the rule for admin keys`],
  [missed(/^stripe$/), `${PLACEHOLDER}one letter repeated`],
  [
    missed(/^sendgrid-api-token/),
    `${WRONG}keys are \`SG.\`, 22, \`.\`, 43; these were generated without, below a misspelt name`,
  ],
  [
    missed(/^sendgrid$/),
    `${LIMIT}a key without the word SendGrid in the same text; its prefix is shorter than an anchor may be`,
  ],
  [
    missed(/^gitlab_token/, /^(?:GR1348941|gl(?:agent|cbt|imt))/),
    `${PAIR}tokens of runners, agents, jobs and mail, which no app holds`,
  ],
  [alarm(/^gitlab_token/, /^glsoat-/), `${LIMIT}the length of a sign-on token is not checked`],
  [missed(/^gitlab_token/, /^glptt-/), `${PLACEHOLDER}words in place of 40 hexadecimal digits`],
  [missed(/^gitlab_token/, /checking_Length/), `${PLACEHOLDER}a sentence in place of a token, longer than its form`],
  [alarm(/^gitlab_token/, /^ghp_/), `${WRONG}a token of GitHub in the test of GitLab’s`],
  [missed(/^github\/v2/), `${WRONG}no underscores stand in a \`ghs_\` token of this length`],
  [missed(/^alibaba/), `${PAIR}the id without its secret in the same text opens nothing`],
  [missed(/^slack-(?:bot|user)-token/, /-"?$/), `${WRONG}drawn with a hyphen at the end, where tokens have none`],
  [missed(/^slack-legacy-workspace/), `${PLACEHOLDER}digits repeated eleven times`],
  [missed(/^slack$/, /1{8,}|xxxx/), `${PLACEHOLDER}digits or x repeated`],
  [missed(/^mailchimp_key/), `${PAIR}32 hexadecimal digits and a data centre; the service’s name must stand beside it`],
  [missed(/^twilio|^square_oauth/), `${PLACEHOLDER}x repeated, or the alphabet and the digits in order`],
  [missed(/^slack-?webhook/), `${WRONG}without the slashes that part workspace, hook and secret, or EXAMPLE in it`],
  [missed(/^xai/, /xai-(?![A-Za-z0-9_-]{80}(?![A-Za-z0-9_-]))/), `${WRONG}keys have 80 characters`],
  [
    missed(/^azure-ad/, /[0-69]Q~/),
    `${LIMIT}only the two versions that are about, 7Q~ and 8Q~, are told by their form; these were drawn from a pattern`,
  ],
  [
    missed(/^square-access-token/, /^ARG token=EAAA/),
    `${PAIR}\`EAAA\` begins half of all base64, and lines of PEM are as long; only a name tells`,
  ],
  [missed(/^square$/), `${WRONG}an equals sign inside a base64url token`],
  [missed(/^squareapp/), `${WRONG}prefixes of ids, or sandbox keys`],
  [missed(/^supabase-?(?:management|token)/), `${WRONG}tokens are 40 hexadecimal digits`],
  [missed(/^supabase-project-url/), `${PLACEHOLDER}the alphabet for a project`],
  [missed(/^gcp/), `${PLACEHOLDER}the private key is cut or holds no key`],
  [missed(/^mongodb/), `${PLACEHOLDER}hosts of the example domains`],
  [missed(/^ibm_cloud_iam/), `${PLACEHOLDER}abcd1234 five times`],
  [missed(/^ibm_cos_hmac/), `${PLACEHOLDER}the hexadecimal digits in order, two or three times`],
  [missed(/^ibm-cloud-user/, /abcdef0123/), `${PLACEHOLDER}letters and digits in order, a character short`],
  [missed(/^cloudinary/, /aB3dE5fG7/), `${PLACEHOLDER}letters and digits in order, longer than a secret`],
  [
    alarm(/^cloudinary$/, /cloudinary_apiSecret=/),
    `${WRONG}the secret of the true case under the same name, with the id further off than that scanner looks`,
  ],
  [missed(/^azuredirectmanagementkey/, /<secret>/), `${WRONG}84 characters and two equals signs are no base64`],
  [missed(/^aws\/appsync/), `${PLACEHOLDER}the alphabet for API and key`],
  [missed(/^azure_cosmosdb/), `${LIMIT}host and key on lines of their own, without a connection string`],
  [missed(/^azure_batch/), `${WRONG}an equals sign inside base64, and no key of 64 bytes`],
  [
    missed(/^azureapimanagementsubscriptionkey/),
    `${WRONG}keys are 32 hexadecimal digits; these hold a j, and a hyphen`,
  ],
  [missed(/^azuresastoken/), `${WRONG}the signature is not 32 bytes long`],
  [
    missed(/^azure(?:function|search)/),
    `${WRONG}fewer characters than the service’s keys have, told by the word azure`,
  ],
  [missed(/^azureappconfig/, /<secret>/), `${WRONG}a secret of 35 characters, shorter than any key`],
  [missed(/^braintree/), `${PAIR}a private key told by the word braintree alone`],
  [missed(/^googleoauth2|^facebookoauth/), `${WRONG}not of the form or length that the service gives`],
  [
    missed(/^pusher|^razorpay|^ibmclouduserkey/),
    `${PAIR}a secret is told by its name, not by the service’s name somewhere near`,
  ],
  [alarm(/^anthropic/, /AA$/), `${WRONG}a true case of the sister rule`],
  [alarm(/^mailchimp/, /MailchimpSDK/), `${WRONG}undecidable: an SDK key has the form of an API key`],
  [
    alarm(/^(?:workos|stripe|highnote|clerk)/),
    `${WRONG}undecidable: another service took over the prefix, under a name that says Stripe`,
  ],
  [alarm(/^gcp$/), `${WRONG}a whole private key and its account, in JavaScript instead of JSON`],
  [alarm(/^sentry/), `${LIMIT}the facts inside are not checked for being JSON`],
].map(([takes, why]) => ({ takes, why }));

/** Why a disagreement is set aside; undefined if it stands. */
export function judgementOf(result) {
  return JUDGEMENTS.find((one) => one.takes(result))?.why;
}
