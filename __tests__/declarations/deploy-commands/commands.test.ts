import { describe, expect, it } from 'vitest';
import { deployCommands } from '../../../src/declarations/deploy-commands/index.ts';
import { parseShell } from '../../../src/declarations/deploy-commands/shell.ts';
import { demandTotal } from '../hostile.ts';
import { brief, readWith } from '../read.ts';

const words = (text: string) =>
  parseShell(text).map((command) => command.words.map(({ text: word, known }) => (known ? word : '?')));

describe('shell text', () => {
  it.each([
    ['a b', [['a', 'b']], 'words'],
    [`a 'b c' "d e" f\\ g`, [['a', 'b c', 'd e', 'f g']], 'quotes and escapes'],
    ['a; b && c | d &', [['a'], ['b'], ['c'], ['d']], 'operators'],
    ['a \\\n  b', [['a', 'b']], 'a line that goes on'],
    ['a \\\r\n  b', [['a', 'b']], 'a line of Windows that goes on'],
    ['a # b\nc', [['a'], ['c']], 'a comment'],
    ['a b#c', [['a', 'b#c']], 'a hash within a word'],
    ['a "# b"', [['a', '# b']], 'a hash within quotes'],
    ['cat <<EOF > x\ngsutil y\nEOF\nz', [['cat'], ['z']], 'a here-document is data'],
    ['a > out 2>&1 < in b', [['a', 'b']], 'redirections'],
    [
      'X=1 a $X; b $X',
      [
        ['a', '?'],
        ['b', '?'],
      ],
      'an assignment for one command, expanded before it',
    ],
    ['X=b\na $X ${X}c "$X"', [['a', 'b', 'bc', 'b']], 'a variable with one value'],
    ["X=b\na '$X'", [['a', '$X']], 'single quotes keep a dollar'],
    ['X=b\nX=c\na $X', [['a', '?']], 'two values: either'],
    ['X=${1:-b}\na $X', [['a', '?']], 'a default may be overridden'],
    ['a $(date) `date` ${Y} $1', [['a', '?', '?', '?', '?']], 'what only a shell can compute'],
    ['a ${{ secrets.X }}', [['a', '?']], 'an expression of GitHub'],
    ['if a; then b; fi', [['a'], ['b'], ['fi']], 'reserved words'],
    ['sudo a', [['a']], 'a wrapper'],
    ['(a; b)', [['a'], ['b']], 'a subshell'],
    ['export X=b; a $X', [['a', 'b']], 'export'],
    ['for X in 1 2; do a $X; done', [['for', 'X', 'in', '1', '2'], ['a', '?'], ['done']], 'a loop’s variable'],
    [`a "unclosed`, [['a', 'unclosed']], 'a quote that does not end'],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

async function sh(text: string, path = 'deploy.sh') {
  const { declarations } = await readWith(deployCommands, { [path]: text });
  return declarations.map((one) => `${one.kind}:${one.name ?? '?'} ${brief(one)}`);
}

describe('commands that open', () => {
  it.each([
    ['gsutil iam ch allUsers:objectViewer gs://acme-b', ['gcs:acme-b 1 /{path=**} anyone list,read open']],
    [
      'gsutil -m iam ch -r allUsers:legacyObjectReader,objectCreator gs://acme-b',
      ['gcs:acme-b 1 /{path=**} anyone read,create open'],
    ],
    [
      'gsutil iam ch allAuthenticatedUsers:roles/storage.objectAdmin gs://acme-b',
      ['gcs:acme-b 1 /{path=**} any-account list,read,create,overwrite,delete,administer open'],
    ],
    ['gsutil acl ch -u AllUsers:R gs://acme-b', ['gcs:acme-b 1 /{path=**} anyone list open']],
    ['gsutil acl ch -r -u AllUsers:READER gs://acme-b/img/*', ['gcs:acme-b 1 /img/{path=**} anyone read open']],
    [
      'gsutil acl set public-read-write gs://acme-b',
      ['gcs:acme-b 1 /{path=**} anyone list,create,overwrite,delete open'],
    ],
    ['gsutil defacl set public-read gs://acme-b', ['gcs:acme-b 1 /{path=**} anyone read open']],
    ['gsutil cp -a public-read x.png gs://acme-b/img/', ['gcs:acme-b 1 /img/{path=**} anyone read open']],
    [
      'gcloud storage buckets add-iam-policy-binding gs://acme-b --member=allUsers --role=roles/storage.objectViewer',
      ['gcs:acme-b 1 /{path=**} anyone list,read open'],
    ],
    [
      'gcloud storage buckets add-iam-policy-binding gs://acme-b --member allUsers --role roles/storage.admin --condition="expression=x"',
      ['gcs:acme-b 1 /{path=**} anyone list,read,create,overwrite,delete,administer conditional'],
    ],
    [
      'gcloud storage objects update gs://acme-b/x --add-acl-grant=entity=allUsers,role=READER',
      ['gcs:acme-b 1 /x anyone read open'],
    ],
    [
      'aws s3api put-bucket-acl --bucket acme-b --acl public-read-write',
      ['s3:acme-b 1 /{path=**} anyone list,create,overwrite,delete open'],
    ],
    [
      'aws s3api create-bucket --acl authenticated-read --bucket acme-b',
      ['s3:acme-b 1 /{path=**} any-account list open'],
    ],
    ['aws s3 sync build s3://acme-b/app --acl public-read --delete', ['s3:acme-b 1 /app/{path=**} anyone read open']],
    ['aws --profile p s3 cp x s3://acme-b/ --recursive --acl=public-read', ['s3:acme-b 1 /{path=**} anyone read open']],
    [
      'aws s3api put-object-acl --bucket acme-b --key a/b --grant-read uri=http://acs.amazonaws.com/groups/global/AllUsers',
      ['s3:acme-b 1 /a/b anyone read open'],
    ],
    [
      `aws s3api put-bucket-policy --bucket acme-b --policy '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-b/*"}]}'`,
      ['s3:acme-b 1 - anyone read open'],
    ],
    [
      'az storage container create --name photos --account-name acmestore --public-access container',
      ['azure-blob:acmestore/photos 1 - anyone list,read open'],
    ],
    [
      'az storage container set-permission -n photos --account-name acmestore --public-access blob',
      ['azure-blob:acmestore/photos 1 - anyone read open'],
    ],
    ['psql "$URL" -c "grant select on orders to anon"', ['supabase:? 1 /rest/v1/orders anyone list,read conditional']],
  ])('%s', async (text, expected) => {
    expect(await sh(text)).toEqual(expected);
  });

  it.each([
    ['echo "gsutil iam ch allUsers:objectViewer gs://acme-b"', 'help text'],
    ['# gsutil iam ch allUsers:objectViewer gs://acme-b', 'a comment'],
    ['cat <<EOF\ngsutil iam ch allUsers:objectViewer gs://acme-b\nEOF', 'a here-document'],
    ['printf "%s" gsutil iam ch allUsers:objectViewer gs://acme-b', 'another program'],
    ['gsutil iam ch user:jo@acme.dev:objectViewer gs://acme-b # not allUsers', 'one user'],
    ['gsutil iam get gs://acme-b # allUsers', 'only looking'],
    ['aws s3 sync build s3://acme-b --acl private # public-read', 'private'],
    ['aws s3 ls s3://acme-b # public-read', 'listing'],
    ['az storage container create --name photos --account-name acmestore --public-access off', 'off'],
    [
      'gcloud run services add-iam-policy-binding api --member=allUsers --role=roles/run.invoker',
      'an API that is meant for all',
    ],
    [
      'gcloud storage buckets add-iam-policy-binding gs://acme-b --member=allUsers --role=roles/viewer-of-nothing',
      'a role without data',
    ],
  ])('nothing: %s (%s)', async (text) => {
    expect(await sh(text)).toEqual([]);
  });

  it('knows that a later command takes it back', async () => {
    expect(await sh('gsutil iam ch allUsers:objectViewer gs://acme-b\ngsutil iam ch -d allUsers gs://acme-b')).toEqual([
      'gcs:acme-b 1 /{path=**} anyone list,read mitigated',
    ]);
  });

  it('follows a variable, and says where it cannot', async () => {
    expect(await sh('BUCKET="acme-b"\ngsutil iam ch \\\n  allUsers:objectViewer "gs://${BUCKET}"')).toEqual([
      'gcs:acme-b 2 /{path=**} anyone list,read open',
    ]);
    const { declarations, problems } = await readWith(deployCommands, {
      'deploy.sh': 'gsutil iam ch allUsers:objectViewer gs://$BUCKET',
    });
    expect(declarations).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'unresolved', path: 'deploy.sh', line: 1 }]);
  });
});

describe('where commands stand', () => {
  const OPEN = 'gsutil iam ch allUsers:objectViewer gs://acme-b';
  const found = (line: number) => [`gcs:acme-b ${line} /{path=**} anyone list,read open`];

  it.each([
    ['.github/workflows/deploy.yml', `jobs:\n  a:\n    steps:\n      - run: ${OPEN}\n`, 4, 'one line'],
    [
      '.github/workflows/deploy.yml',
      `jobs:\n  a:\n    steps:\n      - name: x\n        run: |\n          echo hi\n          ${OPEN}\n`,
      7,
      'a block',
    ],
    [
      '.github/workflows/deploy.yml',
      'env:\n  B: acme-b\njobs:\n  a:\n    steps:\n      - run: gsutil iam ch allUsers:objectViewer gs://${{ env.B }}\n',
      6,
      'a variable of the workflow',
    ],
    ['Makefile', `B := acme-b\n\ndeploy:\n\t@gsutil iam ch allUsers:objectViewer gs://$(B)\n`, 4, 'a recipe'],
    ['package.json', `{\n "scripts": {\n  "deploy": "build && ${OPEN}"\n }\n}`, 3, 'a script of npm'],
    ['Dockerfile', `FROM x\nRUN true && \\\n  ${OPEN}\n`, 3, 'a layer'],
    ['ios/fastlane/Fastfile', `lane :x do\n  sh("${OPEN}")\nend\n`, 2, 'a lane'],
    [
      'bitbucket-pipelines.yml',
      `pipelines:\n  default:\n    - step:\n        script:\n          - ${OPEN}\n`,
      5,
      'a pipeline',
    ],
  ])('%s: %#', async (path, text, line) => {
    expect(await sh(text, path)).toEqual(found(line));
  });

  it.each([
    ['.github/workflows/deploy.yml', `# run: ${OPEN}\njobs: {}\n`, 'a comment'],
    ['.github/workflows/deploy.yml', `jobs:\n  a:\n    name: ${OPEN}\n`, 'no command'],
    ['Makefile', `# ${OPEN}\nall:\n\t@echo "${OPEN}"\n`, 'help text'],
    ['package.json', `{"description": "${OPEN}"}`, 'a description'],
    ['test/fixtures/deploy.sh', OPEN, 'a fixture'],
    ['README.md', OPEN, 'documentation'],
  ])('%s holds none: %#', async (path, text) => {
    expect(await sh(text, path)).toEqual([]);
  });

  it('says which line of a broken workflow', async () => {
    const { problems } = await readWith(deployCommands, { '.github/workflows/x.yml': `jobs:\n  a: [\n  run: ${OPEN}` });
    expect(problems[0]).toMatchObject({ kind: 'malformed', path: '.github/workflows/x.yml' });
  });
});

it('gives a reading of whatever it is handed', async () => {
  await demandTotal(
    deployCommands,
    ['a.sh', '.github/workflows/a.yml', 'Makefile', 'package.json', 'Dockerfile', 'Fastfile'],
    [
      'X=a\ngsutil iam ch allUsers:objectViewer "gs://${X:-b}" $(date) <<EOF\nx\nEOF',
      'jobs:\n  a:\n    steps:\n      - run: |\n          aws s3 cp x s3://b --acl public-read',
      'a:\n\tgsutil acl ch -u AllUsers:R gs://$(B)',
      '{"scripts":{"a":"aws s3 sync . s3://b --acl public-read"}}',
      'RUN a \\\n b',
    ],
  );
}, 60_000);
