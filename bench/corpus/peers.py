"""Which of the planted places other scanners see. Reads what `run.js --keep DIR` left in DIR.

    python3 bench/corpus/peers.py DIR [--work DIR] tool=PROGRAM…

Each tool is run twice: over the artifacts as they are, and over every entry that Python's zipfile unpacks from them, archives
within archives too, so that it gets the plain bytes. A place counts as seen if what was planted there (the name of a bucket, a
key, the id of an AWS key) is in something that the tool reports. Files
that have to be reported as such are left out: these tools are not asked for them; so are call sites and the ids and secrets that
stand apart, which are the same whatever is planted. No tool verifies anything.

Tools: strings, gitleaks, betterleaks, kingfisher, trufflehog, titus, detect-secrets, secretlint, jadx (paths of the
programs); apkleaks, apkscan, nuclei (files of patterns: regexes.json, default.json, what bench/recognition/nuclei.mjs makes): they
read what jadx and strings give, since none opens a binary by itself. `ajar=report.json` adds what run.js wrote.

MobSF reads apps alone: `mobsf=FILE,…` are the files that bench/mobsf-report.py wrote of the artifacts.
"""
import argparse, base64, hashlib, io, json, re, shutil, subprocess, zipfile
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument('folder')
parser.add_argument('--work')
parser.add_argument('tools', nargs='+')
options = parser.parse_args()
root = Path(options.folder, 'artifacts').absolute()
work = Path(options.work or Path(options.folder, 'peers')).absolute()
plain = work / 'plain'
every = json.loads(Path(options.folder, 'plants.json').read_text())
plants = [
    plant for plant in every if not plant['id'].startswith('finding:') and not re.search(r'^(calls|pairs)/|-calls\.apk$', plant['artifact'])
]


def unpack(data, path):
    """Every entry that Python's zipfile gives, archives opened in their turn."""
    if data[:2] == b'PK':
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            for index, info in enumerate(archive.infolist()):
                try:
                    # The name is kept, as some tools go by it; the number parts entries of one name.
                    unpack(archive.read(info), path / f'{index}' / Path(info.filename).name)
                except Exception:
                    continue
            return
        except zipfile.BadZipFile:
            pass
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def run(*command, cwd=None):
    done = subprocess.run([str(word) for word in command], capture_output=True, cwd=cwd, stdin=subprocess.DEVNULL)
    return done.stdout.decode('utf-8', 'replace')


def files_in(folder):
    return sorted(path for path in folder.rglob('*') if path.is_file())


def strings(program, folder):
    """8-bit and UTF-16 runs; each is a report."""
    files = files_in(folder)
    return [line for flags in (['-n', '4'], ['-n', '4', '-el']) for line in run(program, *flags, *files).splitlines()]


def gitleaks(program, folder):
    out = work / 'gitleaks.json'
    flags = ['--no-banner', '--exit-code', '0', '--max-archive-depth', '8', '--max-decode-depth', '5']
    run(program, 'dir', folder, *flags, '-f', 'json', '-r', out)
    return [json.dumps(one) for one in json.loads(out.read_text())]


def betterleaks(program, folder):
    out = work / 'betterleaks.json'
    run(program, 'auto', folder, '--no-banner', '--exit-code=0', '-o', out)
    return [json.dumps(one) for one in json.loads(out.read_text())['findings']]


def kingfisher(program, folder):
    out = work / 'kingfisher.json'
    flags = ['--no-validate', '--no-dedup', '--git-history', 'none', '--extraction-depth', '8', '--format', 'json']
    run(program, 'scan', folder, *flags, '-o', out)
    return [json.dumps(one) for one in json.loads(out.read_text())['findings']]


def trufflehog(program, folder):
    flags = ['--no-verification', '--no-update', '--json', '--results=verified,unknown,unverified']
    return [line for line in run(program, 'filesystem', folder, *flags).splitlines() if line.startswith('{"SourceMetadata')]


def titus(program, folder):
    """What it found stands in base64; the report itself holds no path."""
    said = json.loads(run(program, 'scan', folder, '--extract', 'all', '--format', 'json', '--output', ':memory:') or '[]') or []
    return [base64.b64decode(one['Snippet']['Matching']).decode('utf-8', 'replace') for one in said]


def detect_secrets(program, folder):
    """It prints hashes."""
    said = json.loads(run(program, 'scan', '--all-files', '--no-verify', '.', cwd=folder))['results']
    return [f"sha1:{one['hashed_secret']}" for found in said.values() for one in found]


def secretlint(program, folder):
    rules = work / 'secretlintrc.json'
    rules.write_text(json.dumps({'rules': [{'id': '@secretlint/secretlint-rule-preset-recommend'}]}))
    out = work / 'secretlint.json'
    flags = ['--secretlintrc', rules, '--format', 'json', '--no-maskSecrets', '--output', out]
    # Rules are looked for beside the program.
    run(program, *flags, f'{folder}/**/*', cwd=Path(program).absolute().parents[2])
    said = json.loads(out.read_text())
    return [one['message'] for file in said for one in file['messages']]


def apps_in(folder, *kinds):
    return [path for path in files_in(folder) if path.suffix.lstrip('.') in kinds]


