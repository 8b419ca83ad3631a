/**
 * Scans builds that others have published and holds what is found against what is known of them. Nothing of them lies here.
 *
 *   npx tsc -p tsconfig.build.json && node bench/real.mjs lib FOLDER [REPOSITORY]
 *
 * FOLDER holds clones of the repositories named below as `owner+name/repo` (a git directory, or one with `.git` in it). With
 * aapt2 at hand each APK is converted to protobuf and back, and both must name the same backends.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

const [library, folder, only = ''] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/real.mjs COMPILED_DIR FOLDER [REPOSITORY]');
  process.exit(2);
}

/** `finds`: id and locator of what has to be there; `only`: nothing of these kinds beside it. Without `finds` nothing at all. */
const BUILDS = [
  {
    repo: 'rewanthtammana/Damn-Vulnerable-Bank',
    path: 'dvba.apk',
    finds: [
      ['firebase-database:damn-vulnerable-bank', 'string/firebase_database_url'],
      ['gcs:damn-vulnerable-bank.appspot.com', 'string/google_storage_bucket'],
      ['google-api-key', 'string/google_api_key'],
      ['google-api-key', 'string/google_crash_reporting_api_key'],
    ],
  },
  {
    repo: 'satishpatnayak/MyTest',
    path: 'AndroGoat.apk',
    finds: [['firebase-database:androgoat-42597', 'string/firebaseurl']],
  },
  { repo: 'satishpatnayak/MyTest', path: 'AndroGoat_without_network_secutity_config.apk' },
  {
    repo: 'getsentry/launchpad',
    path: 'tests/_fixtures/android/zipped_apk.zip',
    finds: [['firebase-database:hacker-news', 'Lcom/emergetools/hackernews/HackerNewsApplication;->onCreate']],
    without: /^s3:/,
  },
  {
    repo: 'CPEN321-Spottr/spottr',
    path: 'android/app/release/app-release.apk',
    finds: [
      ['firebase-database:spottr-1603580674508', 'string/firebase_database_url'],
      ['gcs:spottr-1603580674508.appspot.com', 'string/google_storage_bucket'],
    ],
    without: /^s3:/,
  },
  {
    repo: 'google/bundletool',
    path: 'src/test/resources/com/android/tools/build/bundletool/testdata/bundle/install-time-permanent-modules.aab',
    finds: [['firebase-hosting:uabsample-405d6', /./]],
  },
  {
    repo: 'P1sec/hermes-dec',
    path: 'tests/version-84/sample.hbc',
    finds: [['s3:atypikoo', /^hermes string \d+ in ATPictures$/]],
  },
  {
    repo: 'wbroek/infiltrate-your-own-react-native-app',
    path: 'app.ipa',
    finds: [['google-api-key', /__TEXT,__cstring$/]],
  },
  {
    repo: 'CLI1-chang/wasteagram',
    path: 'build/ios/Debug-iphonesimulator/Runner.app',
    finds: [[/^gcs:/, 'plist STORAGE_BUCKET']],
  },
  ...['hbc59', 'hbc62', 'hbc74', 'hbc76'].map((name) => ({
    repo: 'bongtrop/hbctool',
    path: `hbctool/hbc/${name}/example/index.android.bundle`,
  })),
  ...['version-94', 'version-99-202602'].map((name) => ({
    repo: 'P1sec/hermes-dec',
    path: `tests/${name}/sample.hbc`,
  })),
  { repo: 'getsentry/launchpad', path: 'tests/_fixtures/hermes/test.hbc' },
  ...[
    'file-hermes-bundle/main.jsbundle',
    'indexed-ram-bundle/main.jsbundle',
    'file-ram-bundle',
    'build/ipa.ipa',
    'build/ipa_with_asset.ipa',
    'build/archive.xcarchive',
    'build/apk.apk',
  ].map((path) => ({ repo: 'getsentry/sentry-cli', path: `tests/integration/_fixtures/${path}` })),
  ...['arm64-v8a', 'armeabi-v7a', 'x86_64'].map((abi) => ({
    repo: 'Gul524/chat_app',
    path: `build/app/intermediates/flutter/release/${abi}/app.so`,
  })),
  {
    repo: 'bugsnag/bugsnag-cli',
    path: 'features/dart/fixtures/build/ios/iphoneos/Runner.app/Frameworks/App.framework/App',
  },
  { repo: 'bugsnag/bugsnag-cli', path: 'features/android/fixtures/aab/app-release.aab' },
  { repo: 'bugsnag/bugsnag-cli', path: 'features/android/fixtures/aab/app-release-dexguard.aab' },
  {
    repo: 'google/bundletool',
    path: 'src/test/resources/com/android/tools/build/bundletool/testdata/bundle/watch-face-from-tool.aab',
  },
  { repo: '48n02m41/SocialMediaMoodTracker', path: 'app/release/app-release.aab' },
  ...[
    'Android/Level_01/UnCrackable-Level1.apk',
    'Android/Level_02/UnCrackable-Level2.apk',
    'Android/Level_03/UnCrackable-Level3.apk',
    'Android/Level_04/r2pay-v0.9.apk',
    'iOS/Level_01/UnCrackable-Level1.ipa',
    'iOS/Level_02/UnCrackable-Level2.ipa',
  ].map((path) => ({ repo: 'OWASP/mastg', path: `Crackmes/${path}` })),
  {
    repo: 'Swapkumbhar31/covid-19-status',
    path: 'android/app/release/app-release.apk',
    finds: [
      ['firebase-database:covid19status-d56e4', 'string/firebase_database_url'],
      ['firestore:covid19status-d56e4', 'string/project_id'],
      ['gcs:covid19status-d56e4.appspot.com', 'string/google_storage_bucket'],
    ],
  },
  {
    // Between its settings stand the translations of the libraries.
    repo: 'Swapkumbhar31/covid-19-status',
    path: 'android/app/release/app-release.aab',
    finds: [
      ['firebase-project:covid19status-d56e4', 'string/google_app_id'],
      ['firestore:covid19status-d56e4', 'string/project_id'],
      ['gcs:covid19status-d56e4.appspot.com', 'string/google_storage_bucket'],
    ],
  },
  {
    repo: 'ANASDAVOODTK/Community-Support-System',
    path: 'app/release/app-release.apk',
    finds: [
      ['firestore:collage-project-25c75', 'string/project_id'],
      ['gcs:collage-project-25c75.appspot.com', 'string/google_storage_bucket'],
    ],
  },
  {
    repo: '0Ashwajeet9/GateForFree',
    path: 'app/release/app-release.apk',
    finds: [
      ['firebase-database:firstapp-108af', 'string/firebase_database_url'],
      ['google-api-key', 'Lcom/example/firstapp/PlayerConfig;->API_KEY'],
      ['google-api-key', 'Lcom/example/firstapp/playlist;->onCreate'],
    ],
  },
  {
    repo: '1noro/MoviePic',
    path: 'app/release/app-release.aab',
    finds: [
      ['firebase-database:moviepic-50033', 'string/firebase_database_url'],
      ['firestore:moviepic-50033', 'string/project_id'],
    ],
  },
  {
    repo: 'CABKD/LomTaxi',
    path: 'MillaMobility.apk',
    finds: [['google-api-key', 'meta-data com.google.android.geo.API_KEY']],
  },
  ...[
    ['L1ghtningspawn/Tutor-Student_CheckIn', 'android/app/release/app-release.apk'],
    ['L1ghtningspawn/Tutor-Student_CheckIn', 'android/app/release/release/app.aab'],
    ['007shahzeb/Madarabia', 'app/release/app-release.apk'],
    ['20it110/meme_app', 'app/release/app-release.aab'],
    ['CERP/MIS', 'android/app/release/app-release.apk'],
    ['DongLee99/swaiter', 'android/app/release/app-release.apk'],
    ['A-Venkatesh/DY-Food', 'app/release/app-release.aab'],
    ['0n1s/Treasurehunters', 'app/release/app-release.apk'],
    ['MartDevelopers-Inc/iBooking', 'android/app/release/app-release.apk'],
    ['VanZandtr/CSE216-Reddit-Project', 'android/app/release/app-release.apk'],
    ['CodeChefVIT/FFDS', 'android/app/release/app-release.apk'],
    ['BenDaCode/weight-tracker', 'platforms/android/app/build/outputs/apk/debug/app-debug.apk'],
    ['AzureBlock/FirePlace', 'platforms/android/app/build/outputs/apk/debug/app-debug.apk'],
    ['777665Abhi/webee', 'app/release/app-release.aab'],
    ['0xJihan/expense-tracker', 'app/release/app-release.apk'],
    ['10-kapilkori/whats_app_status_downloader', 'app/release/app-release.apk'],
    ['argertboja/Automated-Attendance-Taking-System-AATS', 'android/app/release/app-release.apk'],
    ['argertboja/Automated-Attendance-Taking-System-AATS', 'android/app/release/app.aab'],
    ...[
      'mlongx/rnipa',
      'tooniz/trackfriend',
      'brennon/LiveShout',
      'timgshi/DHToolkit',
      'distractdiverge/Sparx-iOS',
      'chienkira/IsMi',
      'huliyou/RemoteIPA',
      'andresinaka/profileInspector',
      'vampirekiss/douban-fm',
      'cmds4410/WBOR-APP-iOS',
      'jsyadav/pocketEzCall',
    ].map((repo) => [repo, 'app.ipa']),
    ['ZaidAqrawi/fittest', 'CoachApp.ipa'],
    ['mohamadrezakoohkan/Resigner', 'Example/app.ipa'],
  ].map(([repo, path]) => ({ repo, path })),
  { repo: 'TJohnson93/Kelvinator_Android_App_Unpack', path: 'assets/bin/Data/Managed/Metadata/global-metadata.dat' },
];

