import { plistReadings } from './apple/plist-texts.ts';
import { readXmlPlist } from './apple/plist-xml.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';

const START = '<?xml';
const END = '</plist>';

/** Provisioning profile: a signed CMS message (DER) around an XML property list, which stands in it in one piece. */
export const mobileprovision: Format = {
  id: 'mobileprovision',
  title: 'Apple provisioning profile',
  docs: {
    reads: 'The property list inside: entitlements, application identifier, team.',
    locator: '`mobileprovision Entitlements.application-identifier`',
    blind: 'The signature and the certificates are not checked.',
    source: ['https://developer.apple.com/documentation/technotes/tn3125-inside-code-signing-provisioning-profiles'],
  },
  hint: { names: /\.(?:mobileprovision|provisionprofile)$/ },
  sniff: (head, name) => head[0] === 0x30 && /\.(?:mobileprovision|provisionprofile)$/i.test(name),
  when: 'always',
  read: readProfile,
};

function* readProfile(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const start = entry.bytes.indexOf(START, 0, 'latin1');
  const end = start === -1 ? -1 : entry.bytes.indexOf(END, start, 'latin1');
  if (end === -1) {
    yield { type: 'problem', kind: 'malformed', reason: 'provisioning profile without a property list inside' };
    return;
  }
  const reading = readXmlPlist(entry.bytes.subarray(start, end + END.length));
  yield* plistReadings(entry, reading, wanted, 'mobileprovision', start);
}