def mobsf(files):
    """What it takes for a finding, and beside that its list of strings and addresses."""
    lines = [line for file in files.split(',') for line in Path(file).read_text().splitlines()]
    reports = [json.loads(line)['report'] for line in lines]
    listed = ('strings', 'urls')
    findings = [{key: value for key, value in report.items() if key not in listed} for report in reports]
    return reports_in(findings), reports_in(reports)


def reports_in(value):
    """Every string in it, keys too."""
    if isinstance(value, dict):
        return [text for pair in value.items() for one in pair for text in reports_in(one)]
    if isinstance(value, list):
        return [text for one in value for text in reports_in(one)]
    return [value] if isinstance(value, str) else []


def decompiled(program):
    """What jadx makes of everything that it takes."""
    texts = []
    for path in apps_in(root, 'apk', 'aab', 'aar', 'apks', 'xapk'):
        out = work / 'jadx'
        shutil.rmtree(out, ignore_errors=True)
        run(program, path, '-d', out)
        texts += [file.read_text('utf-8', 'replace') for file in files_in(out)] if out.exists() else []
    return texts


def compiled(pattern):
    """Python wants inline flags in front."""
    flags = ''.join(sorted(set(''.join(re.findall(r'\(\?([ims]+)\)', pattern)))))
    try:
        return re.compile((f'(?{flags})' if flags else '') + re.sub(r'\(\?-?[ims]+\)', '', pattern))
    except re.error:
        print(f'pattern left out: {pattern}')
        return None


def matched(path, texts):
    said = json.loads(Path(path).read_text())
    flat = [p for value in (said.values() if isinstance(said, dict) else said) for p in (value if isinstance(value, list) else [value])]
    patterns = [p for p in (compiled(one['pattern'] if isinstance(one, dict) else one) for one in flat) if p]
    return sorted({m.group(0) for text in texts for p in patterns for m in p.finditer(text)})


def needles_of(plant):
    needle = plant['needle']
    return [needle, f'sha1:{hashlib.sha1(needle.encode()).hexdigest()}']


def is_in(text, plant):
    """The name of a bucket is often the beginning of another's: it counts as a whole."""
    if plant['id'].startswith(('s3:', 'gcs:')):
        return re.search(rf"(?<![a-z0-9-]){re.escape(plant['needle'])}(?![a-z0-9-])", text) is not None
    return any(needle in text for needle in needles_of(plant))


def seen_in(reports):
    text = '\n'.join(reports)
    return {plant['place'] for plant in plants if is_in(text, plant)}


def others_of(reports):
    known = [needle for plant in plants for needle in needles_of(plant)]
    return sum(not any(needle in report for needle in known) for report in reports)


def ajar(report):
    """The places that run.js found right: named as the report's backends and credentials are."""
    said = json.loads(Path(report).read_text())
    found = {one['id'] for one in said['backends'] + said['credentials'] if one['shipped']}
    return {plant['place'] for plant in plants if plant['id'] in found}


RUNNERS = {
    'strings': strings, 'gitleaks': gitleaks, 'betterleaks': betterleaks, 'kingfisher': kingfisher, 'trufflehog': trufflehog,
    'titus': titus, 'detect-secrets': detect_secrets, 'secretlint': secretlint,
}

shutil.rmtree(work, ignore_errors=True)
for path in files_in(root):
    unpack(path.read_bytes(), plain / path.relative_to(root))
paths = dict(tool.split('=', 1) for tool in options.tools)
columns = {}
jadx = decompiled(paths['jadx']) if 'jadx' in paths else []


def note(name, reports):
    columns[name] = (seen_in(reports), others_of(reports))


if 'ajar' in paths:
    columns['Ajar'] = (ajar(paths['ajar']), 0)
if jadx:
    columns['text of jadx'] = (seen_in(jadx), 0)
for name, program in paths.items():
    if name in RUNNERS:
        note(f'{name}, artifacts', RUNNERS[name](program, root))
        note(f'{name}, unpacked', RUNNERS[name](program, plain))
    elif name == 'mobsf':
        findings, everything = mobsf(program)
        note('MobSF, findings', findings)
        note('MobSF, with its lists of strings', everything)
    elif name in ('apkleaks', 'apkscan', 'nuclei'):
        if jadx:
            note(f'{name} on jadx', matched(program, jadx))
        if 'strings' in paths:
            note(f'{name} on strings', matched(program, strings(paths['strings'], plain)))

families = {}
for plant in plants:
    families.setdefault(plant['artifact'].split('/')[0], []).append(plant['place'])
(work / 'peers.json').write_text(json.dumps({name: sorted(seen) for name, (seen, _) in columns.items()}, indent=1))
print('| scanner | ' + ' | '.join(f'{family} ({len(places)})' for family, places in families.items()) + f' | all ({len(plants)}) | other reports |')
print('| --- ' * (len(families) + 3) + '|')
for name, (seen, others) in columns.items():
    cells = [sum(place in seen for place in places) for places in families.values()]
    print(f'| {name} | ' + ' | '.join(map(str, cells)) + f' | {sum(cells)} | {others} |')