const work = mkdtempSync(join(tmpdir(), 'ajar-real-'));
let failed = 0;
console.log('| build | commit | expected | found | verdict |\n| --- | --- | --- | --- | --- |');
for (const build of BUILDS.filter(({ repo }) => repo.includes(only))) {
  const local = checkedOut(build);
  if (local === undefined) {
    console.log(`| ${build.repo} \`${basename(build.path)}\` | – | – | – | not at hand |`);
    continue;
  }
  const found = scan(local.path);
  const verdict = verdictOf(build, found);
  if (verdict !== 'met') failed += 1;
  const expected = build.finds?.map(([id, locator]) => `${id} at ${locator}`).join('; ') ?? 'no finding';
  const name = `${build.repo} \`${basename(build.path)}\``;
  console.log(`| ${name} | ${local.commit} | ${expected.replaceAll('|', '\\|')} | ${summary(found)} | ${verdict} |`);
  if (build.path.endsWith('.apk')) failed += roundTrip(name, local.path, found) ? 0 : 1;
}
rmSync(work, { recursive: true, force: true });
console.log(failed === 0 ? '\nEvery expectation is met.' : `\n${failed} expectations are not met.`);
process.exitCode = failed === 0 ? 0 : 1;

/** The file or folder as the newest commit has it; undefined if a part of it that could hold anything is not there. */
function checkedOut({ repo, path }) {
  const clone = join(folder, repo.replace('/', '+'), 'repo');
  const directory = existsSync(join(clone, '.git')) ? join(clone, '.git') : clone;
  if (!existsSync(directory)) return undefined;
  const git = (...args) =>
    execFileSync('git', [`--git-dir=${directory}`, ...args], {
      maxBuffer: 1 << 29,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const target = join(work, repo.replace('/', '+'));
  mkdirSync(target, { recursive: true });
  const names = git('ls-tree', '-r', '-z', '--name-only', 'HEAD', path).toString().split('\0').filter(Boolean);
  for (const name of names) {
    const file = join(target, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contentOf(git, name));
  }
  // A build of one file that a snapshot left out would meet every expectation of finding nothing.
  const [first] = names;
  if (first === undefined || (names.length === 1 && statSync(join(target, first)).size === 0)) return undefined;
  return { path: join(target, path), commit: git('log', '-1', '--format=%h').toString().trim() };
}

/** Snapshots leave out large files; what is not there is empty. */
function contentOf(git, name) {
  try {
    return git('cat-file', 'blob', `HEAD:${name}`);
  } catch {
    return '';
  }
}

function scan(path) {
  const file = join(work, 'report.json');
  rmSync(file, { force: true });
  try {
    execFileSync(process.execPath, [resolve(library, 'cli.js'), 'scan', basename(path), '--json', file], {
      cwd: dirname(path),
      stdio: 'ignore',
    });
  } catch {
    // The exit code says whether there were findings; the report says which.
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function namedIn({ backends, credentials }) {
  return [
    ...backends.map(({ id, shipped }) => ({ id, places: shipped })),
    ...credentials.map(({ kind, shipped }) => ({ id: kind, places: shipped })),
  ];
}

function verdictOf({ finds, without }, report) {
  const named = namedIn(report);
  if (finds === undefined) {
    return report.findings.length === 0 ? 'met' : `NOT MET: ${report.findings.map(({ rule }) => rule).join(', ')}`;
  }
  const missing = finds.filter(
    ([id, locator]) =>
      !named.some((one) => same(id, one.id) && one.places.some((place) => same(locator, place.locator ?? ''))),
  );
  const surplus = without === undefined ? [] : named.filter(({ id }) => without.test(id));
  if (missing.length === 0 && surplus.length === 0) return 'met';
  return `NOT MET: ${[...missing.map(([id]) => `no ${id}`), ...surplus.map(({ id }) => `also ${id}`)].join(', ')}`;
}

function same(expected, actual) {
  return typeof expected === 'string' ? expected === actual : expected.test(actual);
}

function summary(report) {
  const { backends, credentials, findings } = report;
  return `${backends.length} backends, ${credentials.length} credentials, ${findings.length} findings`;
}

/** True if the app in the other form, and turned back again, names the same. */
function roundTrip(name, path, before) {
  const proto = join(work, 'proto.apk');
  const binary = join(work, 'binary.apk');
  try {
    execFileSync('aapt2', ['convert', '--output-format', 'proto', '-o', proto, path], { stdio: 'ignore' });
    execFileSync('aapt2', ['convert', '--output-format', 'binary', '-o', binary, proto], { stdio: 'ignore' });
  } catch {
    console.log(`| ${name}, converted | – | the same | – | aapt2 does not convert it |`);
    return true;
  }
  const ids = (report) =>
    namedIn(report)
      .flatMap(({ id, places }) => places.map(({ locator }) => `${id} ${locator}`))
      .sort()
      .join('\n');
  const equal = [proto, binary].every((form) => ids(scan(form)) === ids(before));
  console.log(`| ${name}, as protobuf and back | – | the same | – | ${equal ? 'met' : 'NOT MET'} |`);
  return equal;
}
