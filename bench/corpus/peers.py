"""Which of the planted places other ways of looking see. Reads what `run.js --keep DIR` left in DIR.

    python3 bench/corpus/peers.py DIR [--regexes apkleaks/config/regexes.json] [--apkleaks PROGRAM] [--trufflehog PROGRAM]

Each entry of each artifact is unpacked, archives within archives too, so that every tool gets the plain bytes. A place counts as
seen if the name of its bucket is in what the tool prints, as exact if it stands there as a whole host or name. Files that have
to be reported as such are left out: no such tool says it.
"""
import argparse, io, json, os, re, subprocess, sys, tempfile, zipfile
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument('folder')
parser.add_argument('--regexes')
parser.add_argument('--apkleaks')
parser.add_argument('--trufflehog')
options = parser.parse_args()
root = Path(options.folder, 'artifacts')
plants = [p for p in json.loads(Path(options.folder, 'plants.json').read_text()) if not p['id'].startswith('finding:')]


def unpacked(data, name, into):
    """Every entry that Python's zipfile gives, archives opened in their turn."""
    if data[:2] == b'PK':
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            for index, info in enumerate(archive.infolist()):
                try:
                    unpacked(archive.read(info), f'{name}/{index}', into)
                except Exception:
                    continue
            return
        except zipfile.BadZipFile:
            pass
    path = Path(into, name.replace('/', '_'))
    path.write_bytes(data)


def files_of(artifact):
    path = Path(root, artifact)
    return [path] if path.is_file() else [file for file in path.rglob('*') if file.is_file()]


def exact(needle, text):
    """The name as a whole: nothing that could belong to it right before or behind."""
    return re.search(r'(?<![A-Za-z0-9._-])' + re.escape(needle) + r'(?=[.:/"\'\s<,;)\\]|$)', text) is not None


def run(*command):
    return subprocess.run(command, capture_output=True).stdout.decode('utf-8', 'replace')


def strings_of(folder, *flags):
    return run('sh', '-c', f'find {folder} -type f -print0 | xargs -0 strings -n 4 {" ".join(flags)}')


def apkleaks_of(artifact):
    """The tool itself, on what it takes: an APK."""
    if not artifact.endswith('.apk'):
        return ''
    with tempfile.NamedTemporaryFile(suffix='.json') as out:
        subprocess.run([options.apkleaks, '-f', str(Path(root, artifact)), '--json', '-o', out.name], capture_output=True, stdin=subprocess.DEVNULL, timeout=300)
        return Path(out.name).read_text()


regexes = json.loads(Path(options.regexes).read_text()) if options.regexes else {}
patterns = [re.compile(p) for value in regexes.values() for p in (value if isinstance(value, list) else [value])]
tools = {}


def note(tool, plant, text):
    needle = plant['needle']
    verdict = 'exact' if exact(needle, text) else 'seen' if needle in text else '-'
    tools.setdefault(tool, {})[plant['place'] + ' ' + plant['id']] = verdict


for artifact in sorted({p['artifact'] for p in plants}):
    with tempfile.TemporaryDirectory() as folder:
        for index, file in enumerate(files_of(artifact)):
            unpacked(file.read_bytes(), str(index), folder)
        narrow, wide = strings_of(folder), strings_of(folder, '-el')
        both = narrow + '\n' + wide
        matched = '\n'.join(m.group(0) for p in patterns for m in p.finditer(both))
        leaks = apkleaks_of(artifact) if options.apkleaks else None
        hog = run(options.trufflehog, 'filesystem', '--no-verification', '--no-update', '--json', folder) if options.trufflehog else None
    for plant in [p for p in plants if p['artifact'] == artifact]:
        note('strings -n 4', plant, narrow)
        note('strings, also -el', plant, both)
        if regexes: note('apkleaks regexes on both', plant, matched)
        if leaks is not None: note('apkleaks', plant, leaks)
        if hog is not None: note('trufflehog', plant, hog)

Path(options.folder, 'peers.json').write_text(json.dumps(tools, indent=1))
families = {}
for p in plants:
    families.setdefault(p['artifact'].split('/')[0] + '/' + re.sub(r'[-0-9]*(?:-delta)?\.\w+$', '', p['artifact'].split('/')[1].split('-')[0]), []).append(p['place'] + ' ' + p['id'])
print('| places in | planted | ' + ' | '.join(tools) + ' |')
print('| --- ' * (len(tools) + 2) + '|')
count = lambda tool, keys, wanted: sum(tools[tool][key] in wanted for key in keys)
for family, keys in families.items():
    print(f'| {family} | {len(keys)} | ' + ' | '.join(f"{count(t, keys, ('exact',))} ({count(t, keys, ('exact', 'seen'))})" for t in tools) + ' |')
every = [key for keys in families.values() for key in keys]
print(f'| all | {len(every)} | ' + ' | '.join(f"{count(t, every, ('exact',))} ({count(t, every, ('exact', 'seen'))})" for t in tools) + ' |')
